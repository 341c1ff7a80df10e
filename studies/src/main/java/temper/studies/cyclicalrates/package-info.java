/**
 * Smith (2017), cyclical learning rates: the policies of the paper and the control arms that it
 * lacks, the range test, step sizes, windows, optimisers, networks with batch normalisation, and
 * super-convergence.
 */
@NullMarked
package temper.studies.cyclicalrates;

import org.jspecify.annotations.NullMarked;

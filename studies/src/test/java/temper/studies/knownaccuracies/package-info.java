/** Tests of the networks with known accuracies. */
@NullMarked
package temper.studies.knownaccuracies;

import org.jspecify.annotations.NullMarked;

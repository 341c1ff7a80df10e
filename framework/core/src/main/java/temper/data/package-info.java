/**
 * Data sets: examples, subsets, batches, and the plug-ins that give them. A published data set is
 * read from streams that others open; a generated one is made of random numbers.
 */
@NullMarked
package temper.data;

import org.jspecify.annotations.NullMarked;

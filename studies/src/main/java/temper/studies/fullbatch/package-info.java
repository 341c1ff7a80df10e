/**
 * Losses of small networks over all examples at once, in float64, with exact first and second
 * derivatives: what the studies of curvature share.
 */
@NullMarked
package temper.studies.fullbatch;

import org.jspecify.annotations.NullMarked;

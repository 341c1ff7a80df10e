/**
 * Networks whose accuracy on published images is known, trained with the settings that they are
 * known for: what a trainer must reach before its other results are worth reading.
 */
@NullMarked
package temper.studies.knownaccuracies;

import org.jspecify.annotations.NullMarked;

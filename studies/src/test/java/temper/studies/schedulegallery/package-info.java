/** Tests of the gallery of schedules. */
@NullMarked
package temper.studies.schedulegallery;

import org.jspecify.annotations.NullMarked;

/**
 * All schedules as tables and figures, statements that papers make about the course of a schedule,
 * and temperatures that steer themselves.
 *
 * <p>Each experiment is one file; {@link temper.studies.schedulegallery.ScheduleGallery} is the
 * study.
 */
@NullMarked
package temper.studies.schedulegallery;

import org.jspecify.annotations.NullMarked;

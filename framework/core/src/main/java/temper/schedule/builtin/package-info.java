/** The schedules and controllers that come with Temper, one file each. */
@NullMarked
package temper.schedule.builtin;

import org.jspecify.annotations.NullMarked;

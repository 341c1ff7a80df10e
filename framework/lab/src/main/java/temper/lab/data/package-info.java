/** Finds and checks the files of data sets, and hands them to the parsers of the core. */
@NullMarked
package temper.lab.data;

import org.jspecify.annotations.NullMarked;

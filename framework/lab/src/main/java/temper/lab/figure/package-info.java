/**
 * Draws charts: SVG as the record, PNG on request, and the CSV behind every figure.
 *
 * <p>Nothing here asks the machine for a font: letters are drawn from the outlines of a bundled
 * typeface, so that a figure has the same bytes on every machine, also on one without any font.
 */
@NullMarked
package temper.lab.figure;

import org.jspecify.annotations.NullMarked;

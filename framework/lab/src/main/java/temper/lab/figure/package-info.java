/**
 * Draws charts: SVG as the record, PDF and PNG on request, and the CSV behind every figure.
 *
 * <p>Beside each figure lie {@code <figure>.csv}, the numbers that are drawn (see {@link
 * temper.lab.figure.FigureData}), and {@code <figure>-trials.csv}, the trials that its study read
 * to draw it: experiment and trial in plan order, {@code *} for every trial of an experiment. A
 * layer that names its trials itself has them in the first file, beside each point.
 *
 * <p>Nothing here asks the machine for a font: letters are drawn from the outlines of a bundled
 * typeface, so that a figure has the same bytes on every machine, also on one without any font.
 */
@NullMarked
package temper.lab.figure;

import org.jspecify.annotations.NullMarked;

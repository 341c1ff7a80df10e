/**
 * What a figure shows, as values: panels, axes and layers, without a word on how they are drawn.
 */
@NullMarked
package temper.lab.study.chart;

import org.jspecify.annotations.NullMarked;

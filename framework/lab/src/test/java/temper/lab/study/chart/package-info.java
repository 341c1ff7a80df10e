/** Tests of the charts that studies declare. */
@NullMarked
package temper.lab.study.chart;

import org.jspecify.annotations.NullMarked;

/**
 * How fast the framework is: whole workloads with a {@code main} of their own, and kernels under
 * JMH in {@code temper.benchmarks.kernels}. Nothing here is in the runnable jar.
 *
 * <p>A workload is run by hand on the class path of this module:
 *
 * <pre>{@code
 * mvn -q -Dquick -Dmaven.test.skip=true package
 * cp=framework/benchmarks/target/classes:studies/target/temper.jar
 * java -Xmx512m -cp $cp temper.benchmarks.TrialsPerSecond 1000000 2
 * }</pre>
 */
@NullMarked
package temper.benchmarks;

import org.jspecify.annotations.NullMarked;

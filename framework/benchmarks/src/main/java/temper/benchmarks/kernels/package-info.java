/**
 * Kernels under JMH.
 *
 * <p>Run by hand, all of them or those that match a pattern, with machine and load written beside
 * the numbers:
 *
 * <pre>{@code
 * mvn -q -Dquick -Dmaven.test.skip=true -pl framework/benchmarks -am \
 *   package dependency:build-classpath -Dmdep.outputFile=target/class-path
 * java -cp framework/benchmarks/target/classes:$(cat framework/benchmarks/target/class-path) \
 *   org.openjdk.jmh.Main ElementaryFunctions -f 3 -rf json -rff target/kernels.json
 * }</pre>
 */
@NullMarked
package temper.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;

/**
 * Nakkiran (2020), "Learning Rate Annealing Can Provably Help Generalization, Even for Convex
 * Problems".
 *
 * <p>The mathematics stands in classes of its own ({@link
 * temper.studies.convexlinearregression.GradientFlow}, {@link
 * temper.studies.convexlinearregression.GradientDescent}, {@link
 * temper.studies.convexlinearregression.AnnealedRun}); each experiment is one file; {@link
 * temper.studies.convexlinearregression.ConvexLinearRegression} is the study.
 */
@NullMarked
package temper.studies.convexlinearregression;

import org.jspecify.annotations.NullMarked;

/**
 * What gradient descent does at learning rates that are too large for the curvature it meets:
 * catapults (Lewkowycz and others, 2020), the edge of stability (Cohen and others, 2021), sparse
 * features (Pesme and others, 2021; Andriushchenko and others, 2023), and the batch size as a
 * learning rate (Smith and others, 2018).
 *
 * <p>Each experiment is one file; {@link temper.studies.largeratedynamics.LargeRateDynamics} is the
 * study.
 */
@NullMarked
package temper.studies.largeratedynamics;

import org.jspecify.annotations.NullMarked;

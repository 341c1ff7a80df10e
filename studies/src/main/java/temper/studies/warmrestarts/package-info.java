/**
 * Loshchilov and Hutter (2017), "SGDR: Stochastic Gradient Descent with Warm Restarts", and Huang
 * et al. (2017), "Snapshot Ensembles: Train 1, Get M for Free": what restarts of the learning rate
 * do for a network on the way and at the end, and what the snapshots between them are worth
 * together.
 *
 * <p>{@link temper.studies.warmrestarts.WarmRestarts} is the study; {@code AnytimeTraining} and
 * {@code SnapshotTraining} are its two kinds of trial.
 */
@NullMarked
package temper.studies.warmrestarts;

import org.jspecify.annotations.NullMarked;

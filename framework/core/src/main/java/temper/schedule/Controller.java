package temper.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * A quantity that is steered by measurements: a learning rate that falls when the loss stalls, a
 * temperature that follows the acceptance rate.
 *
 * <p>A controller belongs to one run and one thread. It is deterministic: the same measurements
 * give the same values.
 *
 * @since 0.1
 */
public interface Controller {

  /**
   * The state of a controller, from which an equal one can go on.
   *
   * @param state the numbers that make up the state; their meaning is the controller's own
   * @since 0.1
   */
  record Snapshot(List<Double> state) {

    /** Copies the list. */
    public Snapshot {
      state = List.copyOf(state);
    }

    /**
     * A snapshot of numbers.
     *
     * @param state the numbers
     * @return the snapshot
     */
    public static Snapshot of(double... state) {
      return new Snapshot(Arrays.stream(state).boxed().toList());
    }

    /**
     * The numbers, of which there must be a given count.
     *
     * @param count the count that the controller saved
     * @return the numbers
     * @throws IllegalArgumentException if the snapshot is of another kind of controller
     */
    public double[] require(int count) {
      if (state.size() != count) {
        throw new IllegalArgumentException(
            "a snapshot of " + count + " numbers is wanted, got " + state.size());
      }
      return state.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * The present value. Asking does not change it.
   *
   * @return the value for the coming step; infinite only for a temperature at which every proposal
   *     is accepted
   */
  double value();

  /**
   * Takes the measurement of the step that was made with the present value, and goes on to the
   * next.
   *
   * @param measurement what the controller is steered by, for example a validation loss
   */
  void observe(double measurement);

  /**
   * Takes a proposal of an annealing run that was made at the present value as a temperature, and
   * goes on to the next: {@link #observe} with the measurement that the controller wants of it,
   * which is 1 if it was accepted and 0 otherwise unless the controller says more.
   *
   * @param change how much higher the cost of the proposal is than that of the state it was made in
   * @param accepted whether the proposal was accepted
   */
  default void observeProposal(double change, boolean accepted) {
    observe(accepted ? 1 : 0);
  }

  /**
   * The present state.
   *
   * @return a snapshot
   */
  Snapshot save();

  /**
   * Goes back to an earlier state, possibly of another controller with the same parameters.
   *
   * @param snapshot what {@link #save()} returned
   * @throws IllegalArgumentException if the snapshot is of another kind of controller
   */
  void restore(Snapshot snapshot);

  /**
   * A schedule as a controller that ignores what it observes, so that a consumer takes one type.
   *
   * @param schedule the schedule
   * @return a controller whose value after n observations is the schedule's at step n
   */
  static Controller of(Schedule schedule) {
    return new ScheduleController(schedule);
  }
}

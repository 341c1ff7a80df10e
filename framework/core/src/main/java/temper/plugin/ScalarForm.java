package temper.plugin;

/**
 * A plug-in whose parameters a user can write as one scalar without naming it, as {@code rate: 0.1}
 * means the constant schedule of that value. At most one plug-in of a kind has a scalar form.
 *
 * @param <P> the plug-in's record of parameters
 * @since 0.1
 */
public interface ScalarForm<P extends Record> extends ParameterizedPlugin<P> {

  /**
   * The parameters for which a scalar stands.
   *
   * @param text the scalar as it was written
   * @return the parameters
   * @throws IllegalArgumentException if the text is not of the form, with the form in the message
   */
  P parseScalar(String text);
}

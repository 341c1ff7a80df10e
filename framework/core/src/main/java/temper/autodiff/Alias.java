package temper.autodiff;

/**
 * A variable under another identity.
 *
 * <p>Not a record: each alias is one of its own, so that what is computed from it is new on the
 * tape, and derivatives in it leave out how the variable itself came about.
 */
final class Alias implements View {

  static Variable of(Variable x) {
    return x.tape().record(new Alias(), x.shape(), x);
  }

  @Override
  public String label() {
    return "alias";
  }

  @Override
  public int start() {
    return 0;
  }
}

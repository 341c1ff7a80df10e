package temper.studies.cyclicalrates;

import temper.data.Standardization;
import temper.data.synthetic.PrototypeImages;
import temper.nn.ModelPlugin;
import temper.plugin.Choice;

/** Few synthetic images for narrow networks of images in the small profiles. */
final class ImageBench {

  /** With one prototype of a class and this noise, a narrow network learns in a hundred steps. */
  private static final double NOISE = 1;

  private ImageBench() {}

  /** Images for some dozens of steps. */
  static Bench quick(
      int train, Choice<ModelPlugin<?>> model, Standardization inputs, double decay) {
    return of(train, 200, 20, 40, model, inputs, decay);
  }

  /** Images for a few steps, which show that everything runs. */
  static Bench smoke(
      int train, Choice<ModelPlugin<?>> model, Standardization inputs, double decay) {
    return of(train, 20, 10, 20, model, inputs, decay);
  }

  private static Bench of(
      int train,
      int test,
      int batch,
      int probe,
      Choice<ModelPlugin<?>> model,
      Standardization inputs,
      double decay) {
    return new Bench(
        new Choice<>(
            new PrototypeImages(),
            new PrototypeImages.Parameters(train, test, 1, NOISE, 0, 0, 0.2, 0.15, 0)),
        inputs,
        model,
        batch,
        decay,
        probe);
  }
}

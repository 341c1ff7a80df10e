package temper.studies.cyclicalrates;

import temper.data.Standardization;
import temper.data.synthetic.PrototypeImages;
import temper.nn.ModelPlugin;
import temper.plugin.Choice;

/** Few synthetic images for narrow networks of images in the small profiles. */
final class ImageBench {

  private static final int TEST = 200;
  private static final int BATCH = 20;
  private static final int PROBE = 40;

  /** With one prototype of a class and this noise, a narrow network learns in a hundred steps. */
  private static final double NOISE = 1;

  private ImageBench() {}

  static Bench of(int train, Choice<ModelPlugin<?>> model, Standardization inputs, double decay) {
    return new Bench(
        new Choice<>(
            new PrototypeImages(),
            new PrototypeImages.Parameters(train, TEST, 1, NOISE, 0, 0, 0.2, 0.15, 0)),
        inputs,
        model,
        BATCH,
        decay,
        PROBE);
  }
}

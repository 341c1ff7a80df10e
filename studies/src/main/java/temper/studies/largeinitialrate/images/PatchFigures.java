package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.ImageTile;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Figures of the experiments with patches. */
final class PatchFigures {

  private static final List<String> ARMS =
      List.of(
          PatchParameters.LARGE,
          PatchParameters.SMALL,
          PatchParameters.NOISE,
          PatchParameters.CLEAN);

  private PatchFigures() {}

  static List<Figure> all() {
    return List.of(images(), curves(), accuracies(), extensions());
  }

  private static Figure images() {
    return new Figure(
        "patch-images",
        "The images",
        "An image of each class as it is (above), with the patch of its class (middle), and the patch"
            + " alone, as it can stand in the place of the image (below). Patches look alike: what"
            + " tells classes apart is a difference, with either sign, from a pattern that all share,"
            + " too small to be seen here.",
        List.of(PatchGallery.NAME),
        PatchFigures::imageChart);
  }

  private static Chart imageChart(Tables tables) {
    Table images = tables.table(PatchGallery.NAME, PatchGallery.IMAGES);
    List<ImageTile> tiles = new ArrayList<>();
    int columns = 0;
    for (String kind : List.of(PatchGallery.CLEAN, PatchGallery.MIXED, PatchGallery.ALONE)) {
      Table rows = images.where("kind", kind);
      List<String> classes = rows.texts("class");
      List<String> pixels = rows.texts("pixels");
      columns = classes.size();
      for (int i = 0; i < columns; i++) {
        String caption = kind.equals(PatchGallery.CLEAN) ? classes.get(i) : "";
        byte[] bytes = Base64.getDecoder().decode(pixels.get(i));
        tiles.add(new ImageTile(caption, PatchGallery.SIDE, PatchGallery.SIDE, 3, bytes));
      }
    }
    return Chart.of(Panel.images("", columns, tiles));
  }

  private static Figure curves() {
    return new Figure(
        "patch-curves",
        "Accuracy on clean images, on mixed ones and on patches alone",
        "Accuracy after each epoch on test images without patches, with patches as in training, and on"
            + " patches alone: means over replicates with 95 % intervals of Student. Below: the"
            + " learning rate, which all arms of the small rate share.",
        List.of(PatchExperiments.ARMS),
        tables -> {
          Table curve = tables.table(PatchExperiments.ARMS, PatchCurve.NAME);
          return Chart.of(
              curvePanel("clean images", "clean", curve),
              curvePanel("mixed images", "mixed", curve),
              curvePanel("patches alone", "patch", curve));
        });
  }

  private static Panel curvePanel(String title, String column, Table curve) {
    List<Layer> layers = new ArrayList<>();
    List<Layer> rates = new ArrayList<>();
    for (String arm : ARMS) {
      Table rows = curve.where("arm", arm);
      layers.addAll(Curves.band(rows, column, arm, ink(arm)));
      if (arm.equals(PatchParameters.LARGE) || arm.equals(PatchParameters.SMALL)) {
        rates.add(Curves.rate(rows, ink(arm)));
      }
    }
    return new Panel(title, Axis.linear("epoch"), Axis.linear("accuracy").from(0, 1), layers)
        .below(Axis.log("rate"), rates.toArray(Layer[]::new));
  }

  private static Ink ink(String arm) {
    return Ink.of(ARMS.indexOf(arm));
  }

  private static Figure accuracies() {
    return new Figure(
        "patch-accuracies",
        "Accuracy at the end",
        "Accuracy at the end on all test images, with 95 % intervals of Student over replicates.",
        List.of(PatchExperiments.ARMS),
        tables -> {
          Table trials = tables.trials(PatchExperiments.ARMS);
          List<Layer> layers = new ArrayList<>();
          for (int i = 0; i < ARMS.size(); i++) {
            Table runs = trials.where("arm", ARMS.get(i));
            List<Curves.Spread> spreads =
                List.of(
                    Curves.Spread.of(runs.numbers("clean_accuracy")),
                    Curves.Spread.of(runs.numbers("mixed_accuracy")),
                    Curves.Spread.of(runs.numbers("patch_accuracy")));
            layers.add(
                Layer.Bars.grouped(
                    ARMS.get(i),
                    Ink.of(i),
                    i,
                    ARMS.size(),
                    Curves.means(spreads),
                    Curves.lows(spreads),
                    Curves.highs(spreads)));
          }
          return Chart.of(
              new Panel(
                  "",
                  Axis.named("test images", List.of("clean", "mixed", "patches alone")),
                  Axis.linear("accuracy").from(0, 1),
                  layers));
        });
  }

  private static Figure extensions() {
    return new Figure(
        "patch-extensions",
        "Delay of annealing, batch size and strength of the patches",
        "Accuracy on clean test images at the end, with 95 % intervals of Student over replicates."
            + " Left: against the epoch after which the large rate is annealed. Middle: against the"
            + " batch, at equal ratios of rate to batch, and at the smallest rate with the largest"
            + " batch. Right: at both rates against the largest difference that a class makes in its"
            + " patch.",
        List.of(PatchExperiments.DELAY, PatchExperiments.BATCH, PatchExperiments.STRENGTH),
        tables ->
            Chart.of(
                panel(
                    "delay",
                    Axis.linear("annealed after epoch"),
                    tables.trials(PatchExperiments.DELAY).groupBy("anneal")),
                batchPanel(tables.trials(PatchExperiments.BATCH)),
                strengthPanel(tables.trials(PatchExperiments.STRENGTH))));
  }

  private static Panel panel(String title, Axis x, Map<Double, Table> cells) {
    return new Panel(title, x, Axis.linear("accuracy"), List.of(line("", Ink.of(0), cells)));
  }

  private static Panel batchPanel(Table trials) {
    double largest = trials.numbers("batch")[0];
    double smallest = Arrays.stream(trials.numbers("rate")).min().orElseThrow();
    double ratio = trials.numbers("rate")[0] / largest;
    double[] rates = trials.numbers("rate");
    double[] batches = trials.numbers("batch");
    Table equal = trials.select(row -> Math.abs(rates[row] / batches[row] / ratio - 1) < 1e-9);
    Table other = trials.where("rate", smallest).where("batch", largest);
    return new Panel(
        "batch",
        Axis.log("images in a batch"),
        Axis.linear("accuracy"),
        List.of(
            line("equal rate / batch", Ink.of(0), equal.groupBy("batch")),
            line("smallest rate", Ink.of(1), other.groupBy("batch"))));
  }

  private static Panel strengthPanel(Table trials) {
    List<Layer> layers = new ArrayList<>();
    for (String arm : List.of(PatchParameters.LARGE, PatchParameters.SMALL)) {
      layers.add(line(arm, ink(arm), trials.where("arm", arm).groupBy("difference")));
    }
    return new Panel("strength", Axis.log("largest difference"), Axis.linear("accuracy"), layers);
  }

  private static Layer line(String label, Ink ink, Map<Double, Table> cells) {
    List<Curves.Spread> spreads = new ArrayList<>();
    cells.values().forEach(runs -> spreads.add(Curves.Spread.of(runs.numbers("clean_accuracy"))));
    return new Layer.Intervals(
        label,
        ink,
        cells.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        Curves.means(spreads),
        Curves.lows(spreads),
        Curves.highs(spreads));
  }
}

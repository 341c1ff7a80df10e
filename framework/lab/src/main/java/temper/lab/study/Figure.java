package temper.lab.study;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.chart.Chart;

/**
 * A figure, drawn from tables.
 *
 * @param name lower-case words joined by hyphens; names the files
 * @param title a few words
 * @param caption what is shown and what is to be seen
 * @param experiments names of the experiments whose tables it is drawn from
 * @param chart what to draw
 * @since 0.1
 */
public record Figure(
    String name,
    String title,
    String caption,
    List<String> experiments,
    Function<Tables, Chart> chart) {

  /** Copies the list. */
  public Figure {
    experiments = List.copyOf(experiments);
  }
}

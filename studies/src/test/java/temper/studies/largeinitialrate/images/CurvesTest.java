package temper.studies.largeinitialrate.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import temper.lab.study.Table;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;

class CurvesTest {

  @Test
  void theRateOfARowHoldsFromTheRowBefore() {
    Table curve =
        Table.builder(3)
            .numbers("epoch", new double[] {1, 2, 3})
            .numbers("learning_rate", new double[] {0.1, 0.1, 0.01})
            .build();

    Layer.Steps rate = (Layer.Steps) Curves.rate(curve, Ink.of(0));

    assertArrayEquals(new double[] {0, 1, 2, 3}, rate.x());
    assertArrayEquals(new double[] {0.1, 0.1, 0.01, 0.01}, rate.y());
  }
}

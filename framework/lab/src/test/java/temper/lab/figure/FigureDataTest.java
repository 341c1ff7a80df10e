package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

class FigureDataTest {

  private static final double[] X = {0.1, 2e-10};
  private static final double[] Y = {1, Double.NaN};

  @Test
  void everyLayerIsWrittenInLongForm() {
    double[][] z = {{1, 2}, {3, Double.NaN}};
    Axis x = Axis.linear("x");
    Axis y = Axis.linear("y");
    Chart chart =
        Chart.of(
            Panel.of(
                "",
                x,
                y,
                new Layer.Line("loss, \"train\"", Ink.of(0), X, Y),
                new Layer.Points("p", Ink.of(0), X, Y),
                new Layer.Trajectory("t", Ink.of(0), X, Y),
                new Layer.Band("b", Ink.of(0), X, Y, X),
                new Layer.Intervals("i", Ink.of(0), X, Y, Y, X)),
            Panel.of(
                "",
                x,
                y,
                new Layer.HeatMap("h", X, X, z, Axis.Scale.LINEAR, Double.NaN),
                new Layer.Contour("c", Ink.of(0), X, X, z, new double[] {0.5}),
                new Layer.Rule("v", Ink.NEUTRAL, true, 3),
                new Layer.Rule("", Ink.NEUTRAL, false, Double.POSITIVE_INFINITY)));

    assertEquals(
        """
        panel,layer,label,kind,x,y,low,high,z
        1,1,"loss, ""train""\",line,0.1,1,,,
        1,1,"loss, ""train""\",line,2e-10,NaN,,,
        1,2,p,points,0.1,1,,,
        1,2,p,points,2e-10,NaN,,,
        1,3,t,trajectory,0.1,1,,,
        1,3,t,trajectory,2e-10,NaN,,,
        1,4,b,band,0.1,,1,0.1,
        1,4,b,band,2e-10,,NaN,2e-10,
        1,5,i,intervals,0.1,1,1,0.1,
        1,5,i,intervals,2e-10,NaN,NaN,2e-10,
        2,1,h,heat-map,0.1,0.1,,,1
        2,1,h,heat-map,2e-10,0.1,,,2
        2,1,h,heat-map,0.1,2e-10,,,3
        2,1,h,heat-map,2e-10,2e-10,,,NaN
        2,2,c,contour,0.1,0.1,,,1
        2,2,c,contour,2e-10,0.1,,,2
        2,2,c,contour,0.1,2e-10,,,3
        2,2,c,contour,2e-10,2e-10,,,NaN
        2,2,c,contour-level,,,,,0.5
        2,3,v,rule,3,,,,
        2,4,,rule,,Infinity,,,
        """,
        FigureData.csv(chart));
  }
}

package temper.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.ImageTile;
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

  @Test
  void areasAndWordsAreWrittenInLongForm() {
    double[] none = {};
    double[][] samples = {{4, 1, 3, 2, 50}, {}};
    Chart chart =
        Chart.of(
            Panel.of(
                "",
                Axis.linear("x"),
                Axis.linear("y"),
                new Layer.Steps("s", Ink.of(0), X, Y),
                new Layer.Bars("b", Ink.of(0), X, Y, none, none, 1),
                new Layer.Bars("b", Ink.of(0), X, Y, Y, X, 1),
                new Layer.Histogram("h", Ink.of(0), new double[] {0, 1, 2}, new double[] {5, 6}),
                new Layer.Samples("q", Ink.of(0), Layer.Samples.Form.BOX, X, samples, 1),
                new Layer.Note("look", 1, 2),
                Layer.Band.over("o", Ink.of(0), 1, 2)));

    assertEquals(
        """
        panel,layer,label,kind,x,y,low,high,z
        1,1,s,steps,0.1,1,,,
        1,1,s,steps,2e-10,NaN,,,
        1,2,b,bars,0.1,1,,,
        1,2,b,bars,2e-10,NaN,,,
        1,3,b,bars,0.1,1,1,0.1,
        1,3,b,bars,2e-10,NaN,NaN,2e-10,
        1,4,h,histogram,0,5,,,
        1,4,h,histogram,1,6,,,
        1,4,h,histogram,2,,,,
        1,5,q,box,0.1,3,2,4,
        1,5,q,whiskers,0.1,,1,4,
        1,5,q,value,0.1,4,,,
        1,5,q,value,0.1,1,,,
        1,5,q,value,0.1,3,,,
        1,5,q,value,0.1,2,,,
        1,5,q,value,0.1,50,,,
        1,6,look,note,1,2,,,
        1,7,o,band,1,,-Infinity,Infinity,
        1,7,o,band,2,,-Infinity,Infinity,
        """,
        FigureData.csv(chart));
  }

  @Test
  void secondAxesTrialsAndImagesHaveColumnsOfTheirOwn() {
    double[] one = {1, 2};
    Axis x = Axis.linear("x");
    Layer line = new Layer.Line("l", Ink.of(0), one, one);
    byte[] pixels = {0, 1, (byte) 255};
    Panel images = Panel.images("", 1, List.of(new ImageTile("red", 1, 1, 3, pixels)));
    Chart chart =
        Chart.of(
            Panel.of("", x, x, line.from(List.of("t1", "t2"))).right(x, line),
            Panel.of("", x, x, line.from(List.of("t3"))).below(x, line),
            images);

    assertEquals(
        """
        panel,layer,label,kind,x,y,low,high,z,axis,trial,image
        1,1,l,line,1,1,,,,left,t1,
        1,1,l,line,2,2,,,,left,t2,
        1,2,l,line,1,1,,,,right,,
        1,2,l,line,2,2,,,,right,,
        2,1,l,line,1,1,,,,left,,
        2,1,l,line,2,2,,,,left,,
        2,1,l,from,,,,,,left,t3,
        2,2,l,line,1,1,,,,below,,
        2,2,l,line,2,2,,,,below,,
        3,1,red,image,,,,,,left,,1 1 3 0001ff
        """,
        FigureData.csv(chart));
  }

  @Test
  void everyKindCanHaveATrialForEachPoint() {
    double[] one = {1};
    double[] none = {};
    List<Layer> layers =
        List.of(
            new Layer.Points("", Ink.of(0), one, one),
            new Layer.Trajectory("", Ink.of(0), one, one),
            new Layer.Intervals("", Ink.of(0), one, one, one, one),
            new Layer.Bars("", Ink.of(0), one, one, none, none, 1),
            new Layer.Samples(
                "", Ink.of(0), Layer.Samples.Form.VIOLIN, one, new double[][] {{1}}, 1));
    for (Layer layer : layers) {
      String csv =
          FigureData.csv(
              Chart.of(Panel.of("", Axis.linear(""), Axis.linear(""), layer.from(List.of("t1")))));

      assertTrue(csv.endsWith(",t1\n"), csv);
      assertFalse(csv.contains("from"), csv);
    }
    Layer images =
        new Layer.Images(1, List.of(ImageTile.grey("", 1, one, 0, 1))).from(List.of("t1"));
    assertTrue(
        FigureData.csv(Chart.of(Panel.of("", Axis.linear(""), Axis.linear(""), images)))
            .endsWith(",t1,1 1 1 ff\n"));
  }
}

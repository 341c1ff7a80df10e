package temper.studies.warmrestarts;

import java.util.stream.IntStream;
import temper.data.Dataset;
import temper.data.Examples;

/** The test examples on which curves and paths are evaluated, which need many evaluations. */
final class TestExamples {

  private static final int MOST = 2000;

  private TestExamples() {}

  static Examples ofCurve(Dataset data) {
    Examples test = data.test();
    return test.rows() <= MOST ? test : test.subset(IntStream.range(0, MOST).toArray());
  }
}

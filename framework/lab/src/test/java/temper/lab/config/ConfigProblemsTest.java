package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigProblemsTest {
  @Test
  void smoke() {
    System.out.println(
        String.join(
            "\n",
            Fixture.problems(
                """
                base:
                  optimizer: {sgdd: {momentum: 0.9}}
                  epochs: 1_000
                  hiden: [1]
                  hidden: [1, -2, x]
                  rate: {cosine: {peak: 0.1, end: 1}}
                  noise: {level: -1, mean: .nan, foo: 1}
                  order: shufled
                  kind: big
                  bias: no
                  limit: 1e6
                  precision: 1e300
                  rate.cosine.peek: 3
                  clip: "0.5"
                  patience: 1.5
                  batch_size: 99999999999999999999
                  parts: [{width: 1}, {label: 1}]
                  temperature: [1]
                sweep:
                  grid: {epochs: [], nothing: [1], rate.cosine.peak: {linear: [0, 1, -3]}, batch_size: {log: [1, 1000, 4]}}
                  random: {samples: -1, over: {noise.level: {linear: [-1, 1]}}}
                replicates: 0
                """)));
    System.out.println(Fixture.problems("base:\n\tepochs: 1\n"));
    System.out.println(Fixture.problems("base: {epochs: 1, epochs: 2}\nbase: 3"));
    assertEquals(List.of(), Fixture.problems(""));
    SweptDesign<Fixture.Training> d =
        Fixture.design(
            """
            base: {rate.cosine.end: 0.0005}
            sweep:
              grid:
                rate:
                  flat: {constant: {value: 0.03}}
                  cos: {cosine: {peak: 0.1, end: 0, length: 100%}}
                optimizer.sgd.momentum: [0, 0.9]
              random: {samples: 3, over: {rate.cosine.peak: {log: [0.001, 1]}}}
            """);
    for (long i = 0; i < d.design().cells(); i++) {
      System.out.println(
          d.labels().apply(i)
              + " "
              + new Parameters(Fixture.plugins()).flatten(d.design().cell().apply(i)));
    }
    System.out.println(d.labelColumns() + " " + d.notices());
    assertTrue(d.design().cells() == 8);
  }
}

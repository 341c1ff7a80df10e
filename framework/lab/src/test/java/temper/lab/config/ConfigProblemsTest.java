package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigProblemsTest {

  /** What follows {@code format} and {@code study}, so that it begins on line 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "base: {optimizer: {sgdd: {momentum: 1}}} | 3:20 base.optimizer: unknown optimizer 'sgdd'. Did you mean 'sgd'? (allowed: adam, sgd)",
        "base: {optimizer: {sgd: {momentu: 1}}} | 3:26 base.optimizer.sgd.momentu: unknown key. Did you mean 'momentum'? (allowed: momentum, nesterov)",
        "base: {optimizer: {sgd: {}, adam: {}}} | 3:19 base.optimizer: must name one optimizer, not sgd, adam (allowed: adam, sgd)",
        "base: {optimizer: {sgd: {momentum: 1}}} | 3:36 base.optimizer.sgd.momentum: must be >= 0 and < 1, got 1",
        "base: {optimizer: [sgd]} | 3:19 base.optimizer: must name one optimizer, not a list (allowed: adam, sgd)",
        "base: {epochs: 1_000} | 3:16 base.epochs: must be an integer, not the text '1_000'; write digits without underscores: 1000",
        "base: {epochs: 1e3} | 3:16 base.epochs: must be an integer, not 1e3; write 1000",
        "base: {epochs: '10'} | 3:16 base.epochs: must be an integer, not the text '10'; remove the quotes",
        "base: {epochs: 3000000000} | 3:16 base.epochs: must lie in -2147483648 to 2147483647, got 3000000000",
        "base: {epochs: 0} | 3:16 base.epochs: must be > 0 and finite, got 0",
        "base: {epochs: null} | 3:16 base.epochs: must be an integer, not empty",
        "base: {temperature: 1,5} | 3:23 base.5: unknown parameter '5' (allowed: rate, optimizer, epochs, hidden, noise, order, kind, clip, patience, bias, limit, temperature, precision, batch_size, parts)",
        "base: {temperature: '1,5'} | 3:21 base.temperature: must be a number, not the text '1,5'; write a decimal point: 1.5",
        "base: {temperature: nan} | 3:21 base.temperature: must be a number, not the text 'nan'; write .nan",
        "base: {temperature: -inf} | 3:21 base.temperature: must be a number, not the text '-inf'; write -.inf",
        "base: {temperature: 1e999} | 3:21 base.temperature: '1e999' is too large for a 64-bit number",
        "base: {precision: 1e300} | 3:19 base.precision: '1e300' is too large for a 32-bit number",
        "base: {bias: no} | 3:14 base.bias: must be true or false, not the text 'no'; YAML 1.2 reads it as text, write false",
        "base: {bias: on} | 3:14 base.bias: must be true or false, not the text 'on'; YAML 1.2 reads it as text, write true",
        "base: {bias: 1} | 3:14 base.bias: must be true or false, not 1",
        "base: {kind: big} | 3:14 base.kind: must be one of plain, wide, got 'big'",
        "base: {kind: 3} | 3:14 base.kind: must be a text, not 3; put it in quotes if it is meant as text",
        "base: {order: shufled} | 3:15 base.order: unknown name 'shufled'. Did you mean 'shuffled'? (allowed: in-order, shuffled)",
        "base: {hidden: 8} | 3:16 base.hidden: must be a list, not 8",
        "base: {hidden: []} | 3:16 base.hidden: must have a length >= 1, got a list of length 0",
        "base: {hidden: [1, 0]} | 3:20 base.hidden[1]: must be > 0 and finite, got 0",
        "base: {noise: {mean: .inf}} | 3:22 base.noise.mean: must be finite, got Infinity",
        "base: {noise: 3} | 3:15 base.noise: must be a mapping of parameters, not 3 (allowed: level, mean)",
        "base: {rate: {cosine: {length: 30}}} | 3:32 base.rate.cosine.length: must be a length such as 30% or 300 steps, got 30",
        "base: {rate: {cosine: {peak: 1, end: 2}}} | 3:23 base.rate.cosine: end must be <= peak, got 2.0 > 1.0",
        "base: {rate: cosin} | 3:14 base.rate: must be a number or the name of a rate, got 'cosin'. Did you mean 'cosine'? (allowed: constant, cosine)",
        "base: {rate: -1} | 3:14 base.rate: must be >= 0 and finite, got -1",
        "base: {optimizer.adam.epsilon: 1} | 3:8 base.optimizer.adam.epsilon: has no effect: 'optimizer.adam.epsilon' exists in no cell",
        "base: {rate.cosin.peak: 1} | 3:8 base.rate.cosin.peak: unknown rate 'cosin'. Did you mean 'cosine'? (allowed: constant, cosine)",
        "base: {rate.cosine: {}} | 3:8 base.rate.cosine: name a parameter of 'cosine', or set 'rate' (allowed: peak, end, length)",
        "base: {epochs.x: 1} | 3:8 base.epochs.x: 'epochs' has no parameters inside",
        "base: {parts: [{label: a}]} | 3:16 base.parts[0]: missing: width",
        "base: [1] | 3:7 base: must be a mapping of parameters, not a list (allowed: rate, optimizer, epochs, hidden, noise, order, kind, clip, patience, bias, limit, temperature, precision, batch_size, parts)",
        "name: ../../etc | 3:7 name: must be a file name of letters, digits, '.', '_' and '-', at most 100 of them, got '../../etc'",
        "name: CON | 3:7 name: 'CON' is the name of a device on some systems, so that no folder can have it",
        "name: aux.v2 | 3:7 name: 'aux.v2' is the name of a device on some systems, so that no folder can have it",
        "name: mine. | 3:7 name: must be a file name of letters, digits, '.', '_' and '-', at most 100 of them, got 'mine.'",
        "name: 'mine ' | 3:7 name: must be a file name of letters, digits, '.', '_' and '-', at most 100 of them, got 'mine '",
        "name: Full | 3:7 name: 'Full' is where the study's own results lie: choose another name",
        "name: a..b | 3:7 name: must be a file name of letters, digits, '.', '_' and '-', at most 100 of them, got 'a..b'",
        "experiment: mian | 3:13 experiment: unknown experiment 'mian'. Did you mean 'main'? (allowed: main)",
        "replicates: 0 | 3:13 replicates: must be from 1 to 1000000, got 0",
        "replicates: many | 3:13 replicates: must be an integer, not the text 'many'",
        "replicate: 1 | 3:1 replicate: unknown key. Did you mean 'replicates'? (allowed: format, study, code, profile, name, experiment, base, sweep, replicates, overrides, compare, plot)",
        "study: pair | 3:1 study: duplicate key, first at line 2 column 1",
        "base: {batch_size: 2000, epochs: 200} | 3:26 base.epochs: batch_size 2000 and epochs 200 take too long together",
        "sweep: {} | 3:8 sweep: nothing is swept (allowed: grid, zip, list, random, latin-hypercube, sobol)",
        "sweep: {gird: {}} | 3:9 sweep.gird: unknown key. Did you mean 'grid'? (allowed: grid, zip, list, random, latin-hypercube, sobol, when, exclude)",
        "sweep: {grid: {}} | 3:15 sweep.grid: must map parameters to values, not an empty mapping",
        "sweep: {grid: {epochs: []}} | 3:24 sweep.grid.epochs: the list is empty",
        "sweep: {grid: {epochs: 3}} | 3:24 sweep.grid.epochs: must be a list of values, a spacing or labelled values, not 3 (allowed: [a, b, ...], list, linear, log, range, label: value)",
        "sweep: {grid: {epochs: [1, 2, 1]}} | 3:31 sweep.grid.epochs[2]: the value stands twice, first at line 3 column 25",
        "sweep: {grid: {epochs: {linear: [1, 10, 3]}}} | 3:33 sweep.grid.epochs.linear: gives 5.5, but the parameter is an integer",
        "sweep: {grid: {epochs: {linear: [1, 10]}}} | 3:33 sweep.grid.epochs.linear: must be a list of 3 numbers, not a list of 2",
        "sweep: {grid: {temperature: {log: [0, 1, 3]}}} | 3:36 sweep.grid.temperature.log[0]: must be > 0 on a logarithmic scale, got 0",
        "sweep: {grid: {temperature: {linear: [0, 1, 99999999999]}}} | 3:45 sweep.grid.temperature.linear[2]: must be from 1 to 10000000, got 99999999999",
        "sweep: {grid: {temperature: {linear: [1, 1, 3]}}} | 3:45 sweep.grid.temperature.linear[2]: 3 values cannot lie between two equal ends",
        "sweep: {grid: {temperature: {range: [0, 1, -0.1]}}} | 3:44 sweep.grid.temperature.range[2]: steps of -0.1 never lead from 0 to 1",
        "sweep: {grid: {temperature: {range: [0, 1, 1e-12]}}} | 3:37 sweep.grid.temperature.range: the range has more than 10000000 values",
        "sweep: {grid: {kind: {linear: [0, 1, 2]}}} | 3:31 sweep.grid.kind.linear: needs a parameter that is a number, not a text",
        "sweep: {grid: {rate.cosine.peak: [1]}} | 3:34 sweep.grid.rate.cosine.peak: has no effect: 'rate.cosine.peak' exists in no cell",
        "sweep: {grid: {epochs: {linear: [1, 10000, 10000]}, limit: {linear: [1, 10000, 10000]}}} | 3:8 sweep: has 1e8 cells; at most 10000000 are possible",
        "sweep: {grid: {epochs: [1]}, list: [{epochs: 2}]} | 3:38 sweep.list[0].epochs: is swept twice, first at line 3 column 16",
        "sweep: {zip: {epochs: [1, 2], limit: [1]}} | 3:38 sweep.zip.limit: has 1 values, but 'epochs' has 2",
        "sweep: {list: []} | 3:15 sweep.list: must be a list of cells, not an empty list",
        "sweep: {list: [{epochs: 1}, {epochs: 1}]} | 3:29 sweep.list[1]: the cell stands twice, first at line 3 column 16",
        "sweep: {random: {over: {limit: {integer: [1, 2]}}}} | 3:17 sweep.random: the key 'samples' is missing",
        "sweep: {random: {samples: -1, over: {limit: {integer: [1, 2]}}}} | 3:27 sweep.random.samples: must be from 1 to 10000000, got -1",
        "sweep: {random: {samples: 1, over: {limit: {linear: [1, 2]}}}} | 3:53 sweep.random.over.limit.linear: the parameter is an integer. Did you mean 'integer'? (allowed: integer, list)",
        "sweep: {random: {samples: 1, over: {limit: {gauss: [1, 2]}}}} | 3:45 sweep.random.over.limit.gauss: unknown distribution (allowed: linear, log, list, integer)",
        "sweep: {random: {samples: 1, over: {temperature: {linear: [2, 1]}}}} | 3:59 sweep.random.over.temperature.linear: the first end must be less than the second, got 2 and 1",
        "sweep: {random: {samples: 1, over: {epochs: {integer: [0, 2]}}}} | 3:55 sweep.random.over.epochs.integer: must be > 0 and finite, got 0",
        "sweep: {random: {samples: 1, over: {}}} | 3:36 sweep.random.over: must map parameters to distributions, not an empty mapping",
        "sweep: {grid: {epochs: [1, 2]}, when: {limit: {epochs: 1}}} | 3:40 sweep.when.limit: is not swept (allowed: epochs)",
        "sweep: {grid: {epochs: [1, 2], limit: [1, 2]}, when: {limit: {epochs: 1}, epochs: {limit: 1}}} | 3:8 sweep.when: the conditions of 'epochs' depend on themselves",
        "sweep: {grid: {epochs: [1, 2]}, exclude: [{epochs: '> x'}]} | 3:52 sweep.exclude[0].epochs: must compare with a number, not the text '> x'",
        "sweep: {grid: {rate: {a: 1, b: 2}}, exclude: [{rate: c}]} | 3:54 sweep.exclude[0].rate: unknown label 'c' (allowed: a, b)",
        "sweep: {grid: {epochs: [1, 2]}, exclude: [{epochs: 1}, {epochs: 3}]} | 3:56 sweep.exclude[1]: has no effect: no cell is like this",
        "sweep: {grid: {epochs: [1, 2]}, exclude: [{epochs: '> 0'}]} | 3:8 sweep.exclude: every cell is excluded",
        "sweep: {grid: {epochs: [1, 200], batch_size: [1, 2000]}} | 3:50 sweep.grid.batch_size[1]: batch_size 2000 and epochs 200 take too long together (with epochs=200, batch_size=2000)",
        "sweep: {list: [{epochs: 1, batch_size: 1}, {epochs: 200, batch_size: 2000}]} | 3:58 sweep.list[1].batch_size: batch_size 2000 and epochs 200 take too long together (with epochs=200, batch_size=2000)",
      })
  void eachMistakeIsReportedWhereItStands(String text, String expected) {
    assertEquals("study.yaml:" + expected, Fixture.problems(text + "\n").get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epochs=x | -S #1:1:8 epochs: must be an integer, not the text 'x'",
        "epochs= | -S #1:1:8 epochs: must be an integer, not empty",
        "epocs=1 | -S #1:1:1 epocs: unknown parameter 'epocs'. Did you mean 'epochs'? (allowed: rate, optimizer, epochs, hidden, noise, order, kind, clip, patience, bias, limit, temperature, precision, batch_size, parts)",
        "noise.levl=1 | -S #1:1:1 noise.levl: unknown parameter 'levl'. Did you mean 'level'? (allowed: level, mean)",
        "main.epocs=1 | -S #1:1:1 main.epocs: unknown parameter 'epocs'. Did you mean 'epochs'? (allowed: rate, optimizer, epochs, hidden, noise, order, kind, clip, patience, bias, limit, temperature, precision, batch_size, parts)",
        "epochs | -S #1:1:1 must have the form key=value, got 'epochs'",
        "hidden=[1, | -S #1:1:11 invalid YAML: while parsing a flow node: expected the node content, but found '<stream end>'",
        "optimizer.adam.epsilon=1 | -S #1:1:1 optimizer.adam.epsilon: has no effect: 'optimizer.adam.epsilon' exists in no cell",
      })
  void overridesAreReportedByNumber(String override, String expected) {
    assertEquals(List.of(expected), Fixture.problems("", override));
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    List<String> problems =
        Fixture.problems(
            """
            base: {epochs: x, hiden: 1, noise: {level: -1, mean: .nan}}
            replicates: -1
            sweep: {grid: {limit: [], epochs: [0]}}
            """,
            "bias=3",
            "nothing=1");
    assertEquals(9, problems.size(), String.join("\n", problems));
  }

  @Test
  void aStudyOfSeveralExperimentsMustSayWhichItMeans() {
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> Fixture.load("format: 1\nstudy: pair\nbase: {x: 0}\n"));
    assertEquals(
        "study.yaml:1:1 experiment: the study has several experiments: say with 'experiment' which"
            + " one base and sweep mean (allowed: tune, confirm, other)",
        e.getMessage());
    assertEquals("study.yaml", e.toJson().get(0).get("file").stringValue());
    assertEquals(1, e.toJson().get(0).get("line").intValue());
    assertEquals(3, e.toJson().get(0).get("allowed").size());
  }

  @Test
  void unknownStudiesAndFormatsAreRefused() {
    assertEquals(
        "study.yaml:2:8 study: unknown study 'trainin'. Did you mean 'training'? (allowed: pair,"
            + " training)",
        message("format: 1\nstudy: trainin\n"));
    assertEquals(
        "study.yaml:1:9 format: must be 1, got 2",
        message("format: 2\nfoo: 1\n").lines().toList().get(1));
    assertEquals("study.yaml:1:1 the key 'study' is missing", message("format: 1\n"));
    assertEquals(
        "study.yaml:2:8 study: must be lower-case words joined by hyphens, got '../x'",
        message("format: 1\nstudy: ../x\n").lines().toList().get(0));
    assertEquals("study.yaml:1:1 the config is empty", message(""));
  }

  private static String message(String text) {
    return assertThrows(ConfigException.class, () -> Fixture.load(text)).getMessage();
  }

  @Test
  void atMostTwentyRefusedCellsAreListed() {
    List<String> problems =
        Fixture.problems("sweep: {grid: {epochs: {linear: [101, 130, 30]}, batch_size: [2000]}}\n");
    assertEquals(21, problems.size());
    assertEquals("study.yaml:3:8 10 more cells are refused like those above", problems.get(20));
  }

  @Test
  void aFileOfTenMegabytesIsRefusedAtOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("big.yaml");
    Files.write(file, "# comment\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
    ConfigException e =
        assertThrows(ConfigException.class, () -> Fixture.loader().load(file, List.of()));
    assertTrue(
        e.getMessage()
            .endsWith(":1:1 the file has 10485760 bytes; a config may have at most 4194304"));
    Files.writeString(file, "format: 1\nstudy: training\n");
    assertEquals("training", Fixture.loader().load(file, List.of()).name());
  }

  @Test
  void messagesCarryNoControlCharacters() {
    String message = message("format: 1\nstudy: \"a\\e[31m\\u202Eb\"\n");
    assertTrue(message.contains("\\u001B[31m\\u202E"), message);
  }
}

package temper.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.Streams;
import temper.random.StreamRoot;

class CsvTableTest {

  private static final String FLOWERS =
      """
      length,width,species
      5.1,3.5,setosa
      6.2,2.8,virginica
      4.9,3.0,setosa
      """;

  private static final String TWENTY = numbered(20);

  private static String numbered(int rows) {
    StringBuilder text = new StringBuilder("x,kind\n");
    for (int i = 0; i < rows; i++) {
      text.append(i).append(i % 2 == 0 ? ",even\n" : ",odd\n");
    }
    return text.toString();
  }

  private static Streams streams(int replicate) {
    return (purpose, indices) -> new StreamRoot("test").stream("csv", replicate, purpose, indices);
  }

  private static Dataset selected(Tables tables, int replicate) {
    return new CsvTable().select(tables.parameters(), tables.read(), streams(replicate));
  }

  private static double[] firstFeatures(Examples examples) {
    double[] out = new double[examples.rows()];
    for (int row = 0; row < out.length; row++) {
      out[row] = examples.row(row)[0];
    }
    return out;
  }

  @Test
  void aColumnOfClassesBecomesLabelsAndAllOthersFeatures() {
    Dataset data = Tables.of(FLOWERS).label("species").read();

    assertEquals("csv", data.name());
    assertEquals(List.of("setosa", "virginica"), data.classes());
    assertEquals(2, data.columns());
    assertArrayEquals(new double[] {6.2, 2.8}, data.train().row(1));
    assertEquals(0, data.train().label(0));
    assertEquals(1, data.train().label(1));
    assertEquals(0, data.train().label(2));
    assertEquals(0, data.test().rows());
  }

  @Test
  void aColumnOfNumbersBecomesTargets() {
    Tables tables = Tables.of("a,y,b\n1,10,2\n3,30,4\n5,50,6\n").target("y");

    Dataset asWritten = tables.read();
    tables.standardizeTarget = true;
    Dataset standardized = tables.read();

    assertEquals(List.of(), asWritten.classes());
    assertArrayEquals(new double[] {3, 4}, asWritten.train().row(1));
    assertEquals(30, asWritten.train().target(1));
    double deviation = Math.sqrt((400 + 0 + 400) / 3.0);
    assertEquals(-20 / deviation, standardized.train().target(0));
    assertEquals(0, standardized.train().target(1));
    assertEquals(20 / deviation, standardized.train().target(2));
  }

  @Test
  void numbersAreSortedByTheirOwnDecimalMark() {
    Tables tables = Tables.of("x;y\n1;10,5\n2;1,5\n3;2,5\n").label("y");
    tables.separator = Separator.SEMICOLON;
    tables.decimal = DecimalMark.COMMA;

    assertEquals(List.of("1,5", "2,5", "10,5"), tables.read().classes());
  }

  @Test
  void namesOfKindsMayBeWordsThatStandForAMissingNumber() {
    Tables tables = Tables.of("k,y\nNA,none\nEU,-\nNA,.\n").label("y");
    tables.categorical = List.of("k");

    assertEquals(List.of("-", ".", "none"), tables.read().classes());
    assertArrayEquals(new double[] {0, 1}, tables.read().train().row(0));
  }

  @Test
  void longNumbersThatDifferBeyondADoubleAreDifferentKinds() {
    Tables tables = Tables.of("x,y\n1,12345678901234567\n2,12345678901234568\n").label("y");

    assertEquals(2, tables.read().classes().size());
  }

  @Test
  void classesAndCategoriesAreSortedWhateverTheOrderOfTheRows() {
    Tables tables = Tables.of("c,k\n10,b\n9,a\n2.5,c\n").label("c");
    tables.categorical = List.of("k");
    Tables turned = Tables.of("c,k\n2.5,c\n10,b\n9,a\n").label("c");
    turned.categorical = List.of("k");

    assertEquals(List.of("2.5", "9", "10"), tables.read().classes());
    assertEquals(tables.read().classes(), turned.read().classes());
    assertArrayEquals(new double[] {0, 1, 0}, tables.read().train().row(0));
    assertArrayEquals(tables.read().train().row(0), turned.read().train().row(1));
    assertEquals(tables.read().train().label(0), turned.read().train().label(1));
    assertEquals(
        List.of("10", "9", "x"),
        Tables.of("c,f\n9,1\nx,2\n10,3\n").label("c").read().classes(),
        "a text among numbers makes all of them texts");
  }

  @Test
  void categoricalColumnsStandWhereTheyStoodAndIgnoredOnesAreLeftOut() {
    Tables tables = Tables.of("a,k,id,b,y\n1,red,x9,2,0\n3,blue,?,4,1\n").label("y");
    tables.categorical = List.of("k");
    tables.ignore = List.of("id");

    assertArrayEquals(new double[] {1, 0, 1, 2}, tables.read().train().row(0));
    assertArrayEquals(new double[] {3, 1, 0, 4}, tables.read().train().row(1));
  }

  @Test
  void quotesLineEndsBlanksAndMarksAreReadAsTheyAreWritten() {
    String text =
        "\uFEFF\"first, \"\"one\"\"\", kind\r\n\r\n"
            + "1.5e1 ,\"a\nb\"\r\n+2,\"say \"\"x\"\"\"\n-0.25E+1, \u00e4 ";

    Dataset data = Tables.of(text).label("kind").read();

    assertEquals(List.of("a\nb", "say \"x\"", "\u00e4"), data.classes());
    assertArrayEquals(new double[] {15, 2, -2.5}, firstFeatures(data.train()));
  }

  @Test
  void separatorsAndDecimalsCanBeThoseOfOtherCountries() {
    Tables semicolons = Tables.of("x;y\n1,5;a\n-2,25;b\n").label("y");
    semicolons.separator = Separator.SEMICOLON;
    semicolons.decimal = DecimalMark.COMMA;
    Tables tabs = Tables.of("x\ty\n1.5\ta\n-2.25\tb\n").label("y");
    tabs.separator = Separator.TAB;

    assertArrayEquals(new double[] {1.5, -2.25}, firstFeatures(semicolons.read().train()));
    assertArrayEquals(new double[] {1.5, -2.25}, firstFeatures(tabs.read().train()));
  }

  @Test
  void aCompressedTableIsTheSameTable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(FLOWERS.getBytes(StandardCharsets.UTF_8));
    }
    Tables tables = Tables.of(FLOWERS).with("t.csv.gz", bytes.toByteArray()).label("species");

    assertArrayEquals(tables.read().train().row(2), tables.read("t.csv.gz").train().row(2));
    tables.with("t.csv.gz", Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
    assertTrue(
        tables.problems("t.csv.gz").get(0).contains("ends early or is damaged"),
        tables.problems("t.csv.gz").toString());
    tables.with("t.csv.gz", "x,y\n1,2\n");
    assertTrue(tables.problems("t.csv.gz").get(0).startsWith("t.csv.gz:1:1 "));
  }

  @Test
  void aTestFileMayHaveItsColumnsInAnotherOrder() {
    Tables tables =
        Tables.of("a,k,c,y\n1,u,2,p\n3,v,4,q\n")
            .with("test.csv", "more,y,c,k,a\n0,q,40,v,30\n")
            .label("y");
    tables.categorical = List.of("k");
    tables.testFile = "test.csv";

    Dataset data = tables.read();

    assertArrayEquals(new double[] {1, 1, 0, 2}, data.train().row(0));
    assertArrayEquals(new double[] {30, 0, 1, 40}, data.test().row(0));
    assertEquals(1, data.test().label(0));
    tables.test = OptionalInt.empty();
    assertEquals(2, selected(tables, 0).train().rows(), "nothing is held out");
    assertEquals(1, selected(tables, 0).test().rows());
  }

  @Test
  void targetsOfATestFileAreScaledAsThoseOfTheTable() {
    Tables tables =
        Tables.of("a,y\n1,10\n2,30\n").with("test.csv", "a,y\n9,20\n9,40\n").target("y");
    tables.testFile = "test.csv";
    tables.standardizeTarget = true;

    assertEquals(0, tables.read().test().target(0));
    assertEquals(2, tables.read().test().target(1));
  }

  @Test
  void aFifthIsHeldOutAnewInEachReplicateUnlessAskedOtherwise() {
    Tables tables = Tables.of(TWENTY).label("kind");
    tables.test = OptionalInt.empty();

    Dataset one = selected(tables, 0);

    assertEquals(16, one.train().rows());
    assertEquals(4, one.test().rows());
    Set<Double> all = new HashSet<>();
    for (double x : firstFeatures(one.train())) {
      all.add(x);
    }
    for (double x : firstFeatures(one.test())) {
      all.add(x);
    }
    assertEquals(20, all.size(), "no row is lost, none is in both");
    assertArrayEquals(
        firstFeatures(one.test()), firstFeatures(selected(tables, 0).test()), "repeatable");
    assertNotEquals(
        Arrays.toString(firstFeatures(one.test())),
        Arrays.toString(firstFeatures(selected(tables, 1).test())));
    tables.test = OptionalInt.of(0);
    assertEquals(20, selected(tables, 0).train().rows());
    assertEquals(0, selected(tables, 0).test().rows());
  }

  @Test
  void classesAreKeptByNameInTheWantedOrder() {
    Tables tables = Tables.of("x,y\n1,a\n2,b\n3,c\n4,a\n").label("y");
    tables.classes = List.of("c", "a");

    Dataset data = selected(tables, 0);

    assertEquals(List.of("c", "a"), data.classes());
    assertEquals(3, data.train().rows());
    tables.classes = List.of("aa");
    String message =
        assertThrows(IllegalArgumentException.class, () -> selected(tables, 0)).getMessage();
    assertEquals("there is no class 'aa'. Did you mean 'a'?", message);
  }

  @Test
  void moreExamplesThanThereAreAreRefused() {
    Tables tables = Tables.of(TWENTY).label("kind");
    tables.test = OptionalInt.of(21);

    String message =
        assertThrows(IllegalArgumentException.class, () -> selected(tables, 0)).getMessage();

    assertEquals("number of test examples must be in [0, 20], got 21", message);
  }

  @Test
  void whatLeavesNoTrainExampleIsNamed() {
    Tables tables = Tables.of(TWENTY).label("kind");

    tables.test = OptionalInt.of(20);
    assertEquals("test takes 20 of 20 examples, which leaves none for training", refused(tables));
    tables.test = OptionalInt.of(15);
    tables.validation = 5;
    assertEquals(
        "test takes 15 and validation takes 5 of 20 examples, which leaves none for training",
        refused(tables));
    tables.validation = 2;
    tables.train = OptionalInt.of(4);
    assertEquals(
        "train must be at most 3, got 4: test takes 15 and validation takes 2 of 20 examples",
        refused(tables));
    tables.train = OptionalInt.of(3);
    assertEquals(3, selected(tables, 0).train().rows());
  }

  private static String refused(Tables tables) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> selected(tables, 0)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"a.csv,./a.csv", "d/../a.csv,a.csv", "d//a.csv,d/./a.csv", "/d/e/../a,/d/a"})
  void oneFileInTwoSpellingsIsNotTwoFiles(String file, String testFile) {
    Tables tables = Tables.of(TWENTY).label("kind");
    tables.testFile = testFile;

    assertThrows(IllegalArgumentException.class, () -> tables.parameters(file));
  }

  @ParameterizedTest
  @CsvSource({"a.csv,/a.csv", "../a.csv,a.csv", "../../a.csv,../a.csv", "d/a.csv,a.csv"})
  void differentFilesMayHaveTheSameName(String file, String testFile) {
    Tables tables = Tables.of(TWENTY).label("kind");
    tables.testFile = testFile;

    assertEquals(Optional.of(testFile), tables.parameters(file).testFile());
  }

  @Test
  void parametersThatContradictOneAnotherAreRefused() {
    assertContradiction("either label", tables -> tables.label("a").target("b"));
    assertContradiction(
        "test_file must be another file",
        tables -> {
          tables.testFile = "t.csv";
          return tables;
        });
    assertContradiction(
        "column 'a' can be only one of",
        tables -> {
          tables.ignore = List.of("a");
          return tables.label("a");
        });
    assertContradiction(
        "are for a label",
        tables -> {
          tables.labelNoise = 0.1;
          return tables.target("a");
        });
  }

  private static void assertContradiction(
      String message, java.util.function.UnaryOperator<Tables> change) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> change.apply(Tables.of(FLOWERS)).parameters());
    assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
  }

  @Test
  void dataOfEqualParametersAreSharedWhateverExamplesAreDrawn() {
    Tables tables = Tables.of(TWENTY).label("kind");
    Tables fewer = Tables.of(TWENTY).label("kind");
    fewer.train = OptionalInt.of(3);
    fewer.validation = 2;
    Tables other = Tables.of(TWENTY).label("kind");
    other.decimal = DecimalMark.COMMA;
    CsvTable plugin = new CsvTable();

    assertEquals(plugin.source(tables.parameters()), plugin.source(fewer.parameters()));
    assertNotEquals(plugin.source(tables.parameters()), plugin.source(other.parameters()));
  }
}

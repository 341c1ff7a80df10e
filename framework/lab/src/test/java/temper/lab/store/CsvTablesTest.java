package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.study.Column;
import temper.lab.study.Table;

class CsvTablesTest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.number("x", "a number"),
          Column.integer("i", "an integer"),
          Column.text("t", "a text"),
          Column.truth("b", "a truth"));

  @TempDir Path folder;

  @Test
  void tablesAreReadFromTheFilesAlone() throws IOException {
    Fixture.run(folder, new Fixture(2, 4));
    FaultTest.delete(folder.resolve(".temper"));

    CsvTables tables = CsvTables.of(folder);
    assertEquals(Set.of("descent"), tables.experiments());
    Table trials = tables.trials("descent");
    assertEquals(8, trials.rows());
    assertEquals("9e3779b97f4a7c15", trials.texts("trial").get(0));
    assertEquals("a \"label\", 1", trials.texts("label").get(4));
    assertArrayEquals(new double[] {0, 1, 2, 3, 0, 1, 2, 3}, trials.numbers("replicate"));
    assertArrayEquals(
        new double[] {
          0, 0.1, 0.2, Double.NaN, Double.NaN, Double.NaN, 0.6000000000000001, 0.7000000000000001
        },
        trials.numbers("loss"));
    assertEquals(4, trials.where("outcome", "ok").where("rate", 0.1).rows() + 1);
    Table remarks = tables.table("descent", "remarks");
    assertEquals(List.of("two\nlines, \"quoted\"", ""), remarks.texts("remark").subList(0, 2));
    assertEquals(2, tables.summary("descent").rows());
    assertSame(trials, tables.trials("descent"));
  }

  @Test
  void anExperimentThatLacksTrialsIsNotThere() {
    Fixture plan = new Fixture(2, 2);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(plan.record(0));
      store.commit(plan, false);
      assertThrows(IllegalStateException.class, () -> store.commit(plan, true));
    }
    assertEquals(Set.of(), CsvTables.of(folder).experiments());
    assertThrows(IllegalArgumentException.class, () -> CsvTables.of(folder).trials("descent"));
    assertEquals(Set.of(), CsvTables.of(folder.resolve("nowhere")).experiments());
  }

  @Test
  void onlyTheNamedExperimentsAreSeen() {
    Fixture.run(folder, new Fixture(1, 1));
    CsvTables tables = CsvTables.of(folder);

    assertEquals(Set.of("descent"), tables.only(List.of("descent", "other")).experiments());
    assertEquals(Set.of(), tables.only(List.of("other")).experiments());
    assertThrows(IllegalArgumentException.class, () -> tables.only(List.of()).trials("descent"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> tables.table("descent", "nothing"));
    assertTrue(e.getMessage().startsWith("no table 'nothing' in experiment 'descent'"));
  }

  @Test
  void cellsAreReadByTheirType() throws IOException {
    Table table = read("x,i,t,b\n0.5,-3,a,true\n,,,\nNaN,9,b,false\n-Infinity,0,a,true\n");

    assertArrayEquals(
        new double[] {0.5, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY}, table.numbers("x"));
    assertArrayEquals(new double[] {-3, Double.NaN, 9, 0}, table.numbers("i"));
    assertEquals(List.of("a", "", "b", "a"), table.texts("t"));
    assertEquals(List.of("true", "", "false", "true"), table.texts("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,i,t|1: the header is not x,i,t,b",
        "x,i,t,b;1,2,3|2: 3 cells, not 4",
        "x,i,t,b;1,2,c,true;1.x,2,c,true|3: column 'x': '1.x' is not a number",
        "x,i,t,b;1,2.5,c,true|2: column 'i': '2.5' is not an integer",
        "x,i,t,b;1,2,c,yes|2: column 'b': 'yes' is not true or false",
        "x,i,t,b;1,2,c\"d,true|2: a quote within a cell that has none at its beginning",
      })
  void aFileThatDoesNotFitIsRefusedWithItsLine(String lines, String message) {
    StoreException e =
        assertThrows(StoreException.class, () -> read(lines.replace(';', '\n') + "\n"));

    assertEquals(folder.resolve("t.csv") + ":" + message, e.getMessage());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    StoreException e =
        assertThrows(
            StoreException.class, () -> TableReader.read(folder.resolve("none.csv"), COLUMNS));

    assertEquals("cannot read " + folder.resolve("none.csv") + ": no such file", e.getMessage());
  }

  @Test
  void manyRowsAndManyDifferentTextsAreRead() throws IOException {
    CsvWriter out = new CsvWriter().row(List.of("x", "i", "t", "b"));
    for (int i = 0; i < 10_000; i++) {
      out.cell(i / 7.0).cell(i).cell("text " + i % 5000).cell(i % 2 == 0).endRow();
    }
    Table table = read(out.toString());

    assertEquals(10_000, table.rows());
    assertEquals(9_999 / 7.0, table.numbers("x")[9_999]);
    assertEquals("text 4999", table.texts("t").get(9_999));
  }

  private Table read(String text) throws IOException {
    return TableReader.read(Files.writeString(folder.resolve("t.csv"), text), COLUMNS);
  }

  @Test
  void aDamagedDictionaryIsNamedWithItsLine() throws IOException {
    Fixture.run(folder, new Fixture(1, 1));
    Path dictionary = folder.resolve("descent/columns.csv");
    Files.writeString(
        dictionary, Fixture.text(dictionary).replace("replicate,integer", "replicate,int"));

    StoreException e =
        assertThrows(StoreException.class, () -> CsvTables.of(folder).trials("descent"));
    assertEquals(dictionary + ":3: 'INT' is no type of a column", e.getMessage());
  }
}

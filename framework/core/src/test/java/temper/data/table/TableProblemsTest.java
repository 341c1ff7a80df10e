package temper.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.numerics.NumberText;

/** Mistakes are told with the place, the column, what was found and what helps. */
class TableProblemsTest {

  private static final String FLOWERS = "length,width,species\n5.1,3.5,setosa\n6.2,2.8,virginica\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a,y;1,p;,q;NA,p;4,q | t.csv:3:1 a: is empty; 2 of 4 rows have no value: fill them in or leave them out, or leave the column out with ignore: [a]
          a,y;1,p;?,q | t.csv:3:1 a: is '?'; 1 of 2 rows has no value: fill them in or leave them out, or leave the column out with ignore: [a]
          a,b,y;1,5,p;2,x,q | t.csv:3:3 b: 'x' is not a number: leave the column out with ignore: [b], or where its values are names of kinds, say categorical: [b]
          a,b-c d,y;1,w,p;2,x,q | t.csv:2:3 b-c d: 'w' is not a number (nor are 1 more of 2): leave the column out with ignore: [b-c d], or where its values are names of kinds, say categorical: [b-c d]
          a,it's,y;1,w,p;2,2,q | t.csv:2:3 it's: 'w' is not a number: leave the column out with ignore: ['it''s'], or where its values are names of kinds, say categorical: ['it''s']
          a,y;1,p;-inf,q | t.csv:3:1 a: '-inf' is not a finite number: mend it, or leave the column out with ignore: [a]
          a,y;1,p;1e999,q | t.csv:3:1 a: '1e999' is too large: up to 1e150, squares of numbers can be added up; mend it, or leave the column out with ignore: [a]
          a,y;1,p;-1e151,q | t.csv:3:1 a: '-1e151' is too large: up to 1e150, squares of numbers can be added up; mend it, or leave the column out with ignore: [a]
          a,y;1,p;1e-400,q;-1e-999,p;0e-999,p | t.csv:3:1 a: '1e-400' is too small for a double (as are 1 more of 4): write 0, or leave the column out with ignore: [a]
          a,y;1,p;2,NA;4,q;3,? | t.csv:3:3 y: is 'NA'; 2 of 4 rows have no class: fill them in or leave them out, or write the name of a class of this name in another way
          a,y;1,p;2, "p";4,q;3, "q" | t.csv:3:3 y: '"p"' has a blank before its quotation mark (as have 1 more of 4), which then is a part of the value: leave the blank out
          a, "b",y;1,1,p;2,2,q | t.csv:1:3 "b": has a blank before its quotation mark: leave it out
          a,y;1,1;2,1.0;4,q | t.csv:1:3 y: has '1' and '1.0', which are one number written in two ways: write it in one, or give different kinds names
          a,y;"1,5",p;2,q | t.csv:2:1 a: '1,5' is not a number: if the comma is that of decimals, say decimal: comma
          a,y;1,p;2,q;3 | t.csv:4:1 has 1 value where the first line names 2 columns
          a,y;1,p;2,q,5;3,3,3,3;x | t.csv:3:1 has 3 values where the first line names 2 columns, as have 2 more lines another number
          a,y;1,p;2,p;3,p | t.csv:1:3 y: has the one class 'p' in all 3 rows; two classes or more can be told apart
          a,y;1,p;2, | t.csv:3:3 y: is empty; 1 of 2 rows has no class: fill them in or leave them out
          a,a,y;1,2,p;3,4,q | t.csv:1:3 a: columns 1 and 2 have the same name
          ,a,y;1,2,p;2,4,q | t.csv:1:1 column 1 has no name, as where row numbers were written along: name it, or leave it out with ignore: [""]
          5.1,3.5,setosa;6.2,2.8,virginica | t.csv:1:1 the first line must name the columns and looks like data ('5.1, 3.5, setosa'): put a line of names before it
          a,Y;1,p;2,q | label: t.csv has no column 'y'. Did you mean 'Y'? (columns: a, Y)
          a,y | t.csv:1:1 has no line but that of the column names
          y;p;q | ignore: leaves no column of t.csv as a feature (columns: y)
          """)
  void aMistakeInATableOfClasses(String table, String problem) {
    Tables tables = Tables.of(table.replace(';', '\n')).label("y");

    assertEquals(List.of(problem), tables.problems());
  }

  @Test
  void aMistakeInATableOfNumbers() {
    assertEquals(
        List.of(
            "t.csv:2:3 y: 'p' is not a number: where classes are to be told apart, name the column"
                + " as label and not as target"),
        Tables.of("a,y\n1,p\n2,3\n").target("y").problems());
  }

  @Test
  void anEmptyFileIsTold() {
    assertEquals(
        List.of(
            "t.csv:1:1 is empty: a line of column names is needed, then a line for each example"),
        Tables.of("").label("y").problems());
  }

  @Test
  void nothingToBePredictedIsToldWithTheColumnsThatThereAre() {
    String problem = Tables.of(FLOWERS).problems().get(0);

    assertTrue(problem.startsWith("label: name the column to be predicted"), problem);
    assertTrue(problem.endsWith("(columns: length, width, species)"), problem);
  }

  @Test
  void anotherSeparatorIsSeen() {
    assertEquals(
        List.of(
            "separator: the first line of t.csv has one column only and looks separated by a"
                + " semicolon: say separator: semicolon"),
        Tables.of("a;y\n1;p\n").label("y").problems());
  }

  @Test
  void allMistakesAreToldAtOnceUpToTen() {
    StringBuilder header = new StringBuilder();
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      header.append('c').append(i).append(',');
      row.append("bad,");
    }
    Tables few = Tables.of("a,b,c,y\n1,x,,p\n2,2,2,q\n").label("y");
    Tables many = Tables.of(header + "y\n" + row + "p\n" + row + "q\n").label("y");

    assertEquals(2, few.problems().size());
    assertEquals(11, many.problems().size());
    assertEquals("t.csv:2:41 c10: and 4 more problems from here on", many.problems().get(10));
  }

  @Test
  void severalParametersThatDoNotFitAreToldAtOnce() {
    Tables tables = Tables.of(FLOWERS).label("specis");
    tables.ignore = List.of("lenght");
    tables.categorical = List.of("colour");

    assertEquals(
        List.of(
            "label: t.csv has no column 'specis'. Did you mean 'species'? (columns: length, width, species)",
            "ignore: t.csv has no column 'lenght'. Did you mean 'length'? (columns: length, width, species)",
            "categorical: t.csv has no column 'colour' (columns: length, width, species)"),
        tables.problems());
  }

  @Test
  void placesAreThoseOfAnEditor() {
    String text = "a,\"b\"\"b\",y\n\"1\",\"2\n\n\",\"\uD83C\uDF38\"\r\n\"\uD83C\uDF38\"\"\",x,q\n";
    Tables tables = Tables.of(text).label("y");

    List<String> problems = tables.problems();

    assertEquals(
        List.of(
            "t.csv:5:1 a: '\uD83C\uDF38\"' is not a number: leave the column out with ignore: [a],"
                + " or where its values are names of kinds, say categorical: [a]",
            "t.csv:5:7 b\"b: 'x' is not a number: leave the column out with ignore: ['b\"b'],"
                + " or where its values are names of kinds, say categorical: ['b\"b']"),
        problems);
  }

  @Test
  void aQuotationMarkThatIsNotClosedIsToldWhereItStands() {
    String problem = Tables.of("a,y\n1,p\n2,\"q\n3,p\n").label("y").problems().get(0);
    String after = Tables.of("a,y\n1,p\n2,\"q\"q\n3,p\n").label("y").problems().get(0);

    assertTrue(problem.startsWith("t.csv:3:3 a value in quotation marks is not ended"), problem);
    assertTrue(after.startsWith("t.csv:3:3 a value in quotation marks is not ended"), after);
  }

  @Test
  void filesOfOtherKindsAreSeen() {
    byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0};
    byte[] utf16 = "a,y\n1,p\n".getBytes(StandardCharsets.UTF_16);
    byte[] latin = "a,y\n1,\u00fc\n2,b\n".getBytes(StandardCharsets.ISO_8859_1);

    assertTrue(Tables.of(workbook).label("y").problems().get(0).contains("is a workbook"));
    assertTrue(Tables.of(utf16).label("y").problems().get(0).contains("is UTF-16"));
    assertEquals(
        List.of("t.csv:2:3 y: '\uFFFD' is not UTF-8: save the file in this encoding"),
        Tables.of(latin).label("y").problems());
  }

  @Test
  void aTestFileIsHeldAgainstTheTable() {
    Tables columns =
        Tables.of(FLOWERS).with("test.csv", "length,species\n1,setosa\n").label("species");
    columns.testFile = "test.csv";
    Tables classes =
        Tables.of(FLOWERS).with("test.csv", "length,species,width\n1,rose,2\n").label("species");
    classes.testFile = "test.csv";

    assertEquals(
        List.of("test.csv:1:1 width: there is no such column, which t.csv has"),
        columns.problems());
    assertEquals(
        List.of(
            "test.csv:2:3 species: the class 'rose' does not occur in t.csv, whose classes are"
                + " setosa, virginica"),
        classes.problems());
  }

  @Test
  void aCategoryThatIsInTheTestFileOnlyIsNoFeature() {
    Tables tables =
        Tables.of("k,x,y\nu,1,p\nv,2,q\n").with("test.csv", "y,k,x\np,u,1\np,w,1\n").label("y");
    tables.testFile = "test.csv";
    tables.categorical = List.of("k");

    assertEquals(
        List.of(
            "test.csv:3:3 k: the value 'w' does not occur in t.csv, whose values are u, v: leave"
                + " such rows out, or leave the column out with ignore: [k]"),
        tables.problems());
  }

  @ParameterizedTest
  @CsvSource({
    "a;y;1;p;2;q, a;y;1;p;2;q, true",
    "a;y;1;p;2;q, y;a;p;1;q;2, true",
    "a;y;1;p;2;q, a;y;1;p;2.5;q, false",
    "a;y;1;p;2;q, a;y;1;p;2;p, false",
    "a;y;1;p;2;q, a;y;1;p, false"
  })
  void aTestFileWithTheSameRowsIsRefused(String table, String test, boolean refused) {
    Tables tables = Tables.of(twoColumns(table)).with("test.csv", twoColumns(test)).label("y");
    tables.testFile = "test.csv";

    if (refused) {
      assertEquals(
          List.of(
              "test_file: test.csv holds the same rows as t.csv: what was learnt would be tested"
                  + " on itself"),
          tables.problems());
    } else {
      assertEquals(2, tables.read().train().rows());
    }
  }

  private static String twoColumns(String cells) {
    return cells.replaceAll("([^;]*);([^;]*)(;|$)", "$1,$2\n");
  }

  @ParameterizedTest
  @CsvSource({"0.1, false", "0.1, true", "7, true", "-1e-200, true"})
  void aTargetThatIsTheSameInAllRowsIsRefused(String value, boolean standardized) {
    Tables tables = Tables.of("a,y\n" + ("1," + value + "\n").repeat(12)).target("y");
    tables.standardizeTarget = standardized;

    assertEquals(
        List.of(
            "t.csv:1:3 y: has the one value %s in all 12 rows: there is nothing to be predicted"
                .formatted(NumberText.format(Double.parseDouble(value)))),
        tables.problems());
  }

  @Test
  void targetsWhoseSquaresOverflowOrVanishAreRefused() {
    Tables large = Tables.of("a,y\n1,1\n2,1e200\n3,1e308\n").target("y");
    Tables small = Tables.of("a,y\n1,1e-200\n2,3e-200\n").target("y");
    small.standardizeTarget = true;

    assertEquals(
        List.of(
            "t.csv:3:3 y: '1e200' is too large (as are 1 more of 3): up to 1e150, squares of"
                + " numbers can be added up; mend it"),
        large.problems());
    assertEquals(
        List.of(
            "t.csv:1:3 y: has numbers from 1e-200 to 3e-200, whose squares are too small for a"
                + " double: write them in a smaller unit, or say standardize_target: false"),
        small.problems());
    small.standardizeTarget = false;
    assertEquals(3e-200, small.read().train().target(1));
  }

  @Test
  void aColumnWithTooManyKindsIsRefused() {
    StringBuilder text = new StringBuilder("id,x,y\n");
    for (int i = 0; i < 3000; i++) {
      text.append("id").append(i).append(',').append(i).append(",c").append(i % 2).append('\n');
    }
    Tables kinds = Tables.of(text.toString()).label("y");
    kinds.categorical = List.of("id");
    Tables labels = Tables.of(text.toString()).label("x");
    labels.ignore = List.of("id");
    labels.categorical = List.of("y");

    assertEquals(
        List.of(
            "t.csv:1:1 id: has more than 1000 different values: leave the column out with ignore"),
        kinds.problems());
    assertEquals(
        List.of(
            "t.csv:1:4 x: has more than 1000 different values: where they are numbers to be"
                + " predicted, name the column as target"),
        labels.problems());
  }

  @Test
  void aLabelThatDiffersInMostRowsIsTakenForANumber() {
    StringBuilder text = new StringBuilder("x,price\n");
    for (int i = 0; i < 30; i++) {
      text.append(i).append(',').append(i / 30.0).append('\n');
    }

    assertEquals(
        List.of(
            "t.csv:1:3 price: has 30 different values in 30 rows: where they are numbers to be"
                + " predicted, name the column as target and not as label"),
        Tables.of(text.toString()).label("price").problems());
  }
}

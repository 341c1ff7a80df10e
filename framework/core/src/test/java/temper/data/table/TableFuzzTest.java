package temper.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.data.Dataset;
import temper.numerics.NumberText;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * Seeded random tables: those that are whole give back what was written, no other one surprises.
 */
class TableFuzzTest {

  private static final int BROKEN = 10_000;
  private static final int WHOLE = 500;
  private static final String[] PIECES = {
    "a",
    "y",
    "1",
    "2.5",
    "-3e-4",
    ",",
    ",",
    ",",
    ";",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\"\"",
    " ",
    "NaN",
    "\uFEFF",
    "\u0000",
    "\uD83C\uDF38",
    "\uD83C",
    "x,y\n",
    "1,p\n",
    "2,q\n",
    "1e999",
    "'"
  };

  private static RandomStream stream(String purpose, int number) {
    return new StreamRoot("fuzz").stream("table", number, purpose);
  }

  @Test
  void aBrokenTableIsReadOrRefusedWithProblemsAtPlaces() throws IOException {
    int refused = 0;
    for (int number = 0; number < BROKEN; number++) {
      RandomStream random = stream("broken", number);
      Tables tables = Tables.of(broken(random)).label("y");
      if (random.nextInt(4) == 0) {
        tables.separator = Separator.SEMICOLON;
      }
      try {
        Dataset data = new CsvTable().source(tables.parameters()).read(tables.files());
        assertTrue(data.train().rows() > 0 && data.classes().size() > 1, "input " + number);
      } catch (TableException e) {
        refused++;
        for (TableProblem problem : e.problems()) {
          assertTrue(problem.line() >= 1 && problem.column() >= 1, "input " + number);
        }
      } catch (RuntimeException e) {
        throw new AssertionError("input " + number, e);
      }
    }
    assertTrue(refused > BROKEN / 2 && refused < BROKEN, "refused: " + refused);
  }

  /** Pieces in a row, or a whole table of which some bytes were changed, cut off or doubled. */
  private static byte[] broken(RandomStream random) {
    StringBuilder text = new StringBuilder(random.nextInt(3) > 0 ? "x,y\n1,p\n2,q\n" : "");
    int pieces = random.nextInt(30);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(3); change > 0 && bytes.length > 0; change--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  @Test
  void aWholeTableGivesBackWhatWasWrittenHoweverItIsQuoted() {
    for (int number = 0; number < WHOLE; number++) {
      RandomStream random = stream("whole", number);
      int rows = 2 + random.nextInt(30);
      int columns = 1 + random.nextInt(4);
      double[][] values = new double[rows][columns];
      List<String> kinds = new ArrayList<>();
      String end = random.nextInt(2) == 0 ? "\n" : "\r\n";
      StringBuilder text = new StringBuilder(random.nextInt(2) == 0 ? "\uFEFF" : "");
      for (int column = 0; column < columns; column++) {
        text.append(quoted("c" + column, random)).append(',');
      }
      text.append("kind").append(end);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          values[row][column] = random.gaussian() * StrictMath.pow(10, random.nextInt(40) - 20);
          text.append(quoted(NumberText.format(values[row][column]), random)).append(',');
        }
        kinds.add(row < 2 ? "k" + row : "k" + random.nextInt(2));
        text.append(quoted(kinds.get(row), random)).append(row + 1 < rows ? end : "");
      }

      Dataset data = Tables.of(text.toString()).label("kind").read();

      assertEquals(rows, data.train().rows(), "table " + number);
      for (int row = 0; row < rows; row++) {
        assertArrayEquals(values[row], data.train().row(row), "table " + number + " row " + row);
        assertEquals(kinds.get(row), data.classes().get(data.train().label(row)));
      }
    }
  }

  private static String quoted(String text, RandomStream random) {
    return switch (random.nextInt(4)) {
      case 0 -> "\"" + text + "\"";
      case 1 -> " " + text;
      case 2 -> text + "\t";
      default -> text;
    };
  }

  @Test
  void decimalsAreTheNearestDoubles() {
    RandomStream random = stream("decimals", 0);
    for (int number = 0; number < 50_000; number++) {
      StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
      int digits = 1 + random.nextInt(22);
      int point = random.nextInt(2 * digits);
      for (int i = 0; i < digits; i++) {
        text.append(i == point ? "." : "").append((char) ('0' + random.nextInt(10)));
      }
      if (random.nextInt(4) == 0) {
        text.append(random.nextInt(2) == 0 ? 'e' : 'E').append(random.nextInt(600) - 300);
      }
      double expected = Double.parseDouble(text.toString());
      double found = Decimals.parse(text.toString(), '.');

      assertEquals(
          Double.doubleToLongBits(Double.isFinite(expected) ? expected : Double.NaN),
          Double.doubleToLongBits(found),
          text.toString());
      String comma = text.toString().replace('.', ',');
      assertEquals(
          Double.doubleToLongBits(found), Double.doubleToLongBits(Decimals.parse(comma, ',')));
    }
  }

  @Test
  void whatIsNoDecimalNumberIsNone() {
    for (String text :
        List.of(
            "",
            "+",
            "-",
            ".",
            "e5",
            "1e",
            "1e+",
            "1d",
            "1f",
            "0x10",
            "0x1p3",
            "1_000",
            "1 2",
            "NaN",
            "Infinity",
            "--1",
            "1..2",
            "1e5.5",
            "\u0661",
            "1e999")) {
      assertTrue(Double.isNaN(Decimals.parse(text, '.')), text);
    }
    assertEquals(0.5, Decimals.parse(".5", '.'));
    assertEquals(5, Decimals.parse("5.", '.'));
    assertEquals(Double.doubleToLongBits(-0.0), Double.doubleToLongBits(Decimals.parse("-0", '.')));
  }
}

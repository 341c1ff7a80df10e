package temper.data.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.data.DataFormatException;
import temper.data.Examples;

/**
 * Lines of comma-separated values without quotes: one column names a class, some are left out, all
 * others are numbers. This is the form of the small tables of the UCI repository.
 *
 * @param columns number of values on a line
 * @param classColumn the column that names the class, counted from 0
 * @param ignored columns that are left out, counted from 0
 * @param classes names of the classes; the label of a line is the place of its name in this list
 * @since 0.1
 */
public record CsvNumbers(
    int columns, int classColumn, List<Integer> ignored, List<String> classes) {

  /**
   * Checks columns.
   *
   * @throws IllegalArgumentException if a column is not one of the line's, or no number is left
   */
  public CsvNumbers {
    ignored = List.copyOf(ignored);
    classes = List.copyOf(classes);
    List<Integer> special = new ArrayList<>(ignored);
    special.add(classColumn);
    for (int column : special) {
      if (column < 0 || column >= columns) {
        throw new IllegalArgumentException(
            "column " + column + " is not one of 0 to " + (columns - 1));
      }
    }
    if (columns - special.size() < 1) {
      throw new IllegalArgumentException("no column of numbers is left of " + columns);
    }
  }

  /**
   * Reads a table.
   *
   * @param file name of the file, for messages
   * @param in the bytes, UTF-8; read to their end and not closed
   * @return one example for each line; empty lines are passed over
   * @throws DataFormatException if a line has another number of values, an unknown class or
   *     something that is not a finite number, or if there is no line
   * @throws IOException if reading fails
   */
  public Examples read(String file, InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int features = columns - ignored.size() - 1;
    double[] numbers = new double[features * 64];
    int[] labels = new int[64];
    int rows = 0;
    int lineNumber = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lineNumber++;
      if (line.isBlank()) {
        continue;
      }
      if (rows == labels.length) {
        labels = Arrays.copyOf(labels, 2 * rows);
        numbers = Arrays.copyOf(numbers, 2 * rows * features);
      }
      labels[rows] = parse(file + ":" + lineNumber, line, numbers, rows * features);
      rows++;
    }
    if (rows == 0) {
      throw new DataFormatException(file, "expected lines of " + columns + " values, found none");
    }
    return Examples.ofNumbers(
        Arrays.copyOf(numbers, rows * features), Arrays.copyOf(labels, rows), features);
  }

  private int parse(String place, String line, double[] numbers, int offset) throws IOException {
    String[] cells = line.split(",", -1);
    if (cells.length != columns) {
      throw new DataFormatException(
          place, "expected " + columns + " values, found " + cells.length);
    }
    int label = classes.indexOf(cells[classColumn].strip());
    if (label < 0) {
      throw new DataFormatException(
          place,
          "expected one of the classes "
              + classes
              + " in column "
              + (classColumn + 1)
              + ", found '"
              + shortened(cells[classColumn])
              + "'");
    }
    int at = offset;
    for (int column = 0; column < columns; column++) {
      if (column != classColumn && !ignored.contains(column)) {
        numbers[at++] = number(place, column, cells[column].strip());
      }
    }
    return label;
  }

  private static double number(String place, int column, String cell) throws IOException {
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!Double.isFinite(value)) {
      throw new DataFormatException(
          place,
          "expected a finite number in column "
              + (column + 1)
              + ", found '"
              + shortened(cell)
              + "'");
    }
    return value;
  }

  private static String shortened(String cell) {
    return cell.length() <= 40 ? cell : cell.substring(0, 40) + "...";
  }
}

package temper.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnTest {

  @Test
  void columnsOfNumbersAndIntegersHoldNumbersAndNoOthersDo() {
    Stream<Column> columns =
        Stream.of(
            Column.number("loss", "Loss"),
            Column.integer("epoch", "Epoch").in("epochs"),
            Column.text("model", "Model"),
            Column.truth("stable", "Whether it is stable"));

    assertEquals(List.of(true, true, false, false), columns.map(Column::holdsNumbers).toList());
  }
}

package temper.lab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueLabelsTest {

  @Test
  void ofChoicesOfOneNameOnlyWhatDiffersIsSaid() {
    assertEquals(
        Map.of(
            "sgd(momentum=0,nesterov=false,weight_decay=0)", "sgd(weight_decay=0)",
            "sgd(momentum=0,nesterov=false,weight_decay=0.1)", "sgd(weight_decay=0.1)"),
        ValueLabels.of(
            List.of(
                "sgd(momentum=0,nesterov=false,weight_decay=0)",
                "sgd(momentum=0,nesterov=false,weight_decay=0.1)")));
  }

  @Test
  void choicesOfDifferentNamesAreCalledByThem() {
    assertEquals(
        Map.of("sgd(momentum=0.9)", "sgd", "adam(beta1=0.9)", "adam"),
        ValueLabels.of(List.of("sgd(momentum=0.9)", "adam(beta1=0.9)")));
  }

  @Test
  void constantsAreCalledByTheirValue() {
    assertEquals(
        Map.of("constant(value=0.1)", "0.1", "16", "16"),
        ValueLabels.of(List.of("constant(value=0.1)", "16", "16")));
  }

  @Test
  void commasWithinBracketsSeparateNothing() {
    String tenth = "join(parts=[linear(end=1,length=5),cosine(peak=1)],boundaries=[10%,20%])";
    String fifth = "join(parts=[linear(end=1,length=5),cosine(peak=1)],boundaries=[20%,30%])";

    assertEquals(
        Map.of(tenth, "join(boundaries=[10%,20%])", fifth, "join(boundaries=[20%,30%])"),
        ValueLabels.of(List.of(tenth, fifth)));
  }

  @Test
  void longLabelsAreCutUnlessTheyWouldBecomeTheSame() {
    String longText = "a".repeat(60);

    assertEquals("a".repeat(45) + "...", ValueLabels.of(List.of(longText, "b")).get(longText));
    assertEquals(
        longText + "1",
        ValueLabels.of(List.of(longText + "1", longText + "2")).get(longText + "1"));
  }
}

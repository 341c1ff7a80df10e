package temper.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import temper.random.StreamRoot.Phase;

class StreamRootTest {

  private static final StreamRoot ROOT = new StreamRoot("root");

  @Test
  void keysAStreamByTheDigestOfItsWrittenEncoding() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    for (String text : new String[] {"temper stream 1", "root", "e"}) {
      bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_16BE));
    }
    bytes.putLong(3).putInt(4).put("data".getBytes(StandardCharsets.UTF_16BE));
    bytes.putInt(2).putLong(-1).putLong(5);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes.array(), 0, bytes.position());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());

    RandomStream stream = ROOT.stream("e", 3, "data", -1, 5);

    assertEquals(Philox4x32.at(hash.getLong(0), hash.getLong(8), 0, false), stream.nextLong());
  }

  @Test
  void givesTheSameNumbersForTheSameKey() {
    RandomStream first = ROOT.stream("e", 3, "data", 1, 2);
    RandomStream second = new StreamRoot("root").stream("e", 3, "data", 1, 2);

    assertEquals(first.nextLong(), second.nextLong());
  }

  @Test
  void givesOtherNumbersWhenAnyPartOfTheKeyDiffersOrMovesToItsNeighbour() {
    RandomStream[] streams = {
      ROOT.stream("e", 0, "data"),
      ROOT.stream("e", 1, "data"),
      ROOT.stream("e", 0, "init"),
      ROOT.stream("f", 0, "data"),
      ROOT.stream("ed", 0, "ata"),
      ROOT.stream("", 0, "edata"),
      ROOT.stream("e", 0, "data", 0),
      ROOT.stream("e", 0, "data", 0, 0),
      ROOT.stream("e", 0, "data", 1),
      ROOT.stream("e", 0, "data", 1, 0),
      ROOT.stream("e", 0, "data", 0, 1),
      new StreamRoot("roote").stream("", 0, "data"),
      new StreamRoot("").stream("roote", 0, "data"),
      ROOT.stream("\uD800", 0, "data"),
      ROOT.stream("?", 0, "data"),
      StreamRoot.of("root", Phase.EXPLORE).stream("e", 0, "data"),
      StreamRoot.of("root", Phase.CONFIRM).stream("e", 0, "data"),
    };
    Set<Long> numbers = new HashSet<>();

    for (RandomStream stream : streams) {
      assertTrue(numbers.add(stream.nextLong()));
    }
  }

  @Test
  void namesTheRootsOfAStudyByTheirPhase() {
    assertEquals("explore:anneal", StreamRoot.of("anneal", Phase.EXPLORE).name());
    assertEquals("confirm:anneal", StreamRoot.of("anneal", Phase.CONFIRM).toString());
    assertNotEquals(
        StreamRoot.of("anneal", Phase.EXPLORE).stream("e", 0, "p").nextLong(),
        StreamRoot.of("anneal", Phase.CONFIRM).stream("e", 0, "p").nextLong());
  }

  @Test
  void refusesANegativeReplicate() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ROOT.stream("e", -1, "data"));
    assertEquals("replicate must be >= 0, got -1", error.getMessage());
  }
}

package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialIndexTest {

  @Test
  void behavesAsAMapOfLongs() {
    TrialIndex index = new TrialIndex();
    Map<Long, Long> map = new HashMap<>();
    long state = 1;
    for (int i = 0; i < 50_000; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      // Small identifiers, zero and negative ones among them, come again and again.
      long id = (state >> 40) % 9_000;
      index.put(id, i + 1);
      map.put(id, i + 1L);
    }
    for (long id = -10_000; id < 10_000; id++) {
      assertEquals(map.getOrDefault(id, TrialIndex.ABSENT), index.get(id));
    }
    Map<Long, Long> visited = new HashMap<>();
    index.forEach(visited::put);
    assertEquals(map, visited);
  }

  @Test
  void identifiersThatDifferInTheirHighBitsOnlyAreFoundQuickly() {
    TrialIndex index = new TrialIndex();
    for (long i = 0; i < 20_000; i++) {
      index.put(i << 48, i + 1);
    }
    for (long i = 0; i < 20_000; i++) {
      assertEquals(i + 1, index.get(i << 48));
    }
  }
}

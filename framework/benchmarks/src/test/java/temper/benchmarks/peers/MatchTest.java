package temper.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {

  /** Replays rates, and notes its turns. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
  private record Scripted(String name, double[] rates, int[] next, List<String> turns)
      implements Contestant {

    Scripted(String name, List<String> turns, double... rates) {
      this(name, rates, new int[1], turns);
    }

    @Override
    public double round(double seconds) {
      turns.add(name);
      return rates[next[0]++];
    }

    @Override
    public void close() {}
  }

  @Test
  void ratiosAreTakenWithinRoundsAndOrderIsReversedFromRoundToRound()
      throws IOException, InterruptedException {
    List<String> turns = new ArrayList<>();
    // The machine is half as fast in the second round, for both.
    Contestant us = new Scripted("us", turns, 30, 15, 36);
    Contestant peer = new Scripted("peer", turns, 10, 5, 9);

    Match match = Match.play(List.of(us, peer), 3, 0.1);

    assertEquals(List.of("us", "peer", "peer", "us", "us", "peer"), turns);
    assertEquals(30, match.rate(0));
    assertEquals(9, match.rate(1));
    assertEquals(new Match.Ratio(3, 3, 4), match.ratio(1));
  }

  @Test
  void anEvenNumberOfRoundsHasTheMeanOfTheMiddleTwoAsMedian() {
    Match match = new Match(List.of("us", "peer"), new double[][] {{8, 2, 4, 6}, {1, 1, 1, 1}});

    assertEquals(5, match.rate(0));
    assertEquals(new Match.Ratio(5, 2, 8), match.ratio(1));
  }
}

package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FolderClockTest {

  private static final Duration SHORT = Duration.ofMillis(1);

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTaskThatWaitsKeepsNoOtherFromItsTime() {
    CountDownLatch beats = new CountDownLatch(3);
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (FolderClock clock = new FolderClock()) {
      clock.every(
          "slow",
          SHORT,
          () -> {
            begun.countDown();
            await(slow);
          });
      await(begun);
      clock.every("beat", SHORT, beats::countDown);
      await(beats);
      slow.countDown();
    }
    assertEquals(0, beats.getCount());
  }

  @Test
  void aTaskThatFailsIsBegunAgain() {
    CountDownLatch begins = new CountDownLatch(3);
    AtomicInteger number = new AtomicInteger();
    try (FolderClock clock = new FolderClock()) {
      clock.every(
          "failing",
          SHORT,
          () -> {
            begins.countDown();
            if (number.incrementAndGet() == 1) {
              throw new OutOfMemoryError("a trial has it all");
            }
            throw new IllegalStateException("again");
          });
      await(begins);
    }
  }

  @Test
  void whatIsUnderWayHasEndedWhenTheClockIsClosed() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    FolderClock clock = new FolderClock();
    clock.every(
        "slow",
        SHORT,
        () -> {
          begun.countDown();
          try {
            Thread.sleep(100);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          ended.set(true);
        });
    await(begun);
    clock.close();
    assertTrue(ended.get());
  }

  @Test
  void whoIsInterruptedWhileItClosesIsStillInterrupted() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch slow = new CountDownLatch(1);
    FolderClock clock = new FolderClock();
    clock.every(
        "slow",
        SHORT,
        () -> {
          begun.countDown();
          await(slow);
        });
    await(begun);
    Thread.currentThread().interrupt();
    clock.close();
    assertTrue(Thread.interrupted());
    assertFalse(Thread.currentThread().isInterrupted());
    slow.countDown();
  }
}

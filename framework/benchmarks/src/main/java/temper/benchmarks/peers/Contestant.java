package temper.benchmarks.peers;

import java.io.IOException;

/** Somebody who does a workload for a while, again and again, and is warm. */
interface Contestant extends AutoCloseable {

  /** What stands above its column. */
  String name();

  /** Works for some seconds and tells the steps a second. */
  double round(double seconds) throws IOException, InterruptedException;

  @Override
  void close();
}

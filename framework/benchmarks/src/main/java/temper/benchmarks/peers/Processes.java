package temper.benchmarks.peers;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes of a peer that work at once; their rates are added up. A process says "ready" when it
 * is warm, then answers each line that names a number of seconds with its rate.
 */
final class Processes implements Contestant {

  private final String name;
  private final List<Process> processes = new ArrayList<>();
  private final List<BufferedReader> answers = new ArrayList<>();
  private final List<BufferedWriter> orders = new ArrayList<>();

  /** Starts a command some times over and waits until all are warm. */
  Processes(String name, List<String> command, int count) throws IOException {
    this.name = name;
    try {
      for (int i = 0; i < count; i++) {
        Process process =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        processes.add(process);
        answers.add(process.inputReader(StandardCharsets.UTF_8));
        orders.add(process.outputWriter(StandardCharsets.UTF_8));
      }
      for (BufferedReader answer : answers) {
        String line = answer.readLine();
        if (!"ready".equals(line)) {
          throw new IOException(
              "%s did not start: %s answered %s".formatted(name, command.get(0), line));
        }
      }
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double round(double seconds) throws IOException {
    for (BufferedWriter order : orders) {
      order.write(seconds + "\n");
      order.flush();
    }
    double rate = 0;
    for (BufferedReader answer : answers) {
      String line = answer.readLine();
      if (line == null) {
        throw new IOException(name + " ended before its time");
      }
      rate += Double.parseDouble(line);
    }
    return rate;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
  }
}

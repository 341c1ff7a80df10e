package temper.lab.cli;

final class Description {
  static String of(temper.plugin.Plugin p, int w, boolean j) {
    return p.summary() + "\n";
  }
}

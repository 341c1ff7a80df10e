package temper.lab.figure;

/** Prints the digest of the gallery; run as a process of its own by a test. */
final class DrawInAnotherJvm {

  private DrawInAnotherJvm() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    System.out.println("digest " + Gallery.digest());
    int bytes = new FigureRenderer().png(Gallery.charts().get("points"), 100).length;
    System.out.println("png " + bytes);
  }
}

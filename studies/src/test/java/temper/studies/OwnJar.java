package temper.studies;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar with a study, as somebody else builds it against the finished jar. */
final class OwnJar {

  private static final String STUDY =
      """
      package elsewhere;
      import java.util.List;
      import temper.lab.study.*;
      import temper.plugin.Source;
      public final class OfAJar implements Study {
        public record Nothing(int unused) {}
        public static final class Draw implements Experiment<Nothing> {
          public String name() { return "draw"; }
          public String summary() { return "Draws a number."; }
          public Nothing defaults() { return new Nothing(1); }
          public List<Column> metrics() { return List.of(Column.number("value", "the number")); }
          public Design<Nothing> design(Profile profile, Tables earlier) {
            return Design.single(defaults(), 5);
          }
          public void run(Nothing none, Trial trial) {
            trial.metric("value", FACTOR * trial.stream("draw").uniform());
          }
        }
        public String name() { return "of-a-jar"; }
        public String summary() { return "A study of a jar."; }
        public Source source() { return Source.FOLKLORE; }
        public List<Experiment<?>> experiments() { return List.of(new Draw()); }
        public List<Claim> claims() { return List.of(); }
      }
      """;

  private OwnJar() {}

  /** Builds the jar; with another factor its trials give other numbers. */
  static Path build(Path folder, int factor) throws IOException {
    Path source = folder.resolve("elsewhere/OfAJar.java");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Files.createDirectories(source.getParent());
    Files.writeString(source, STUDY.replace("FACTOR", Integer.toString(factor)));
    String[] arguments = {
      "--release",
      "17",
      "-proc:none",
      "-cp",
      FinishedJar.JAR.toString(),
      "-d",
      classes.toString(),
      source.toString()
    };
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
      throw new IllegalStateException("the study of the jar does not compile");
    }
    Path services = classes.resolve("META-INF/services/temper.lab.study.Study");
    Files.createDirectories(services.getParent());
    Files.write(services, "elsewhere.OfAJar\n".getBytes(StandardCharsets.UTF_8));
    Path jar = folder.resolve("own.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(one).toString().replace('\\', '/')));
        Files.copy(one, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}

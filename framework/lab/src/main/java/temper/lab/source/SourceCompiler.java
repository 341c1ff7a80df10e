package temper.lab.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles one Java file in memory. */
final class SourceCompiler {

  /** The language and library of the oldest JDK that runs this, whichever compiles. */
  private static final List<String> OPTIONS =
      List.of("--release", "17", "-parameters", "-proc:none", "-Xlint:none", "-implicit:none");

  private SourceCompiler() {}

  /**
   * Compiles a file.
   *
   * @param path the file
   * @param text its text
   * @return a loader of its classes
   * @throws SourceException if it does not compile
   */
  static SourceLoader compile(Path path, SourceText text) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager libraries =
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        Memory memory = new Memory(libraries)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  new StringWriter(),
                  memory,
                  diagnostics,
                  options(),
                  null,
                  List.of(new Source(path.toAbsolutePath().toUri(), text.text())));
      return compile(task, memory, diagnostics, text);
    } catch (IOException inMemory) {
      throw new IllegalStateException("cannot compile in memory", inMemory);
    }
  }

  private static SourceLoader compile(
      JavacTask task,
      Memory memory,
      DiagnosticCollector<JavaFileObject> diagnostics,
      SourceText text)
      throws IOException {
    try {
      Iterable<? extends CompilationUnitTree> files = task.parse();
      throwIfAny(diagnostics, text);
      task.analyze();
      throwIfAny(diagnostics, text);
      SourceParts parts = SourceScan.of(task, files.iterator().next(), text.text());
      task.generate();
      throwIfAny(diagnostics, text);
      ClassLoader parent = SourceCompiler.class.getClassLoader();
      return new SourceLoader(SourceCode.LOADER, parent, memory.code(), parts);
    } catch (IllegalStateException | AssertionError | StackOverflowError gaveUp) {
      throw defeated(text, gaveUp);
    }
  }

  /** Compilers have defects that a file can hit, and a stack that nesting can exhaust. */
  private static SourceException defeated(SourceText text, Throwable thrown) {
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    String message =
        cause instanceof StackOverflowError
            ? "something is nested too deeply to be compiled"
            : "the compiler of Java " + Runtime.version() + " fails on this file: " + cause;
    SourceException refused = new SourceException(List.of(text.problem(-1, message)));
    refused.initCause(thrown);
    return refused;
  }

  private static List<String> options() {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-classpath", System.getProperty("java.class.path", "")));
    options.addAll(List.of("-sourcepath", "")); // One file, whatever lies beside it.
    return options;
  }

  private static void throwIfAny(DiagnosticCollector<JavaFileObject> diagnostics, SourceText text) {
    List<SourceProblem> errors =
        diagnostics.getDiagnostics().stream()
            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
            .map(one -> text.problem(one.getPosition(), one.getMessage(Locale.ENGLISH)))
            .toList();
    if (!errors.isEmpty()) {
      throw new SourceException(errors);
    }
  }

  /** The file to compile. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what the compiler writes. */
  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

    Memory(StandardJavaFileManager libraries) {
      super(libraries);
    }

    Map<String, byte[]> code() {
      Map<String, byte[]> code = new TreeMap<>();
      classes.forEach((name, bytes) -> code.put(name, bytes.toByteArray()));
      return code;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        @Nullable FileObject sibling) {
      URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
      return new SimpleJavaFileObject(uri, kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          classes.put(className, out);
          return out;
        }
      };
    }
  }
}

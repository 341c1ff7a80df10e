package temper.lab.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import temper.lab.study.Study;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Plugin;

/**
 * One Java file of a user, compiled: a study, or plug-ins such as a schedule, or both. Nothing
 * needs to be registered: every class of the file that implements a kind of plug-in is found.
 *
 * @since 0.1
 */
public final class SourceCode {

  /** How the names of such files end. */
  public static final String EXTENSION = ".java";

  /** The name of the class loader of such files, by which a stack trace tells their code. */
  public static final String LOADER = "java-file";

  private static final int MOST_BYTES = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*\\.java");

  private final String file;
  private final byte[] bytes;
  private final SourceText text;
  private final SourceLoader loader;
  private final List<Study> studies = new ArrayList<>();
  private final List<ParameterizedPlugin<?>> plugins = new ArrayList<>();

  private SourceCode(String file, byte[] bytes, SourceText text, SourceLoader loader) {
    this.file = file;
    this.bytes = bytes;
    this.text = text;
    this.loader = loader;
  }

  /**
   * Compiles a file and makes its study and plug-ins.
   *
   * @param path the file
   * @return what it declares
   * @throws IOException if it cannot be read
   * @throws SourceException if it does not compile, declares nothing that can be used, or more than
   *     one study
   */
  public static SourceCode compile(Path path) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    String name = path.getFileName().toString();
    if (bytes.length > MOST_BYTES) {
      throw refused(path, "the file has more than " + MOST_BYTES + " bytes");
    }
    if (!NAME.matcher(name).matches()) {
      throw refused(path, "the file must be named like its class: letters, digits and '_'");
    }
    if (!canCompile()) {
      throw refused(
          path,
          "the file needs a JDK to be compiled: the Java that is running, "
              + System.getProperty("java.home")
              + ", has no compiler. Name a JDK with TEMPER_JAVA_HOME");
    }
    SourceText text = SourceText.of(path.toString(), bytes);
    SourceCode code = new SourceCode(name, bytes, text, SourceCompiler.compile(path, text));
    code.instantiate();
    return code;
  }

  /**
   * Whether the Java that is running has a compiler.
   *
   * @return false for a JRE
   */
  public static boolean canCompile() {
    return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
  }

  private static SourceException refused(Path path, String message) {
    return new SourceException(List.of(new SourceProblem(path.toString(), 1, 1, message, "")));
  }

  private void instantiate() {
    List<SourceProblem> problems = new ArrayList<>();
    for (Map.Entry<String, Long> declared : loader.parts().declared().entrySet()) {
      Class<?> type = load(declared.getKey());
      if (Plugin.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
        try {
          add(instance(type));
        } catch (IllegalArgumentException unfit) {
          problems.add(text.problem(declared.getValue(), String.valueOf(unfit.getMessage())));
        }
      }
    }
    if (problems.isEmpty() && studies.isEmpty() && plugins.isEmpty()) {
      problems.add(
          text.problem(
              -1,
              "no class of the file implements "
                  + Study.class.getName()
                  + ", nor a kind of plug-in such as a schedule"));
    }
    if (studies.size() > 1) {
      studies.forEach(
          study -> problems.add(problem(study.getClass(), "a file can declare only one study")));
    }
    if (!problems.isEmpty()) {
      throw new SourceException(problems);
    }
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException compiled) {
      throw new IllegalStateException(compiled);
    }
  }

  private void add(Object plugin) {
    if (plugin instanceof Study study) {
      studies.add(study);
    } else if (plugin instanceof ParameterizedPlugin<?> parameterized) {
      plugins.add(parameterized);
    }
  }

  /**
   * An object of a class.
   *
   * @throws IllegalArgumentException if none can be made; says why
   */
  private static Object instance(Class<?> type) {
    String name = type.getSimpleName();
    if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
      throw new IllegalArgumentException(name + " must be static, or stand beside other classes");
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true); // Nobody else sees the file: it needs nothing public.
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(name + " must have a constructor without arguments", e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(name + " cannot be made: " + e.getCause(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException(name + " cannot be made: " + e, e);
    }
  }

  /**
   * The name of the file.
   *
   * @return without folders, such as {@code MyStudy.java}
   */
  public String fileName() {
    return file;
  }

  /**
   * The file as it was read.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The checksum of the file.
   *
   * @return SHA-256 in hexadecimal digits
   */
  public String sha256() {
    return SourceParts.sha256(bytes);
  }

  /**
   * The study that the file declares.
   *
   * @return empty for a file of plug-ins
   */
  public Optional<Study> study() {
    return studies.stream().findFirst();
  }

  /**
   * The plug-ins that the file declares beside a study.
   *
   * @return in the order of the file
   */
  public List<ParameterizedPlugin<?>> plugins() {
    return List.copyOf(plugins);
  }

  /**
   * All that the file declares.
   *
   * @return the study, if there is one, then the plug-ins beside it
   */
  public List<Plugin> declared() {
    List<Plugin> declared = new ArrayList<>(plugins);
    study().ifPresent(study -> declared.add(0, study));
    return declared;
  }

  /**
   * A problem of a class of the file.
   *
   * @param type a class that is not within a method
   * @param message what is wrong
   * @return the problem, where the class begins
   */
  public SourceProblem problem(Class<?> type, String message) {
    return text.problem(loader.parts().declared().getOrDefault(type.getName(), -1L), message);
  }
}

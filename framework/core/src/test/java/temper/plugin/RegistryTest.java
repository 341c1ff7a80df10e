package temper.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {

  /** A kind of plug-in of which the class path holds two. */
  public interface GreekLetterPlugin extends Plugin {}

  /** A plug-in that ServiceLoader finds. */
  @AutoService(GreekLetterPlugin.class)
  public static final class Beta implements GreekLetterPlugin {
    @Override
    public String name() {
      return "beta";
    }

    @Override
    public String summary() {
      return "The second letter.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public List<String> aliases() {
      return List.of("vita");
    }
  }

  /** A plug-in that ServiceLoader finds. */
  @AutoService(GreekLetterPlugin.class)
  public static final class Alpha implements GreekLetterPlugin {
    @Override
    public String name() {
      return "alpha";
    }

    @Override
    public String summary() {
      return "The first letter.";
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }
  }

  private record Named(String name, List<String> aliases) implements GreekLetterPlugin {
    static Named of(String name, String... aliases) {
      return new Named(name, Arrays.asList(aliases));
    }

    @Override
    public String summary() {
      return name;
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }
  }

  private record Value(double value) {}

  private record Scalar(String name) implements GreekLetterPlugin, ScalarForm<Value> {
    @Override
    public String summary() {
      return name;
    }

    @Override
    public Source source() {
      return Source.FOLKLORE;
    }

    @Override
    public Value defaults() {
      return new Value(1);
    }

    @Override
    public List<Example<Value>> examples() {
      return List.of();
    }

    @Override
    public Value parseScalar(String text) {
      return new Value(Double.parseDouble(text));
    }
  }

  @Test
  void pluginsOfTheClassPathAreFoundAndSortedByName() {
    Registry<GreekLetterPlugin> letters = Registry.of(GreekLetterPlugin.class);

    assertEquals(List.of("alpha", "beta"), letters.names());
    assertEquals(List.of("alpha", "beta"), letters.all().stream().map(Plugin::name).toList());
  }

  @Test
  void aPluginIsFoundByNameAndByAlias() {
    Registry<GreekLetterPlugin> letters = Registry.of(GreekLetterPlugin.class);

    assertEquals("beta", letters.get("beta").name());
    assertSame(letters.get("beta"), letters.get("vita"));
    assertEquals(Optional.empty(), letters.find("gamma"));
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearestName() {
    Registry<GreekLetterPlugin> letters = Registry.of(GreekLetterPlugin.class);

    Exception near = assertThrows(IllegalArgumentException.class, () -> letters.get("betta"));
    Exception far = assertThrows(IllegalArgumentException.class, () -> letters.get("omicron"));

    assertEquals("unknown greek letter 'betta'. Did you mean 'beta'?", near.getMessage());
    assertEquals("unknown greek letter 'omicron'. Known: alpha, beta.", far.getMessage());
  }

  @Test
  void aNameThatTwoPluginsShareStopsTheStart() {
    Exception sameName =
        assertThrows(
            IllegalStateException.class,
            () -> Registry.of(GreekLetterPlugin.class, List.of(Named.of("a"), new Scalar("a"))));
    Exception aliasIsName =
        assertThrows(
            IllegalStateException.class,
            () -> Registry.of(GreekLetterPlugin.class, List.of(Named.of("a"), Named.of("b", "a"))));

    assertTrue(
        sameName.getMessage().matches("greek letter name 'a' is used by both .*Named and .*Scalar"),
        sameName.getMessage());
    assertTrue(aliasIsName.getMessage().startsWith("greek letter name 'a'"));
  }

  @Test
  void aNameThatIsNotKebabCaseStopsTheStart() {
    for (String bad : List.of("A", "a_b", "a--b", "-a", "", "../a", "1a")) {
      assertThrows(
          IllegalStateException.class,
          () -> Registry.of(GreekLetterPlugin.class, List.of(Named.of(bad))),
          bad);
    }
  }

  @Test
  void aProviderThatCannotBeLoadedIsAnErrorThatNamesIt(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(GreekLetterPlugin.class.getName()), "no.such.Letter\n");
    URL[] path = {folder.toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Exception e =
          assertThrows(
              IllegalStateException.class, () -> Registry.of(GreekLetterPlugin.class, loader));

      assertTrue(e.getMessage().contains("no.such.Letter"), e.getMessage());
    }
  }

  @Test
  void atMostOnePluginOfAKindHasAScalarForm() {
    Registry<GreekLetterPlugin> one =
        Registry.of(GreekLetterPlugin.class, List.of(Named.of("a"), new Scalar("b")));

    assertEquals("b", one.scalarForm().orElseThrow().name());
    assertEquals(
        Optional.empty(),
        Registry.of(GreekLetterPlugin.class, List.of(Named.of("a"))).scalarForm());
    assertThrows(
        IllegalStateException.class,
        () -> Registry.of(GreekLetterPlugin.class, List.of(new Scalar("a"), new Scalar("b"))));
  }
}

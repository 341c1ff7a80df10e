package temper.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Registry;
import temper.random.StreamRoot;

/** What every data set that is found by name must keep, with all of its examples. */
final class DatasetContractTest {

  private static final Registry<DatasetPlugin<?>> DATASETS = Registry.of(DatasetPlugin.class);

  /** Stands in for what lies in files. */
  private static final DatasetPlugin.Library LIBRARY =
      new DatasetPlugin.Library() {
        @Override
        public Dataset published(String name) {
          FeatureShape shape = new FeatureShape(1, 2, 2);
          byte[] pixels = new byte[4 * 20];
          for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * i);
          }
          int[] labels = IntStream.range(0, 20).map(row -> row % 2).toArray();
          Examples all = Examples.ofPixels(pixels, labels, shape);
          Examples train = all.subset(IntStream.range(0, 12).toArray());
          Examples test = all.subset(IntStream.range(12, 20).toArray());
          return new Dataset(name, train, test, List.of("a", "b"));
        }

        @Override
        public Dataset read(FileData data) {
          try {
            return data.read(name -> new ByteArrayInputStream(FILES.get(name)));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        }
      };

  /** What the examples of data sets in files of the user's own name. */
  private static final Map<String, byte[]> FILES =
      Map.of(
          "measurements.csv", table("length,width,species", row -> row % 2 == 0 ? "a" : "b"),
          "houses.csv", table("rooms,area,price", row -> Integer.toString(row * row)));

  private static byte[] table(String header, IntFunction<String> outcome) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int row = 0; row < 20; row++) {
      text.append(row).append(',').append(row * 0.25).append(',').append(outcome.apply(row));
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private record Case(DatasetPlugin<?> plugin, String label, Record parameters) {

    Dataset create(int replicate) {
      return DatasetPlugin.of(
          new Choice<DatasetPlugin<?>>(plugin, parameters),
          (purpose, indices) ->
              new StreamRoot("test").stream("contract", replicate, purpose, indices),
          LIBRARY);
    }

    @Override
    public String toString() {
      return plugin.name() + ": " + label;
    }
  }

  private static List<DatasetPlugin<?>> plugins() {
    return DATASETS.all();
  }

  private static Stream<Case> cases() {
    return plugins().stream()
        .flatMap(
            plugin ->
                plugin.examples().stream()
                    .map(example -> new Case(plugin, example.label(), example.parameters())));
  }

  @Test
  void everyDataSetOfThePackageIsDiscovered() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("temper")
                .stream()
                .filter(type -> type.isAssignableTo(DatasetPlugin.class))
                .filter(type -> !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> discovered =
        plugins().stream()
            .map(plugin -> plugin.getClass().getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, discovered);
    assertTrue(discovered.size() >= 12, "data sets: " + discovered);
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void theCatalogueEntryIsComplete(DatasetPlugin<?> plugin) {
    assertTrue(plugin.summary().endsWith("."), plugin.summary());
    assertFalse(plugin.summary().contains("\n"));
    assertFalse(plugin.source().title().isEmpty());
    List<String> labels = plugin.examples().stream().map(Example::label).toList();
    assertEquals(Set.copyOf(labels).size(), labels.size(), "labels differ: " + labels);
    for (RecordComponent component : plugin.defaults().getClass().getRecordComponents()) {
      assertNotNull(component.getAnnotation(Doc.class), "@Doc on " + component);
    }
    assertEquals(plugin.defaults(), plugin.defaults());
    assertEquals(List.of(), Constraints.check(plugin.defaults()));
    for (Example<?> example : plugin.examples()) {
      assertEquals(List.of(), Constraints.check(example.parameters()), example.label());
    }
    assertTrue(
        plugin instanceof PublishedDataset
            || plugin instanceof GeneratedDataset
            || plugin instanceof FileDataset,
        "published, in files or generated");
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void aPublishedDataSetSaysWhereItCanBeHadAndUnderWhichLicence(DatasetPlugin<?> plugin) {
    if (plugin instanceof PublishedDataset published) {
      assertFalse(published.licence().isBlank());
      assertTrue(published.source().year() > 1900);
      assertFalse(published.files().isEmpty());
      for (DataFile file : published.files()) {
        for (String url : file.urls()) {
          assertTrue(url.matches("https?://.*/" + file.name()), url);
        }
        assertTrue(
            file.checksums().stream().anyMatch(sum -> sum.kind() == Checksum.Kind.SHA256),
            file.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shapesFitAndEveryLabelHasAClass(Case c) {
    Dataset data = c.create(0);

    assertEquals(c.plugin.name(), data.name());
    assertTrue(data.train().rows() > 0);
    assertTrue(data.test().rows() > 0);
    assertEquals(data.classes().isEmpty(), data.train().hasTargets());
    for (Examples examples : List.of(data.train(), data.validation(), data.test())) {
      assertEquals(data.shape(), examples.shape());
      for (int row = 0; row < examples.rows(); row++) {
        assertTrue(Double.isFinite(examples.target(row)));
        assertTrue(Arrays.stream(examples.row(row)).allMatch(Double::isFinite));
      }
    }
    if (!data.train().hasTargets()) {
      for (int label = 0; label < data.classes().size(); label++) {
        assertTrue(data.train().rowsOf(label).length > 0, "class " + label + " occurs");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalStreamsGiveEqualDataAndOtherStreamsGiveOtherData(Case c) {
    assertEquals(digest(c.create(0)), digest(c.create(0)));
    if (!(c.plugin instanceof PublishedDataset)) {
      assertNotEquals(digest(c.create(0)), digest(c.create(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noTestExampleIsATrainExample(Case c) {
    Dataset data = c.create(0);
    Set<ByteBuffer> train = new HashSet<>();
    for (int row = 0; row < data.train().rows(); row++) {
      train.add(bytes(data.train().row(row)));
    }

    for (int row = 0; row < data.test().rows(); row++) {
      assertFalse(train.contains(bytes(data.test().row(row))), "row " + row);
    }
  }

  private static ByteBuffer bytes(double[] values) {
    ByteBuffer out = ByteBuffer.allocate(8 * values.length);
    out.asDoubleBuffer().put(values);
    return out;
  }

  @Test
  void moreTrainExamplesBeginWithTheFewerAndLeaveTheTestExamplesAsTheyAre() {
    for (DatasetPlugin<?> plugin : plugins()) {
      if (plugin instanceof GeneratedDataset) {
        Case few = new Case(plugin, "few", withTrain(plugin.defaults(), 40));
        Case many = new Case(plugin, "many", withTrain(plugin.defaults(), 60));
        Dataset one = few.create(0);
        Dataset other = many.create(0);

        for (int row = 0; row < 40; row++) {
          assertArrayEquals(one.train().row(row), other.train().row(row), plugin.name());
          assertEquals(one.train().target(row), other.train().target(row), plugin.name());
        }
        assertArrayEquals(one.test().row(7), other.test().row(7), plugin.name());
      }
    }
  }

  private static Record withTrain(Record parameters, int train) {
    try {
      RecordComponent[] components = parameters.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < values.length; i++) {
        types[i] = components[i].getType();
        values[i] = components[i].getAccessor().invoke(parameters);
        if (components[i].getName().equals("train") || components[i].getName().equals("test")) {
          values[i] = train;
        }
      }
      return parameters.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(String.valueOf(e.getMessage()), e);
    }
  }

  /** Digests that were computed once: they depend on neither Java version nor machine. */
  @Test
  void bitsAreTheSameEverywhere() {
    Map<String, String> digests = new TreeMap<>();
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      cases()
          .filter(c -> !(c.plugin instanceof PublishedDataset))
          .forEach(c -> digests.put(c.toString(), digest(c.create(0)).substring(0, 16)));
    } finally {
      Locale.setDefault(usual);
    }

    assertEquals(PINNED, digests);
  }

  private static final Map<String, String> PINNED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("csv: classes", "b28e0e00a7c63c2d"),
              Map.entry("csv: numbers", "537dfd0f3599343f"),
              Map.entry("gaussian-linear: defaults", "4accf0d95b4e034d"),
              Map.entry("gaussian-linear: one feature", "aa9076237040b668"),
              Map.entry("gaussian-mixture: defaults", "46b7956380449657"),
              Map.entry("gaussian-mixture: ten classes, noisy", "2946bd2484c3897b"),
              Map.entry("li-wei-ma: as in the paper, in all dimensions", "f8470b4a95d52340"),
              Map.entry("li-wei-ma: defaults: a reduced setting in the plane", "01531bcfca541e2a"),
              Map.entry("prototype-images: patches and noisy labels", "8fe4e6336b6ef09d"),
              Map.entry("prototype-images: small", "5f9fed9cc7c9dedb"),
              Map.entry("spirals: defaults", "5852a9680229017d"),
              Map.entry("spirals: three arms", "a7ce7cc139f1718a"),
              Map.entry("teacher-student: defaults", "2092a93117340d67"),
              Map.entry("teacher-student: signs", "4ea2ab78c83eea9e"),
              Map.entry("two-moons: defaults", "922156a9613d2f53"),
              Map.entry("two-moons: without noise", "f2fce532e155ff65")));

  private static String digest(Dataset data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Examples examples : List.of(data.train(), data.validation(), data.test())) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * (examples.columns() + 1));
        for (int row = 0; row < examples.rows(); row++) {
          bytes.clear();
          bytes.putDouble(examples.target(row));
          Arrays.stream(examples.row(row)).forEach(bytes::putDouble);
          digest.update(bytes.array());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}

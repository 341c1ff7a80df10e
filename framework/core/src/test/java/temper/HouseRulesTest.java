package temper;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Plugin;

/**
 * The rules of the house for the core, which knows mathematics and nothing of the outside world.
 */
class HouseRulesTest {

  /** The rooms in order: each may use only those before it. */
  private static final List<String> ROOMS =
      List.of(
          "numerics",
          "random",
          "plugin",
          "stats",
          "schedule",
          "data",
          "tensor",
          "autodiff",
          "nn",
          "optim",
          "train",
          "problem",
          "chain",
          "anneal",
          "infer");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> location.contains("/core/") || location.contains("-core-"))
          .importPackages("temper");

  private static List<String> rooms() {
    return ROOMS;
  }

  private static String packageOf(String room) {
    return "temper." + room + "..";
  }

  @Test
  void everyClassLivesInARoom() {
    assertTrue(CORE.size() > 50, "classes: " + CORE.size());
    classes()
        .should()
        .resideInAnyPackage(ROOMS.stream().map(HouseRulesTest::packageOf).toArray(String[]::new))
        .check(CORE);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsBeforeIt(String room) {
    String[] later =
        ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
            .map(HouseRulesTest::packageOf)
            .toArray(String[]::new);

    noClasses()
        .that(resideInAPackage(packageOf(room)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(later).or(resideInAPackage("temper.lab..")))
        .allowEmptyShould(true)
        .check(CORE);
  }

  @Test
  void randomNumbersComeFromNamedStreamsOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.util.Random.class,
            ThreadLocalRandom.class,
            java.util.SplittableRandom.class,
            java.security.SecureRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(CORE);
  }

  @Test
  void theCoreHasNoFilesNetworkThreadsClocksOrLogs() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.time..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "java.awt..")
                .and(DescribedPredicate.not(JavaClass.Predicates.type(java.net.URI.class))))
        .orShould()
        .dependOnClassesThat(describe("open files or start threads", HouseRulesTest::touchesWorld))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .check(CORE);
  }

  private static boolean touchesWorld(JavaClass type) {
    return Set.of(
            "java.io.File",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            PrintStream.class.getName(),
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.ProcessBuilder")
        .contains(type.getName());
  }

  @Test
  void everyClassIsAnInterfaceARecordAnEnumFinalOrSealed() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .and()
        .areNotEnums()
        .should(
            new ArchCondition<JavaClass>("be final or sealed") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean kept =
                    type.getModifiers().contains(JavaModifier.FINAL) || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, kept, type.getName() + " is open"));
              }
            })
        .check(CORE);
  }

  @Test
  void noStaticFieldCanBeAssigned() {
    fields().that().areStatic().should().beFinal().check(CORE);
  }

  @Test
  void noPluginUsesAnotherPlugin() {
    DescribedPredicate<JavaClass> plugin =
        describe("are plug-ins", type -> type.isAssignableTo(Plugin.class) && !type.isInterface());

    classes()
        .that(plugin)
        .should(
            new ArchCondition<JavaClass>("compose others by configuration") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> plugin.test(dependency.getTargetClass()))
                    .filter(dependency -> !dependency.getTargetClass().equals(type))
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(type, dependency.getDescription())));
              }
            })
        .check(CORE);
  }
}

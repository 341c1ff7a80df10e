package temper.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Holds the arrows of the lab: which room may use which, and who may touch the outside world. */
@AnalyzeClasses(packages = "temper.lab", importOptions = ImportOption.DoNotIncludeTests.class)
class LabArchitectureTest {

  @ArchTest
  static final ArchRule roomsUseOnlyRoomsThatStandBeforeThem =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("temper.lab..")
          .layer("study")
          .definedBy("temper.lab.study..")
          .layer("source")
          .definedBy("temper.lab.source..")
          .layer("data")
          .definedBy("temper.lab.data..")
          .layer("config")
          .definedBy("temper.lab.config..")
          .layer("store")
          .definedBy("temper.lab.store..")
          .layer("figure")
          .definedBy("temper.lab.figure..")
          .layer("report")
          .definedBy("temper.lab.report..")
          .layer("importance")
          .definedBy("temper.lab.importance..")
          .layer("plot")
          .definedBy("temper.lab.plot..")
          .layer("compare")
          .definedBy("temper.lab.compare..")
          .layer("engine")
          .definedBy("temper.lab.engine..")
          .layer("paper")
          .definedBy("temper.lab.paper..")
          .layer("probe")
          .definedBy("temper.lab.probe..")
          .layer("bench")
          .definedBy("temper.lab.bench..")
          .layer("cli")
          .definedBy("temper.lab.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("probe")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("bench")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("paper")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("paper", "cli")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("engine", "paper", "cli")
          .whereLayer("importance")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("report", "paper", "cli")
          .whereLayer("plot")
          .mayOnlyBeAccessedByLayers("importance", "report", "paper", "cli")
          .whereLayer("figure")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers(
              "figure", "compare", "plot", "importance", "report", "engine", "paper", "cli")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers(
              "compare", "plot", "importance", "report", "engine", "paper", "cli")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("config", "store", "engine", "cli")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("engine", "cli");

  @ArchTest
  static final ArchRule onlyTheCommandPrints =
      noClasses().that().resideOutsideOfPackage("temper.lab.cli..").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule onlyTheCommandKnowsPicocliAndTheProgressBar =
      noClasses()
          .that()
          .resideOutsideOfPackage("temper.lab.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  @ArchTest
  static final ArchRule onlyTheConfigRoomReadsYaml =
      noClasses()
          .that()
          .resideOutsideOfPackage("temper.lab.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule onlyTheFigureRoomDraws =
      noClasses()
          .that()
          .resideOutsideOfPackage("temper.lab.figure..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jfree..",
              "org.apache.batik..",
              "org.apache.pdfbox..",
              "de.rototor..",
              "java.awt..");

  @ArchTest
  static final ArchRule onlyImportanceKnowsSmile =
      noClasses()
          .that()
          .resideOutsideOfPackage("temper.lab.importance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("smile..", "org.slf4j..");

  @ArchTest
  static final ArchRule onlyPapersKnowLatexAndBibtex =
      noClasses()
          .that()
          .resideOutsideOfPackage("temper.lab.paper..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("uk.ac.ed.ph.snuggletex..", "org.jbibtex..");

  @ArchTest
  static final ArchRule onlyTheStoreReadsByteCode =
      noClasses()
          .that()
          .resideOutsideOfPackage("temper.lab.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.objectweb.asm..");

  @ArchTest
  static final ArchRule noResultDependsOnChance =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
          .orShould()
          .callMethod(Math.class, "random");

  /**
   * The clock on the wall jumps: time limits, progress and checkpoints go by one that does not. It
   * tells people when something was, and nothing else; other machines are known by the clock of
   * their common file system.
   */
  @ArchTest
  static final ArchRule onlyWhatPeopleReadGoesByTheClockOnTheWall =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("temper.lab.store.LockOwner")
          .and()
          .doNotHaveFullyQualifiedName("temper.lab.store.FolderLock")
          .and()
          .doNotHaveFullyQualifiedName("temper.lab.store.Provenance")
          .and()
          .doNotHaveFullyQualifiedName("temper.lab.engine.StudyRun")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.LocalDateTime")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date");

  @ArchTest
  static final ArchRule classesAreFinalOrWrapped =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotRecords()
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest static final ArchRule noStateIsShared = fields().that().areStatic().should().beFinal();
}

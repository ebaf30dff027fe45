package org.dipscope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final List<String> SCREENS =
      List.of("data", "histogram", "inference", "interference", "likelihood", "training", "triage");
  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.dipscope.app");

  @Test
  void onlyTheFigurePackageKnowsChartFx() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..app.figure..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.fair_acc..")
        .because("its locks and leaks are tamed in one place, and it can be replaced there")
        .check(APP);
  }

  @Test
  void oneClassHandsWorkToTheFxThread() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.dipscope.app.support.FxPulse")
        .should()
        .callMethod(Platform.class, "runLater", Runnable.class)
        .because("a fast producer must never flood the event queue: one request is pending at most")
        .check(APP);
  }

  @Test
  void threadsAreMadeAndNamedInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..app.support..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Executors.class)
        .orShould()
        .callConstructor(Thread.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "ofPlatform")
        .because("every thread has a name and an owner that ends it")
        .check(APP);
  }

  @Test
  void screensDoNotKnowEachOther() {
    for (String screen : SCREENS) {
      noClasses()
          .that()
          .resideInAPackage("..app." + screen + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others(screen))
          .because("what screens share is the document; they can be opened without each other")
          .check(APP);
    }
  }

  private static String[] others(String screen) {
    return SCREENS.stream()
        .filter(other -> !other.equals(screen))
        .map(other -> "..app." + other + "..")
        .toArray(String[]::new);
  }

  @Test
  void viewModelsHaveNoNodes() {
    classes()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("javafx.scene..", "javafx.stage..", "io.fair_acc..")
        .because("they are tested without a toolkit")
        .check(APP);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("org.dipscope.app.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle of packages is one package with many names")
        .check(APP);
  }
}

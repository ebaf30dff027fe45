package org.dipscope.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.dipscope.core");

  @Test
  void theEngineKnowsNoScreen() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "io.fair_acc..")
            .because(
                "the engine serves the command line and the cluster, where there is no screen"));
  }

  @Test
  void commonsMathStaysBehindOneDoor() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.dipscope.core.math..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.math3..")
            .because(
                "its tails underflow (Z = ∞ below p = 1e-17); core.math knows where not to use"
                    + " it"));
  }

  @Test
  void threadsBelongToTheCaller() {
    check(
        noClasses()
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callMethod(java.util.concurrent.Executors.class, "newCachedThreadPool")
            .orShould()
            .callMethod(java.util.concurrent.Executors.class, "newFixedThreadPool", int.class)
            .because("executors are named and owned by the application, which can then stop them"));
  }

  @Test
  void randomnessIsPassedIn() {
    check(
        noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class)
            .because("every random number comes from a recorded seed"));
  }

  private static void check(ArchRule rule) {
    rule.check(CORE);
  }
}

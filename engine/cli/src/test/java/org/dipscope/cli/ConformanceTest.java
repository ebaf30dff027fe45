package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What {@code inspect --statistics} says of files that others wrote agrees with what independent
 * programs found in them, entry by entry of the shared manifest.
 */
class ConformanceTest {

  @TestFactory
  Stream<DynamicTest> everyFileOfTheManifest() {
    return SharedManifest.read("files/MANIFEST.json")
        .get("files")
        .valueStream()
        .map(entry -> DynamicTest.dynamicTest(entry.get("file").asString(), () -> check(entry)));
  }

  private static void check(JsonNode entry) {
    Path file = SharedManifest.file(entry.get("file").asString());
    Run run = Run.of("inspect", file.toString(), "--statistics");
    assertThat(run.status()).as(run.out()).isZero();
    Inspected found = new Inspected(run.json());
    JsonNode expected = entry.get("expected");
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    switch (entry.get("format").asString()) {
      case "root-hist" -> RootChecks.histograms(found, expected);
      case "root-ttree", "delphes-root" -> RootChecks.trees(found, expected);
      case "root-rntuple" -> RootChecks.ntuple(found, expected);
      case "lhe" -> EventChecks.lhe(found, expected);
      case "hepmc" -> EventChecks.hepmc(found, expected);
      case "darkmachines-csv" -> EventChecks.darkMachines(found, expected);
      case "hepdata-yaml" -> TableChecks.yaml(found, expected);
      case "hepdata-json" -> TableChecks.served(found, expected);
      case "hepdata-csv" -> TableChecks.exported(found, expected);
      case "csv" -> TableChecks.csv(found, expected);
      case "yoda", "rivet-ref" -> TableChecks.yoda(found, expected);
      case "pyhf-json" -> TableChecks.pyhf(found, expected);
      case "npy" -> EventChecks.arrays(found, expected, stem);
      case "parquet" -> EventChecks.parquet(found, expected);
      case "hdf5" -> EventChecks.hdf5(found, expected);
      default -> throw new AssertionError("unknown format " + entry.get("format"));
    }
  }
}

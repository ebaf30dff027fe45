package org.dipscope.core.format.root;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small ROOT files made for tests, with everything that the readers of this package know. */
public final class RootSamples {
  private RootSamples() {}

  /** The bytes of each file by its name. */
  public static Map<String, byte[]> all(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Path path = folder.resolve("sample.root");
    RootWriter.write(
        path,
        List.of(
            RootWriterTest.weighted("first"),
            RootWriterTest.counts("second"),
            RootWriterTest.map("folder/third")));
    files.put("histograms.root", Files.readAllBytes(path));
    GeneratedTreesTest.write(path, plain -> plain);
    files.put("tree.root", Files.readAllBytes(path));
    for (String method : new String[] {"ZL", "L4", "ZS", "XZ"}) {
      GeneratedTreesTest.write(path, Blocks.of(method, 3000));
      files.put("tree-" + method + ".root", Files.readAllBytes(path));
    }
    NtupleFixture.write(path);
    files.put("ntuple.root", Files.readAllBytes(path));
    return files;
  }
}

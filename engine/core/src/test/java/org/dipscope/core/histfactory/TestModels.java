package org.dipscope.core.histfactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dipscope.core.compute.CancelToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Models of tests, read as a user's file is. */
public final class TestModels {
  private TestModels() {}

  /** A test resource beside this class, or with an absolute name anywhere. */
  public static JsonNode json(String resource) {
    try (InputStream in =
        Objects.requireNonNull(TestModels.class.getResourceAsStream(resource), resource)) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a JSON list. */
  public static double[] numbers(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).asDouble();
    }
    return values;
  }

  /** A document written to a file and read from there. */
  public static Workspace read(Path folder, String document) {
    try {
      return ModelFiles.read(
          Files.writeString(folder.resolve("model.json"), document), null, null, new CancelToken());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

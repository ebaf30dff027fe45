package org.dipscope.core.neyman;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.dipscope.core.histogram.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference numbers beside the tests; PROVENANCE.md says where they come from. */
final class Golden {
  private Golden() {}

  static JsonNode read(String name) {
    try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(name))) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Values numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return Values.of(numbers);
  }
}

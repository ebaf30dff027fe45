package org.dipscope.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as one line of JSON in UTF-8; numbers that are not finite become null. */
final class JsonOutput {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonOutput() {}

  static void print(Object value, PrintStream out) {
    byte[] bytes = text(value).getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.write('\n');
    out.flush();
  }

  static String text(Object value) {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator generator = new FiniteNumbers(MAPPER.createGenerator(text))) {
      MAPPER.writeValue(generator, value);
    }
    return text.toString();
  }

  /** JSON knows no NaN and no infinity. */
  private static final class FiniteNumbers extends JsonGeneratorDelegate {
    FiniteNumbers(JsonGenerator target) {
      super(target, false);
    }

    @Override
    public JsonGenerator writeNumber(double value) {
      if (Double.isFinite(value)) {
        delegate.writeNumber(value);
      } else {
        delegate.writeNull();
      }
      return this;
    }

    @Override
    public JsonGenerator writeArray(double[] values, int offset, int length) {
      delegate.writeStartArray(values, length);
      for (int i = offset; i < offset + length; i++) {
        writeNumber(values[i]);
      }
      delegate.writeEndArray();
      return this;
    }
  }
}

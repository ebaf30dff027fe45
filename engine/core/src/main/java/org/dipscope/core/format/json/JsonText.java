package org.dipscope.core.format.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Maps, lists, numbers and texts as JSON. Numbers have full precision; what is no number is null,
 * infinities are the texts inf and -inf, so that files read back as they were.
 */
final class JsonText {

  private JsonText() {}

  static void write(Writer out, Object value) throws IOException {
    switch (value) {
      case Map<?, ?> map -> {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.write(separator + quoted(String.valueOf(entry.getKey())) + ": ");
          write(out, Objects.requireNonNull(entry.getValue()));
          separator = ", ";
        }
        out.write(map.isEmpty() ? "{}" : "}");
      }
      case List<?> list -> {
        String separator = "[";
        for (Object item : list) {
          out.write(separator);
          write(out, item);
          separator = ", ";
        }
        out.write(list.isEmpty() ? "[]" : "]");
      }
      case double[] numbers -> {
        String separator = "[";
        for (double number : numbers) {
          out.write(separator + number(number));
          separator = ", ";
        }
        out.write(numbers.length == 0 ? "[]" : "]");
      }
      case Double number -> out.write(number(number));
      default -> out.write(quoted(value.toString()));
    }
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "\"inf\"" : "\"-inf\"";
    }
    return Double.isNaN(value) ? "null" : Double.toString(value);
  }

  private static String quoted(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
  }
}

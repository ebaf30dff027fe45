package org.dipscope.app.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dipscope.core.format.tree.TreeNode;
import org.dipscope.core.format.tree.TreeNode.ListNode;
import org.dipscope.core.format.tree.TreeNode.MapNode;
import org.dipscope.core.format.tree.TreeNode.ScalarNode;

/** Writes a configuration as JSON for people: one key a line, in the order given. */
final class ConfigurationText {
  private static final String NUMBER = "-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?";

  private final Map<String, String> lines = new LinkedHashMap<>();

  /** A text, in quotes. */
  ConfigurationText text(String key, String value) {
    lines.put(key, quoted(value));
    return this;
  }

  /** What was typed: a number if it looks like one, else a text, for the engine to complain of. */
  ConfigurationText typed(String key, String value) {
    lines.put(key, typed(value));
    return this;
  }

  /** Typed values by their names. */
  ConfigurationText group(String key, Map<String, String> values) {
    lines.put(
        key,
        values.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ": " + typed(entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}")));
    return this;
  }

  /** Texts in a row. */
  ConfigurationText texts(String key, List<String> values) {
    lines.put(
        key,
        values.stream().map(ConfigurationText::quoted).collect(Collectors.joining(", ", "[", "]")));
    return this;
  }

  /** Something that was read elsewhere, as it was. */
  ConfigurationText node(String key, TreeNode value) {
    lines.put(key, written(value));
    return this;
  }

  String write() {
    return lines.entrySet().stream()
        .map(entry -> "  " + quoted(entry.getKey()) + ": " + entry.getValue())
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String typed(String value) {
    String stripped = value.strip();
    return stripped.matches(NUMBER) ? stripped : quoted(stripped);
  }

  private static String written(TreeNode node) {
    return switch (node) {
      case ScalarNode scalar ->
          scalar.kind() == ScalarNode.Kind.TEXT ? quoted(scalar.text()) : scalar.text();
      case ListNode list ->
          list.items().stream()
              .map(ConfigurationText::written)
              .collect(Collectors.joining(", ", "[", "]"));
      case MapNode map ->
          map.entries().entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + ": " + written(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' ') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}

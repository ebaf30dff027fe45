package org.dipscope.core.format.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.format.tree.TreeNode.ListNode;
import org.dipscope.core.format.tree.TreeNode.MapNode;
import org.dipscope.core.format.tree.TreeNode.ScalarNode;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Turns tokens into trees. Aliases share the value they name; the number of values a document would
 * have with all aliases written out is counted and bounded.
 */
final class TreeBuilder {
  private static final long MOST_EXPANDED = 20_000_000;
  private static final int BYTES_PER_VALUE = 100;

  private final String file;
  private final JsonParser parser;
  private final @Nullable YAMLParser yaml;
  private final boolean allowNaN;
  private final CancelToken token;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final MemoryBudget budget;
  private long expanded;

  /** What an anchor names; the node is absent while it is still being read. */
  private record Anchored(@Nullable TreeNode node, long size) {}

  TreeBuilder(String file, JsonParser parser, boolean allowNaN, CancelToken token) {
    this.file = file;
    this.parser = parser;
    this.yaml = parser instanceof YAMLParser yamlParser ? yamlParser : null;
    this.allowNaN = allowNaN;
    this.token = token;
    this.budget = new MemoryBudget(file);
  }

  /** The next document that is not empty, or null at the end. */
  @Nullable TreeNode next() {
    while (true) {
      anchors.clear();
      JsonToken first = parser.nextToken();
      if (first == null) {
        return null;
      }
      TreeNode root = value(first);
      boolean empty =
          root instanceof ScalarNode scalar
              && yaml != null
              && (scalar.kind() == ScalarNode.Kind.NULL || scalar.text().isBlank());
      if (!empty) {
        return root;
      }
    }
  }

  private TreeNode value(JsonToken current) {
    token.throwIfCancelled();
    int line = parser.currentTokenLocation().getLineNr();
    if (yaml != null && yaml.isCurrentAlias()) {
      return alias(line, parser.getString());
    }
    Object id = yaml == null ? null : yaml.getObjectId();
    String anchor = id == null ? null : id.toString();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(null, 0));
    }
    long before = expanded;
    grow(line, 1);
    budget.take(BYTES_PER_VALUE);
    TreeNode node =
        switch (current) {
          case START_OBJECT -> map(line);
          case START_ARRAY -> list(line);
          default -> scalar(line, current);
        };
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, expanded - before));
    }
    return node;
  }

  private TreeNode alias(int line, String name) {
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw bad(line, "the alias *" + name + " names nothing.", "Define &" + name + " above it.");
    }
    TreeNode node = anchored.node();
    if (node == null) {
      throw bad(
          line,
          "recursive alias: *" + name + " refers to the value that contains it.",
          "Write the values out in place of the alias.");
    }
    grow(line, anchored.size());
    return node;
  }

  private void grow(int line, long values) {
    expanded += values;
    if (expanded > MOST_EXPANDED) {
      throw bad(
          line,
          "too many aliases: the document expands beyond the limit of "
              + MOST_EXPANDED
              + " values.",
          "Write the values out; real tables never need this many.");
    }
  }

  private TreeNode map(int line) {
    Map<String, TreeNode> entries = new LinkedHashMap<>();
    for (JsonToken next = parser.nextToken(); next != JsonToken.END_OBJECT; ) {
      if (next == null) {
        throw ended(line);
      }
      String key = parser.currentName();
      budget.take(BYTES_PER_VALUE + key.length());
      int keyLine = parser.currentTokenLocation().getLineNr();
      TreeNode value = value(something(parser.nextToken(), line));
      if (entries.putIfAbsent(key, value) != null) {
        throw bad(
            keyLine,
            "\"" + key + "\" is given twice in the same object.",
            "Remove one of the two, after a look at which one is right.");
      }
      next = parser.nextToken();
    }
    return new MapNode(line, Collections.unmodifiableMap(entries));
  }

  private TreeNode list(int line) {
    List<TreeNode> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; ) {
      items.add(value(something(next, line)));
      next = parser.nextToken();
    }
    return new ListNode(line, List.copyOf(items));
  }

  private TreeNode scalar(int line, JsonToken current) {
    String text = current == JsonToken.VALUE_NULL ? "" : parser.getString();
    budget.take(text.length());
    ScalarNode.Kind kind =
        switch (current) {
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ScalarNode.Kind.NUMBER;
          case VALUE_TRUE, VALUE_FALSE -> ScalarNode.Kind.BOOLEAN;
          case VALUE_NULL -> ScalarNode.Kind.NULL;
          default -> ScalarNode.Kind.TEXT;
        };
    boolean outsideJson =
        kind == ScalarNode.Kind.NUMBER && (StrictNumber.isNaN(text) || text.contains("nf"));
    if (outsideJson && !allowNaN) {
      throw bad(
          line,
          text + " stands where a number is needed, which is not legal JSON.",
          "Give a finite number.");
    }
    return new ScalarNode(line, text, kind);
  }

  private JsonToken something(@Nullable JsonToken next, int line) {
    if (next == null) {
      throw ended(line);
    }
    return next;
  }

  private ProblemException ended(int line) {
    return bad(
        line,
        "the file ends inside the value that starts here.",
        "The file is cut off; get it again.");
  }

  private ProblemException bad(int line, String what, String hint) {
    return TreeReader.bad(file, line, what, hint, null);
  }
}

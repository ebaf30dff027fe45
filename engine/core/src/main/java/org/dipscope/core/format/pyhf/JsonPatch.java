package org.dipscope.core.format.pyhf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeNode;
import org.dipscope.core.format.tree.TreeNode.ListNode;
import org.dipscope.core.format.tree.TreeNode.MapNode;
import org.dipscope.core.format.tree.TreeNode.ScalarNode;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The operations add, remove, replace, move, copy and test of RFC 6902. The document is not
 * changed; a patch takes effect as a whole or not at all. Depth and size of the result are bounded.
 */
final class JsonPatch {
  private static final int MOST_DEPTH = 64;
  private static final long MOST_VALUES = 20_000_000;

  private final String name;
  private long added;

  private JsonPatch(String name) {
    this.name = name;
  }

  /** Applies a list of operations; {@code name} stands for the patch in messages. */
  static TreeNode apply(String name, List<Cursor> operations, TreeNode document) {
    JsonPatch patch = new JsonPatch(name);
    TreeNode patched = document;
    for (Cursor operation : operations) {
      patched = patch.step(operation, patched);
    }
    return patched;
  }

  private TreeNode step(Cursor operation, TreeNode document) {
    JsonPointer path = pointer(operation, "path");
    String op = operation.get("op").text();
    return switch (op) {
      case "add" ->
          edit(operation, document, path, 0, bounded(operation, path, value(operation)), true);
      case "remove" -> edit(operation, document, path, 0, null, false);
      case "replace" ->
          edit(operation, document, path, 0, bounded(operation, path, value(operation)), false);
      case "copy" -> {
        TreeNode copied = find(operation, document, pointer(operation, "from"));
        yield edit(operation, document, path, 0, bounded(operation, path, copied), true);
      }
      case "move" -> {
        JsonPointer from = pointer(operation, "from");
        if (path.startsWith(from) && !path.equals(from)) {
          throw bad(operation, "a value cannot move into itself, to " + path.text() + ".");
        }
        TreeNode moved = bounded(operation, path, find(operation, document, from));
        TreeNode without = edit(operation, document, from, 0, null, false);
        yield edit(operation, without, path, 0, moved, true);
      }
      case "test" -> {
        if (!same(find(operation, document, path), value(operation))) {
          throw bad(operation, "the test of " + path.text() + " fails: another value is there.");
        }
        yield document;
      }
      default -> throw bad(operation, "the operation \"" + op + "\" is unknown.");
    };
  }

  private static TreeNode value(Cursor operation) {
    TreeNode value = operation.node() instanceof MapNode map ? map.entries().get("value") : null;
    return value == null ? operation.get("value").node() : value;
  }

  private JsonPointer pointer(Cursor operation, String key) {
    String text = operation.get(key).text();
    JsonPointer pointer = JsonPointer.parse(text);
    if (pointer == null || pointer.tokens().size() > MOST_DEPTH) {
      throw bad(operation, "\"" + shorten(text) + "\" is no path such as /channels/0.");
    }
    return pointer;
  }

  /** Replaces, inserts or (with a null value) removes what stands at a place. */
  private TreeNode edit(
      Cursor operation,
      TreeNode node,
      JsonPointer path,
      int depth,
      @Nullable TreeNode value,
      boolean insert) {
    if (depth == path.tokens().size()) {
      if (value == null) {
        throw bad(operation, "the whole document cannot be removed.");
      }
      return value;
    }
    String token = path.tokens().get(depth);
    boolean last = depth == path.tokens().size() - 1;
    return switch (node) {
      case MapNode map -> {
        Map<String, TreeNode> entries = new LinkedHashMap<>(map.entries());
        TreeNode child = entries.get(token);
        if (child == null && !(last && insert)) {
          throw missing(operation, path, depth);
        }
        if (last && value == null) {
          entries.remove(token);
        } else if (last && value != null) {
          entries.put(token, value);
        } else if (child != null) {
          entries.put(token, edit(operation, child, path, depth + 1, value, insert));
        }
        yield new MapNode(map.line(), Collections.unmodifiableMap(entries));
      }
      case ListNode list -> {
        List<TreeNode> items = new ArrayList<>(list.items());
        boolean append = last && insert && token.equals("-");
        int at = append ? items.size() : JsonPointer.position(token);
        int limit = last && insert ? items.size() : items.size() - 1;
        if (at < 0 || at > limit) {
          throw missing(operation, path, depth);
        }
        if (!last) {
          items.set(at, edit(operation, items.get(at), path, depth + 1, value, insert));
        } else if (value == null) {
          items.remove(at);
        } else if (insert) {
          items.add(at, value);
        } else {
          items.set(at, value);
        }
        yield new ListNode(list.line(), List.copyOf(items));
      }
      case ScalarNode scalar -> throw missing(operation, path, depth);
    };
  }

  private TreeNode find(Cursor operation, TreeNode document, JsonPointer path) {
    TreeNode node = document;
    for (int depth = 0; depth < path.tokens().size(); depth++) {
      String token = path.tokens().get(depth);
      TreeNode next = null;
      if (node instanceof MapNode map) {
        next = map.entries().get(token);
      } else if (node instanceof ListNode list) {
        int at = JsonPointer.position(token);
        next = at >= 0 && at < list.items().size() ? list.items().get(at) : null;
      }
      if (next == null) {
        throw missing(operation, path, depth);
      }
      node = next;
    }
    return node;
  }

  /** Counts what a value adds, before it is added. */
  private TreeNode bounded(Cursor operation, JsonPointer path, TreeNode value) {
    count(operation, value, path.tokens().size());
    return value;
  }

  private void count(Cursor operation, TreeNode node, int depth) {
    if (depth > MOST_DEPTH || ++added > MOST_VALUES) {
      throw bad(operation, "the result is deeper than 64 levels or has over 20 million values.");
    }
    switch (node) {
      case MapNode map -> map.entries().values().forEach(v -> count(operation, v, depth + 1));
      case ListNode list -> list.items().forEach(v -> count(operation, v, depth + 1));
      case ScalarNode scalar -> {}
    }
  }

  private static boolean same(TreeNode one, TreeNode other) {
    if (one instanceof MapNode a && other instanceof MapNode b) {
      return a.entries().keySet().equals(b.entries().keySet())
          && a.entries().entrySet().stream()
              .allMatch(
                  e ->
                      same(
                          e.getValue(),
                          java.util.Objects.requireNonNull(b.entries().get(e.getKey()))));
    }
    if (one instanceof ListNode a && other instanceof ListNode b) {
      boolean equal = a.items().size() == b.items().size();
      for (int i = 0; equal && i < a.items().size(); i++) {
        equal = same(a.items().get(i), b.items().get(i));
      }
      return equal;
    }
    if (one instanceof ScalarNode a && other instanceof ScalarNode b && a.kind() == b.kind()) {
      return a.kind() == ScalarNode.Kind.NUMBER
          ? Double.parseDouble(a.text()) == Double.parseDouble(b.text())
          : a.text().equals(b.text());
    }
    return false;
  }

  private ProblemException missing(Cursor operation, JsonPointer path, int depth) {
    return bad(
        operation,
        "the path %s leads nowhere: there is no %s at \"/%s\"."
            .formatted(
                shorten(path.text()),
                shorten(path.tokens().get(depth)),
                shorten(String.join("/", path.tokens().subList(0, depth)))));
  }

  private ProblemException bad(Cursor operation, String what) {
    return operation.problem(
        "patch " + name + ": " + what, "Apply it to the workspace that it was made for.");
  }

  private static String shorten(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}

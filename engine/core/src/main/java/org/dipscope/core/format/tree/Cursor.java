package org.dipscope.core.format.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dipscope.core.format.tree.TreeNode.ListNode;
import org.dipscope.core.format.tree.TreeNode.MapNode;
import org.dipscope.core.format.tree.TreeNode.ScalarNode;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A place in a document. Asking it for what is not there ends in a problem that names file, line
 * and path.
 *
 * @param file the name of the file
 * @param path the way from the root, such as {@code channels[0].samples}; empty at the root
 * @param node the value here
 */
public record Cursor(String file, String path, TreeNode node) {

  /** Whether the value has named parts. */
  public boolean isMap() {
    return node instanceof MapNode;
  }

  /** Whether the value is a list. */
  public boolean isList() {
    return node instanceof ListNode;
  }

  /** Whether the value is a map with this key. */
  public boolean has(String key) {
    return node instanceof MapNode map && map.entries().containsKey(key);
  }

  /** The value under a key; empty if the key is missing or its value is null. */
  public Optional<Cursor> find(String key) {
    if (!(node instanceof MapNode map)) {
      throw problem("an object with \"" + key + "\" is expected here.", "Check the structure.");
    }
    TreeNode found = map.entries().get(key);
    if (found == null
        || (found instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL)) {
      return Optional.empty();
    }
    return Optional.of(child(key, found));
  }

  /**
   * The value under a key.
   *
   * @throws ProblemException if there is none
   */
  public Cursor get(String key) {
    return find(key)
        .orElseThrow(() -> problem("\"" + key + "\" is missing.", "Add \"" + key + "\" here."));
  }

  /**
   * The values of a list.
   *
   * @throws ProblemException if this is no list
   */
  public List<Cursor> items() {
    List<Cursor> items = new ArrayList<>();
    for (int i = 0; i < list().items().size(); i++) {
      items.add(item(i));
    }
    return items;
  }

  private ListNode list() {
    if (!(node instanceof ListNode list)) {
      throw problem("a list is expected here.", "Write the values between [ and ].");
    }
    return list;
  }

  private Cursor item(int index) {
    return new Cursor(file, path + "[" + index + "]", list().items().get(index));
  }

  /** The values of the list under a key; none if the key is missing. */
  public List<Cursor> items(String key) {
    return find(key).map(Cursor::items).orElse(List.of());
  }

  /** The named values of a map; none if this is no map. */
  public Map<String, Cursor> entries() {
    Map<String, Cursor> entries = new LinkedHashMap<>();
    if (node instanceof MapNode map) {
      map.entries().forEach((key, value) -> entries.put(key, child(key, value)));
    }
    return entries;
  }

  /**
   * The characters of a single value.
   *
   * @throws ProblemException if this is a list or a map
   */
  public String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw problem("a single value is expected here.", "Write a text or a number.");
    }
    return scalar.text();
  }

  /** The text under a key, or empty. */
  public String text(String key) {
    return find(key).map(Cursor::text).orElse("");
  }

  /** Whether the value under a key is the word true. */
  public boolean isTrue(String key) {
    return find(key).map(value -> value.text().equalsIgnoreCase("true")).orElse(false);
  }

  /**
   * The number here; text that is a number counts.
   *
   * @throws ProblemException if it is none
   */
  public double number() {
    String text = text();
    OptionalDouble number = StrictNumber.parse(text);
    if (number.isEmpty()) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
      throw problem("\"" + shown + "\" is no number.", "Write a number such as 1.5 or 2e-3.");
    }
    return number.getAsDouble();
  }

  /**
   * The finite numbers of a list.
   *
   * @throws ProblemException if this is no list or an item is not finite
   */
  public double[] numbers() {
    List<TreeNode> items = list().items();
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      OptionalDouble number =
          items.get(i) instanceof ScalarNode scalar
              ? StrictNumber.parse(scalar.text())
              : OptionalDouble.empty();
      numbers[i] = number.isPresent() ? number.getAsDouble() : item(i).number();
      if (!Double.isFinite(numbers[i])) {
        throw item(i).problem("the number is infinite.", "Give a finite number.");
      }
    }
    return numbers;
  }

  /** A problem with the value here; {@code what} is the end of a sentence. */
  public ProblemException problem(String what, String hint) {
    String place = path.isEmpty() ? "" : ", " + path;
    return new ProblemException(
        Problem.badInput(
            "%s, line %d%s: %s".formatted(file, node.line(), place, what),
            hint,
            file,
            node.line()));
  }

  private Cursor child(String key, TreeNode value) {
    return new Cursor(file, path.isEmpty() ? key : path + "." + key, value);
  }
}

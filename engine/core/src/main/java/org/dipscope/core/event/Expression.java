package org.dipscope.core.event;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A formula on the columns of a table, such as {@code mass(Muon[0], Muon[1])} or {@code pt > 25 &&
 * abs(eta) < 2.5}.
 *
 * <p>Numbers, column names (in quotes "…", '…' or `…` if they hold blanks or signs; a unit in
 * brackets may be left out), + − * / ^ **, comparisons (also chained: 300 &lt; m &lt; 500),
 * &amp;&amp; || ! and or not, pi, true, false, and the {@linkplain FunctionHelp functions}.
 * Conditions count as 1 and 0 in arithmetic; numbers do not count as conditions. Arithmetic and
 * comparisons follow IEEE 754: a comparison with NaN is false, except !=.
 *
 * <p>Columns may hold lists, and columns {@code x[0]}, {@code x[1]}, … together are the list {@code
 * x}. Operators and functions work element by element; a single value counts for every element.
 * {@code list[0]} is the first element, {@code list[-1]} the last, NaN if there is none, and {@code
 * list[condition]} keeps some of the elements. Objects are four-momenta, found by the names of
 * their columns ({@code Muon_pt}, {@code Jet.PT}, {@code pt_top}, {@code px1}) or made by {@code
 * ptetaphim} and {@code pxpypze}; they can be added. No code is ever run. Immutable.
 */
public final class Expression {
  private static final int MOST_STEPS = 2000;

  private final Complaint complaint;
  private final Node root;
  private final List<Integer> columns;

  private Expression(Complaint complaint, Node root, List<Integer> columns) {
    this.complaint = complaint;
    this.root = root;
    this.columns = columns;
  }

  /**
   * Reads a formula that yields a number, or a list of numbers, per event.
   *
   * @throws ProblemException if it cannot be read or names an unknown column; the character and the
   *     closest name are given
   */
  public static Expression number(String text, List<EventColumn> columns) {
    Complaint complaint = new Complaint(text);
    Schema schema = new Schema(columns);
    Node root = new Calls(complaint).value(Parser.parse(complaint, schema));
    limit(complaint, root);
    return new Expression(complaint, root, schema.used());
  }

  /**
   * Reads a condition, or a list of conditions.
   *
   * @throws ProblemException as {@link #number}, or if it yields a number
   */
  public static Expression condition(String text, List<EventColumn> columns) {
    Expression expression = number(text, columns);
    if (expression.root.type().kind() != Node.Kind.TRUTH) {
      throw new ProblemException(
          Problem.usage(
              "\"" + text + "\" is a number, not a condition.",
              "Compare it with something, as in " + text + " > 0."));
    }
    return expression;
  }

  /** Each step keeps a batch of values; objects can make many of few words. */
  private static void limit(Complaint complaint, Node root) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    count(root, seen);
    if (seen.size() > MOST_STEPS) {
      throw complaint.at(
          root.at(), "it takes more than " + MOST_STEPS + " steps", "Use fewer objects.");
    }
  }

  private static void count(Node node, Set<Node> seen) {
    if (seen.size() > MOST_STEPS || !seen.add(node)) {
      return;
    }
    switch (node) {
      case Node.Negation negation -> count(negation.of(), seen);
      case Node.Not not -> count(not.of(), seen);
      case Node.Binary binary -> {
        count(binary.left(), seen);
        count(binary.right(), seen);
      }
      case Node.Call call -> call.arguments().forEach(argument -> count(argument, seen));
      case Node.Reduced reduced -> count(reduced.of(), seen);
      case Node.Element element -> {
        count(element.of(), seen);
        count(element.index(), seen);
      }
      case Node.Selection selection -> {
        count(selection.of(), seen);
        count(selection.mask(), seen);
      }
      case Node.Sorted sorted -> count(sorted.of(), seen);
      case Node.Literal _, Node.Column _, Node.Row _, Node.Momentum _ -> {}
    }
  }

  /** The formula as written. */
  public String text() {
    return complaint.expression();
  }

  /** Whether it yields any number of values per event instead of one. */
  public boolean isList() {
    return root.list();
  }

  /** Whether its values are true or false. */
  public boolean isCondition() {
    return root.type().kind() == Node.Kind.TRUTH;
  }

  /**
   * The same, if it yields one value per event.
   *
   * @param what it is, such as {@code the cut}
   * @throws ProblemException if it yields lists
   */
  public Expression requireSingle(String what) {
    if (isList()) {
      throw complaint.at(
          root.at(),
          what + " is a list, where one value per event is expected",
          isCondition()
              ? "Reduce it with any, all or count."
              : "Pick an element with [0], or reduce it with max, min, sum, mean or count.");
    }
    return this;
  }

  /** Positions in the table of the columns it uses, in the order it expects them. */
  public List<Integer> columns() {
    return columns;
  }

  /** The position of the column that it names, if it is nothing but a column. */
  public Optional<Integer> asColumn() {
    return root instanceof Node.Column column
        ? Optional.of(columns.get(column.slot()))
        : Optional.empty();
  }

  /** An evaluator for one thread. */
  public Evaluator evaluator() {
    return new Evaluator(complaint, root);
  }
}

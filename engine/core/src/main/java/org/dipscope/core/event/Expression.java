package org.dipscope.core.event;

import java.util.List;
import java.util.Optional;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A formula on the columns of a table, such as {@code mass(pt1,eta1,phi1,m1,pt2,eta2,phi2,m2)} or
 * {@code pt > 25 && abs(eta) < 2.5}.
 *
 * <p>Numbers, column names (in quotes "…", '…' or `…` if they hold blanks or signs; a unit in
 * brackets may be left out), + − * / ^ **, comparisons (also chained: 300 &lt; m &lt; 500),
 * &amp;&amp; || ! and or not, pi, and the functions sqrt abs log log10 exp pow sin cos tan sinh
 * cosh tanh atan atan2 min max floor ceil isnan deltaPhi deltaR mass. Conditions count as 1 and 0
 * in arithmetic; numbers do not count as conditions. Arithmetic and comparisons follow IEEE 754: a
 * comparison with NaN is false, except !=. No code is ever run. Immutable.
 */
public final class Expression {
  private final String text;
  private final Node root;
  private final List<Integer> columns;

  private Expression(String text, Node root, List<Integer> columns) {
    this.text = text;
    this.root = root;
    this.columns = columns;
  }

  /**
   * Reads a formula that yields a number.
   *
   * @throws ProblemException if it cannot be read or names an unknown column; the character and the
   *     closest name are given
   */
  public static Expression number(String text, List<EventColumn> columns) {
    Schema schema = new Schema(columns);
    Node root = Parser.parse(text, schema);
    return new Expression(text, root, schema.used());
  }

  /**
   * Reads a condition.
   *
   * @throws ProblemException as {@link #number}, or if it yields a number
   */
  public static Expression condition(String text, List<EventColumn> columns) {
    Expression expression = number(text, columns);
    if (expression.root.type() != Node.Type.TRUTH) {
      throw new ProblemException(
          Problem.usage(
              "\"" + text + "\" is a number, not a condition.",
              "Compare it with something, as in " + text + " > 0."));
    }
    return expression;
  }

  /** The formula as written. */
  public String text() {
    return text;
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
    return new Evaluator(root);
  }
}

package org.dipscope.core.event;

import java.util.List;
import java.util.function.UnaryOperator;

/** The tree of an expression; {@code at} is the position of its first character. */
sealed interface Node {

  /** What a value is. */
  enum Kind {
    NUMBER,
    TRUTH,
    /** A four-momentum. */
    OBJECT
  }

  /**
   * What a node yields for each event.
   *
   * @param list whether it is any number of values instead of one
   */
  record Type(Kind kind, boolean list) {
    static final Type NUMBER = new Type(Kind.NUMBER, false);
    static final Type TRUTH = new Type(Kind.TRUTH, false);

    static Type of(Kind kind, boolean list) {
      return new Type(kind, list);
    }

    boolean isObject() {
      return kind == Kind.OBJECT;
    }

    /** As complaints call it. */
    String words() {
      return switch (kind) {
        case NUMBER -> list ? "a list of numbers" : "a number";
        case TRUTH -> list ? "a list of conditions" : "a condition";
        case OBJECT -> list ? "a list of objects" : "an object";
      };
    }
  }

  int at();

  Type type();

  default boolean list() {
    return type().list();
  }

  record Literal(int at, Type type, double value) implements Node {}

  /** A column by its place among those that the expression uses. */
  record Column(int at, Type type, int slot) implements Node {}

  /** Columns x[0], x[1], … as one list. */
  record Row(int at, Type type, List<Integer> slots) implements Node {}

  record Negation(int at, Type type, Node of) implements Node {}

  record Not(int at, Type type, Node of) implements Node {}

  record Binary(int at, Type type, Operator operator, Node left, Node right) implements Node {}

  record Call(int at, Type type, Elementwise function, List<Node> arguments) implements Node {}

  record Reduced(int at, Type type, Reduction reduction, Node of) implements Node {}

  /** One element of each list, NaN where there is none. */
  record Element(int at, Type type, Node of, Node index) implements Node {}

  /** The elements for which the mask is true. */
  record Selection(int at, Type type, Node of, Node mask) implements Node {}

  /** From large to small, NaN last. */
  record Sorted(int at, Type type, Node of) implements Node {}

  /** A four-momentum, or a list of them: the sum of its parts. */
  record Momentum(int at, Type type, List<Part> parts) implements Node {}

  /**
   * One addend of a four-momentum.
   *
   * @param polar whether the components are p_T, η, φ, m; else they are p_x, p_y, p_z, E
   */
  record Part(boolean polar, Node a, Node b, Node c, Node d) {
    Part map(UnaryOperator<Node> change) {
      return new Part(polar, change.apply(a), change.apply(b), change.apply(c), change.apply(d));
    }

    boolean list() {
      return a.list() || b.list() || c.list() || d.list();
    }
  }
}

package org.dipscope.core.event;

import java.util.List;

/** The tree of an expression; {@code at} is the position of its first character. */
sealed interface Node {

  /** What a node yields. */
  enum Type {
    NUMBER,
    TRUTH
  }

  int at();

  Type type();

  record Literal(int at, Type type, double value) implements Node {}

  /** A column by its place among those that the expression uses. */
  record Column(int at, Type type, int slot) implements Node {}

  record Negation(int at, Node of) implements Node {
    @Override
    public Type type() {
      return Type.NUMBER;
    }
  }

  record Not(int at, Node of) implements Node {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  record Binary(int at, Operator operator, Node left, Node right) implements Node {
    @Override
    public Type type() {
      return operator.result();
    }
  }

  record Call(int at, Function function, List<Node> arguments) implements Node {
    @Override
    public Type type() {
      return function.result();
    }
  }
}

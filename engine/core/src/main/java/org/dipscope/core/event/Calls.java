package org.dipscope.core.event;

import java.util.List;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Turns operators and calls of functions into nodes, and checks what they are given. */
final class Calls {
  private static final String LIST_HINT =
      "Pick an element with [0], or reduce the list with max, min, sum, mean or count.";

  private final Complaint complaint;

  Calls(Complaint complaint) {
    this.complaint = complaint;
  }

  /** A number or a condition, or a list of them. */
  Node value(Node node) {
    if (node.type().isObject()) {
      throw complaint.at(
          node.at(),
          "this is " + node.type().words() + ", not a number",
          "Take one of its quantities, such as pt(…), eta(…) or mass(…).");
    }
    return node;
  }

  Node truth(Node node) {
    if (node.type().kind() != Node.Kind.TRUTH) {
      throw complaint.at(
          node.at(),
          node.type().words() + " stands where a condition is expected",
          node.type().isObject() ? "Compare one of its quantities." : "Compare it with something.");
    }
    return node;
  }

  Node binary(int at, Operator operator, Node left, Node right) {
    if (operator == Operator.ADD
        && left instanceof Node.Momentum one
        && right instanceof Node.Momentum other) {
      return FourVectors.sum(at, one, other);
    }
    return FourVectors.binary(at, operator, value(left), value(right));
  }

  Node join(int at, Operator operator, Node left, Node right) {
    return FourVectors.binary(at, operator, truth(left), truth(right));
  }

  Node not(int at, Node of) {
    return new Node.Not(at, truth(of).type(), of);
  }

  Node negation(int at, Node of) {
    return new Node.Negation(at, Node.Type.of(Node.Kind.NUMBER, value(of).list()), of);
  }

  /** {@code of[index]}: one element, or those for which a condition holds. */
  Node bracket(int at, Node of, Node index) {
    if (!of.list()) {
      throw complaint.at(
          at,
          "this is " + of.type().words() + " per event, which has no elements",
          "Only lists take [ ].");
    }
    boolean selects = index.type().kind() == Node.Kind.TRUTH;
    if (selects && !index.list()) {
      throw complaint.at(
          index.at(),
          "this is one condition per event, which selects no elements",
          "Use a condition on the elements, or give the condition as a cut.");
    }
    if (!selects && value(index).list()) {
      throw complaint.at(index.at(), "this is a list, where a position is expected", LIST_HINT);
    }
    if (of instanceof Node.Momentum object) {
      return FourVectors.eachList(
          of.at(), object, node -> selects ? selection(node, index) : element(node, index));
    }
    return selects ? selection(of, index) : element(of, index);
  }

  private static Node selection(Node of, Node mask) {
    return new Node.Selection(of.at(), of.type(), of, mask);
  }

  private static Node element(Node of, Node index) {
    return new Node.Element(of.at(), Node.Type.of(of.type().kind(), false), of, index);
  }

  Node call(int at, Function function, List<Node> arguments) {
    @Nullable Elementwise elementwise = function.elementwise();
    if (elementwise != null) {
      require(at, function, arguments, elementwise.arguments());
      arguments.forEach(this::value);
      return FourVectors.call(at, elementwise, arguments);
    }
    @Nullable Reduction reduction = function.reduction();
    if (reduction != null) {
      require(at, function, arguments, 1);
      return reduced(at, function, reduction, arguments.getFirst());
    }
    return switch (function) {
      case MIN -> extreme(at, function, Elementwise.MIN, Reduction.MINIMUM, arguments);
      case MAX -> extreme(at, function, Elementwise.MAX, Reduction.MAXIMUM, arguments);
      case COUNT -> {
        require(at, function, arguments, 1);
        boolean truths = arguments.getFirst().type().kind() == Node.Kind.TRUTH;
        yield reduced(
            at, function, truths ? Reduction.SUM : Reduction.LENGTH, arguments.getFirst());
      }
      case SORT -> {
        require(at, function, arguments, 1);
        Node list = value(list(function, arguments.getFirst()));
        yield new Node.Sorted(at, list.type(), list);
      }
      default -> kinematic(at, function, arguments);
    };
  }

  private Node list(Function function, Node node) {
    if (!node.list()) {
      throw complaint.at(
          node.at(),
          "this is %s per event, but %s takes a list"
              .formatted(node.type().words(), function.label()),
          function.usage());
    }
    return node;
  }

  private Node reduced(int at, Function function, Reduction reduction, Node of) {
    list(function, of);
    if (of instanceof Node.Momentum object) {
      if (function == Function.SUM) {
        return FourVectors.total(at, object);
      }
      if (reduction == Reduction.LENGTH) {
        return new Node.Reduced(at, Node.Type.NUMBER, reduction, FourVectors.anyList(object));
      }
    }
    if (reduction.result() == Node.Kind.TRUTH) {
      truth(of);
    }
    return new Node.Reduced(at, Node.Type.of(reduction.result(), false), reduction, value(of));
  }

  private Node extreme(
      int at, Function function, Elementwise pairwise, Reduction reduction, List<Node> arguments) {
    if (arguments.size() == 1) {
      return reduced(at, function, reduction, arguments.getFirst());
    }
    if (arguments.isEmpty()) {
      throw wrongCount(at, function, arguments, "a list or at least 2 arguments");
    }
    return arguments.stream()
        .map(this::value)
        .reduce((left, right) -> FourVectors.call(at, pairwise, left, right))
        .orElseThrow();
  }

  private Node kinematic(int at, Function function, List<Node> arguments) {
    return switch (function) {
      case PT_ETA_PHI_M, PX_PY_PZ_E -> {
        require(at, function, arguments, 4);
        arguments.forEach(this::value);
        Node a = arguments.get(0);
        Node b = arguments.get(1);
        Node c = arguments.get(2);
        Node d = arguments.get(3);
        yield function == Function.PT_ETA_PHI_M
            ? FourVectors.polar(at, a, b, c, d)
            : FourVectors.cartesian(at, a, b, c, d);
      }
      case MASS -> mass(at, function, arguments);
      case DELTA_R -> distance(at, function, Elementwise.DELTA_R, arguments);
      case DELTA_PHI -> distance(at, function, Elementwise.DELTA_PHI, arguments);
      default -> {
        require(at, function, arguments, 1);
        yield quantity(at, function, object(function, arguments.getFirst()));
      }
    };
  }

  private static Node quantity(int at, Function function, Node.Momentum object) {
    return switch (function) {
      case PT -> FourVectors.pt(at, object);
      case ETA -> FourVectors.eta(at, object);
      case PHI -> FourVectors.phi(at, object);
      case ENERGY -> FourVectors.energy(at, object);
      case RAPIDITY -> FourVectors.rapidity(at, object);
      case PX -> FourVectors.px(at, object);
      case PY -> FourVectors.py(at, object);
      case PZ -> FourVectors.pz(at, object);
      default -> throw new IllegalStateException(function.label());
    };
  }

  private Node mass(int at, Function function, List<Node> arguments) {
    if (!arguments.isEmpty() && arguments.stream().anyMatch(node -> node.type().isObject())) {
      Node.Momentum sum =
          arguments.stream()
              .map(node -> object(function, node))
              .reduce((left, right) -> FourVectors.sum(at, left, right))
              .orElseThrow();
      return FourVectors.mass(at, sum);
    }
    if (arguments.size() != 8) {
      throw wrongCount(at, function, arguments, "objects or 8 numbers");
    }
    return FourVectors.call(at, Elementwise.MASS, arguments);
  }

  /** Of two objects, or of their angles. */
  private Node distance(int at, Function function, Elementwise ofAngles, List<Node> arguments) {
    if (arguments.stream().noneMatch(node -> node.type().isObject())) {
      if (arguments.size() != ofAngles.arguments()) {
        throw wrongCount(
            at, function, arguments, "2 objects or " + ofAngles.arguments() + " angles");
      }
      return FourVectors.call(at, ofAngles, arguments);
    }
    require(at, function, arguments, 2);
    Node.Momentum one = object(function, arguments.get(0));
    Node.Momentum other = object(function, arguments.get(1));
    return ofAngles == Elementwise.DELTA_PHI
        ? FourVectors.call(at, ofAngles, FourVectors.phi(at, one), FourVectors.phi(at, other))
        : FourVectors.call(
            at,
            ofAngles,
            FourVectors.eta(at, one),
            FourVectors.phi(at, one),
            FourVectors.eta(at, other),
            FourVectors.phi(at, other));
  }

  private Node.Momentum object(Function function, Node node) {
    if (node instanceof Node.Momentum object) {
      return object;
    }
    throw complaint.at(
        node.at(),
        "this is %s, but %s takes an object".formatted(node.type().words(), function.label()),
        "Name an object of the table, or make one with ptetaphim(pt, eta, phi, m) or"
            + " pxpypze(px, py, pz, e).");
  }

  private void require(int at, Function function, List<Node> arguments, int expected) {
    if (arguments.size() != expected) {
      throw wrongCount(
          at, function, arguments, expected + (expected == 1 ? " argument" : " arguments"));
    }
  }

  private ProblemException wrongCount(
      int at, Function function, List<Node> arguments, String expected) {
    return complaint.at(
        at,
        "%s takes %s, %d given".formatted(function.label(), expected, arguments.size()),
        function.usage());
  }
}

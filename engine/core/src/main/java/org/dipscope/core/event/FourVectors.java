package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Builds the numbers that follow from four-momenta. Components stay as they are given as long as
 * possible: a mass of objects given by p_T, η, φ, m never goes through Cartesian components.
 */
final class FourVectors {
  private FourVectors() {}

  static Node.Momentum polar(int at, Node pt, Node eta, Node phi, Node m) {
    return of(at, List.of(new Node.Part(true, pt, eta, phi, m)));
  }

  static Node.Momentum cartesian(int at, Node px, Node py, Node pz, Node e) {
    return of(at, List.of(new Node.Part(false, px, py, pz, e)));
  }

  private static Node.Momentum of(int at, List<Node.Part> parts) {
    boolean list = parts.stream().anyMatch(Node.Part::list);
    return new Node.Momentum(at, Node.Type.of(Node.Kind.OBJECT, list), List.copyOf(parts));
  }

  /** The object that some columns spell. */
  static Node.Momentum of(int at, ObjectColumns.Form form, List<Node> components) {
    Node[] c = components.toArray(new Node[0]);
    Node zero = zero(at);
    return switch (form) {
      case PT_ETA_PHI_M -> polar(at, c[0], c[1], c[2], c[3]);
      case PX_PY_PZ_E -> cartesian(at, c[0], c[1], c[2], c[3]);
      case PT_ETA_PHI_E ->
          polar(at, c[0], c[1], c[2], call(at, Elementwise.MASS_FROM_ENERGY, c[0], c[1], c[3]));
      case PX_PY_PZ_M ->
          cartesian(at, c[0], c[1], c[2], call(at, Elementwise.ENERGY, c[0], c[1], c[2], c[3]));
      case PT_ETA_PHI -> polar(at, c[0], c[1], c[2], zero);
      case PX_PY_PZ ->
          cartesian(at, c[0], c[1], c[2], call(at, Elementwise.ENERGY, c[0], c[1], c[2], zero));
    };
  }

  static Node.Momentum sum(int at, Node.Momentum left, Node.Momentum right) {
    List<Node.Part> parts = new ArrayList<>(left.parts());
    parts.addAll(right.parts());
    return of(at, parts);
  }

  /** The same change to every component that is a list. */
  static Node.Momentum eachList(int at, Node.Momentum object, UnaryOperator<Node> change) {
    UnaryOperator<Node> lists = node -> node.list() ? change.apply(node) : node;
    return of(at, object.parts().stream().map(part -> part.map(lists)).toList());
  }

  /** All objects of a list together. */
  static Node.Momentum total(int at, Node.Momentum list) {
    UnaryOperator<Node> sum = node -> new Node.Reduced(at, Node.Type.NUMBER, Reduction.SUM, node);
    Node px = spread(at, px(at, list), list);
    Node py = spread(at, py(at, list), list);
    Node pz = spread(at, pz(at, list), list);
    Node e = spread(at, energy(at, list), list);
    return cartesian(at, sum.apply(px), sum.apply(py), sum.apply(pz), sum.apply(e));
  }

  /** A component as a list, even if it is the same for all objects. */
  private static Node spread(int at, Node component, Node.Momentum list) {
    if (component.list()) {
      return component;
    }
    Node none = binary(at, Operator.MULTIPLY, anyList(list), zero(at));
    return binary(at, Operator.ADD, component, none);
  }

  /** One of the components that are lists. */
  static Node anyList(Node.Momentum object) {
    return object.parts().stream()
        .flatMap(part -> List.of(part.a(), part.b(), part.c(), part.d()).stream())
        .filter(Node::list)
        .findFirst()
        .orElseThrow();
  }

  static Node mass(int at, Node.Momentum object) {
    if (object.parts().stream().allMatch(Node.Part::polar)) {
      if (object.parts().size() == 1) {
        return object.parts().getFirst().d();
      }
      List<Node> all = new ArrayList<>();
      for (Node.Part part : object.parts()) {
        all.addAll(List.of(part.a(), part.b(), part.c(), part.d()));
      }
      return call(at, Elementwise.MASS, all);
    }
    return call(
        at,
        Elementwise.INVARIANT,
        px(at, object),
        py(at, object),
        pz(at, object),
        energy(at, object));
  }

  static Node pt(int at, Node.Momentum object) {
    return isOnePolar(object)
        ? object.parts().getFirst().a()
        : call(at, Elementwise.HYPOT, px(at, object), py(at, object));
  }

  static Node eta(int at, Node.Momentum object) {
    return isOnePolar(object)
        ? object.parts().getFirst().b()
        : call(at, Elementwise.PSEUDORAPIDITY, px(at, object), py(at, object), pz(at, object));
  }

  static Node phi(int at, Node.Momentum object) {
    return isOnePolar(object)
        ? object.parts().getFirst().c()
        : call(at, Elementwise.ATAN2, py(at, object), px(at, object));
  }

  static Node rapidity(int at, Node.Momentum object) {
    if (isOnePolar(object)) {
      Node.Part part = object.parts().getFirst();
      return call(at, Elementwise.RAPIDITY_OF_POLAR, part.a(), part.b(), part.d());
    }
    return call(at, Elementwise.RAPIDITY, pz(at, object), energy(at, object));
  }

  private static boolean isOnePolar(Node.Momentum object) {
    return object.parts().size() == 1 && object.parts().getFirst().polar();
  }

  static Node px(int at, Node.Momentum object) {
    return added(
        at,
        object,
        p ->
            p.polar()
                ? binary(at, Operator.MULTIPLY, p.a(), call(at, Elementwise.COS, p.c()))
                : p.a());
  }

  static Node py(int at, Node.Momentum object) {
    return added(
        at,
        object,
        p ->
            p.polar()
                ? binary(at, Operator.MULTIPLY, p.a(), call(at, Elementwise.SIN, p.c()))
                : p.b());
  }

  static Node pz(int at, Node.Momentum object) {
    return added(
        at,
        object,
        p ->
            p.polar()
                ? binary(at, Operator.MULTIPLY, p.a(), call(at, Elementwise.SINH, p.b()))
                : p.c());
  }

  static Node energy(int at, Node.Momentum object) {
    return added(
        at,
        object,
        p ->
            p.polar()
                ? call(
                    at,
                    Elementwise.HYPOT,
                    binary(at, Operator.MULTIPLY, p.a(), call(at, Elementwise.COSH, p.b())),
                    p.d())
                : p.d());
  }

  private static Node added(
      int at, Node.Momentum object, java.util.function.Function<Node.Part, Node> component) {
    return object.parts().stream()
        .map(component)
        .reduce((left, right) -> binary(at, Operator.ADD, left, right))
        .orElseThrow();
  }

  private static Node zero(int at) {
    return new Node.Literal(at, Node.Type.NUMBER, 0);
  }

  static Node binary(int at, Operator operator, Node left, Node right) {
    boolean list = left.list() || right.list();
    return new Node.Binary(at, Node.Type.of(operator.result(), list), operator, left, right);
  }

  static Node call(int at, Elementwise function, Node... arguments) {
    return call(at, function, Arrays.asList(arguments));
  }

  static Node call(int at, Elementwise function, List<Node> arguments) {
    boolean list = arguments.stream().anyMatch(Node::list);
    return new Node.Call(
        at, Node.Type.of(function.result(), list), function, List.copyOf(arguments));
  }
}

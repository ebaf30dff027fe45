package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads an expression by recursive descent. From loose to tight: or, and, not, comparisons, sums,
 * products, signs, powers. Powers bind tighter than signs and to the right: −2^2 is −4.
 */
final class Parser {
  private static final int DEEPEST = 200;
  private static final int LONGEST = 10_000;
  private static final int MOST_WORDS = 1000;
  private static final Map<String, Operator> COMPARISONS =
      Map.of(
          "<", Operator.LESS,
          "<=", Operator.LESS_OR_EQUAL,
          ">", Operator.GREATER,
          ">=", Operator.GREATER_OR_EQUAL,
          "==", Operator.EQUAL,
          "!=", Operator.NOT_EQUAL);

  private final Complaint complaint;
  private final Schema schema;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(Complaint complaint, Schema schema, List<Token> tokens) {
    this.complaint = complaint;
    this.schema = schema;
    this.tokens = tokens;
  }

  static Node parse(String text, Schema schema) {
    Complaint complaint = new Complaint(text);
    if (text.length() > LONGEST) {
      throw complaint.at(LONGEST, "it is longer than " + LONGEST + " characters", "Shorten it.");
    }
    List<Token> tokens = Lexer.tokens(complaint);
    if (tokens.size() > MOST_WORDS) {
      throw complaint.at(
          tokens.get(MOST_WORDS).at(), "it has more than " + MOST_WORDS + " words", "Shorten it.");
    }
    Parser parser = new Parser(complaint, schema, tokens);
    Node node = parser.or();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw complaint.at(
          rest.at(), "\"" + rest.text() + "\" is not expected here", "An operator is missing.");
    }
    return node;
  }

  private Node or() {
    Node left = and();
    while (peek().is("||") || peek().isWord("or")) {
      Token operator = take();
      left = join(operator, Operator.OR, left, and());
    }
    return left;
  }

  private Node and() {
    Node left = not();
    while (peek().is("&&") || peek().isWord("and")) {
      Token operator = take();
      left = join(operator, Operator.AND, left, not());
    }
    return left;
  }

  private Node not() {
    if (peek().isWord("not")) {
      Token operator = take();
      return negated(operator, deeper(operator, this::not));
    }
    return comparison();
  }

  private Node comparison() {
    Node left = sum();
    Node result = left;
    boolean chained = false;
    while (peek().kind() == Token.Kind.SYMBOL && COMPARISONS.containsKey(peek().text())) {
      Token symbol = take();
      Operator operator = COMPARISONS.getOrDefault(symbol.text(), Operator.EQUAL);
      Node right = sum();
      Node compared = new Node.Binary(symbol.at(), operator, left, right);
      result = chained ? new Node.Binary(symbol.at(), Operator.AND, result, compared) : compared;
      chained = true;
      left = right;
    }
    return result;
  }

  private Node sum() {
    Node left = product();
    while (peek().is("+") || peek().is("-")) {
      Token symbol = take();
      Operator operator = symbol.is("+") ? Operator.ADD : Operator.SUBTRACT;
      left = new Node.Binary(symbol.at(), operator, left, product());
    }
    return left;
  }

  private Node product() {
    Node left = sign();
    while (peek().is("*") || peek().is("/")) {
      Token symbol = take();
      Operator operator = symbol.is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
      left = new Node.Binary(symbol.at(), operator, left, sign());
    }
    return left;
  }

  private Node sign() {
    Token symbol = peek();
    if (symbol.is("-")) {
      take();
      return new Node.Negation(symbol.at(), deeper(symbol, this::sign));
    }
    if (symbol.is("+")) {
      take();
      return deeper(symbol, this::sign);
    }
    if (symbol.is("!")) {
      take();
      return negated(symbol, deeper(symbol, this::sign));
    }
    return power();
  }

  private Node power() {
    Node base = atom();
    if (peek().is("^") || peek().is("**")) {
      Token symbol = take();
      return new Node.Binary(symbol.at(), Operator.POWER, base, deeper(symbol, this::sign));
    }
    return base;
  }

  private Node atom() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER ->
          new Node.Literal(token.at(), Node.Type.NUMBER, Double.parseDouble(token.text()));
      case QUOTED -> schema.column(complaint, token.at(), token.text());
      case NAME -> peek().is("(") ? call(token) : name(token);
      case SYMBOL -> {
        if (!token.is("(")) {
          throw complaint.at(
              token.at(),
              "\"" + token.text() + "\" stands where a value is expected",
              "Give a number, a column or a function.");
        }
        Node inner = deeper(token, this::or);
        close(token);
        yield inner;
      }
      case END ->
          throw complaint.at(
              token.at(),
              "a value is missing at the end",
              "Give a number, a column or a function.");
    };
  }

  private Node name(Token token) {
    if (!schema.has(token.text())) {
      switch (token.text()) {
        case "pi" -> {
          return new Node.Literal(token.at(), Node.Type.NUMBER, Math.PI);
        }
        case "true" -> {
          return new Node.Literal(token.at(), Node.Type.TRUTH, 1);
        }
        case "false" -> {
          return new Node.Literal(token.at(), Node.Type.TRUTH, 0);
        }
        default -> {}
      }
    }
    return schema.column(complaint, token.at(), token.text());
  }

  private Node call(Token name) {
    Optional<Function> function = Function.of(name.text());
    if (function.isEmpty()) {
      throw complaint.at(
          name.at(), "there is no function \"" + name.text() + "\"", Functions.hint(name.text()));
    }
    Token open = take();
    List<Node> arguments = new ArrayList<>();
    if (!peek().is(")")) {
      arguments.add(deeper(open, this::or));
      while (peek().is(",")) {
        take();
        arguments.add(deeper(open, this::or));
      }
    }
    close(open);
    int expected = function.get().arguments();
    if (arguments.size() != expected) {
      throw complaint.at(
          name.at(),
          "%s takes %d arguments, %d given".formatted(name.text(), expected, arguments.size()),
          Functions.usage(function.get()));
    }
    return new Node.Call(name.at(), function.get(), List.copyOf(arguments));
  }

  private void close(Token open) {
    Token token = take();
    if (!token.is(")")) {
      throw complaint.at(open.at(), "the parenthesis is never closed", "Add a ).");
    }
  }

  private Node join(Token symbol, Operator operator, Node left, Node right) {
    requireTruth(left);
    requireTruth(right);
    return new Node.Binary(symbol.at(), operator, left, right);
  }

  private Node negated(Token symbol, Node of) {
    requireTruth(of);
    return new Node.Not(symbol.at(), of);
  }

  private void requireTruth(Node node) {
    if (node.type() != Node.Type.TRUTH) {
      throw complaint.at(
          node.at(), "a number stands where a condition is expected", "Compare it with something.");
    }
  }

  private Node deeper(Token at, Supplier<Node> part) {
    if (++depth > DEEPEST) {
      throw complaint.at(at.at(), "it is nested too deeply", "Use fewer parentheses.");
    }
    Node node = part.get();
    depth--;
    return node;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }
}

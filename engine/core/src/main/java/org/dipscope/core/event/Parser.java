package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads an expression by recursive descent. From loose to tight: or, and, not, comparisons, sums,
 * products, signs, powers, elements. Powers bind tighter than signs and to the right: −2^2 is −4.
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
  private final Calls calls;
  private final Schema schema;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private Parser(Complaint complaint, Schema schema, List<Token> tokens) {
    this.complaint = complaint;
    this.calls = new Calls(complaint);
    this.schema = schema;
    this.tokens = tokens;
  }

  static Node parse(Complaint complaint, Schema schema) {
    String text = complaint.expression();
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
      left = calls.join(operator.at(), Operator.OR, left, and());
    }
    return left;
  }

  private Node and() {
    Node left = not();
    while (peek().is("&&") || peek().isWord("and")) {
      Token operator = take();
      left = calls.join(operator.at(), Operator.AND, left, not());
    }
    return left;
  }

  private Node not() {
    if (peek().isWord("not")) {
      Token operator = take();
      return calls.not(operator.at(), deeper(operator, this::not));
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
      Node compared = calls.binary(symbol.at(), operator, left, right);
      result = chained ? calls.join(symbol.at(), Operator.AND, result, compared) : compared;
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
      left = calls.binary(symbol.at(), operator, left, product());
    }
    return left;
  }

  private Node product() {
    Node left = sign();
    while (peek().is("*") || peek().is("/")) {
      Token symbol = take();
      Operator operator = symbol.is("*") ? Operator.MULTIPLY : Operator.DIVIDE;
      left = calls.binary(symbol.at(), operator, left, sign());
    }
    return left;
  }

  private Node sign() {
    Token symbol = peek();
    if (symbol.is("-")) {
      take();
      return calls.negation(symbol.at(), deeper(symbol, this::sign));
    }
    if (symbol.is("+")) {
      take();
      return deeper(symbol, this::sign);
    }
    if (symbol.is("!")) {
      take();
      return calls.not(symbol.at(), deeper(symbol, this::sign));
    }
    return power();
  }

  private Node power() {
    Node base = element();
    if (peek().is("^") || peek().is("**")) {
      Token symbol = take();
      return calls.binary(symbol.at(), Operator.POWER, base, deeper(symbol, this::sign));
    }
    return base;
  }

  private Node element() {
    Node node = atom();
    while (peek().is("[")) {
      Token open = take();
      Node index = deeper(open, this::or);
      if (!take().is("]")) {
        throw complaint.at(open.at(), "the bracket is never closed", "Add a ].");
      }
      node = calls.bracket(open.at(), node, index);
    }
    return node;
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
    String name = token.text();
    if (peek().is("[")) {
      String bracketed = schema.bracketedAt(complaint.expression(), token.at());
      if (bracketed != null) {
        while (peek().at() < token.at() + bracketed.length() && peek().kind() != Token.Kind.END) {
          take();
        }
        return schema.column(complaint, token.at(), bracketed);
      }
    }
    if (schema.has(name)) {
      return schema.column(complaint, token.at(), name);
    }
    ObjectColumns object = schema.objects().get(name);
    if (object != null) {
      return object(token, object);
    }
    return switch (name) {
      case "pi" -> new Node.Literal(token.at(), Node.Type.NUMBER, Math.PI);
      case "true" -> new Node.Literal(token.at(), Node.Type.TRUTH, 1);
      case "false" -> new Node.Literal(token.at(), Node.Type.TRUTH, 0);
      default -> schema.column(complaint, token.at(), name);
    };
  }

  private Node object(Token token, ObjectColumns object) {
    List<Node> components =
        object.columns().stream().map(name -> schema.column(complaint, token.at(), name)).toList();
    return FourVectors.of(token.at(), object.form(), components);
  }

  private Node call(Token name) {
    Optional<Function> function = Function.of(name.text());
    if (function.isEmpty()) {
      throw complaint.at(
          name.at(), "there is no function \"" + name.text() + "\"", Function.hint(name.text()));
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
    return calls.call(name.at(), function.get(), List.copyOf(arguments));
  }

  private void close(Token open) {
    Token token = take();
    if (!token.is(")")) {
      throw complaint.at(open.at(), "the parenthesis is never closed", "Add a ).");
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

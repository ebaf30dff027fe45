package org.dipscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the command line with everything it wrote. */
record Run(int status, String out, String err) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Run of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Dipscope.execute(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream());
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A command line in one string, split at blanks. */
  static Run line(String line) {
    return of(line.strip().split("\\s+"));
  }

  JsonNode json() {
    return MAPPER.readTree(out);
  }

  JsonNode error() {
    return json().path("error");
  }

  String message() {
    return error().path("message").asString();
  }

  String hint() {
    return error().path("hint").asString();
  }
}

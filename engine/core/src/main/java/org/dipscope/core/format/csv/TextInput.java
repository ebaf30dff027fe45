package org.dipscope.core.format.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dipscope.core.format.FileKind;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** The start of a text file, its encoding, and the way to read all of it. */
final class TextInput {
  private static final int START = 1 << 16;

  private final String file;
  private final byte[] start;
  private final InputStream rest;
  private final Charset charset;
  private final int mark;

  private TextInput(String file, byte[] start, InputStream rest) {
    this.file = file;
    this.start = start;
    this.rest = rest;
    this.mark = byteOrderMark();
    this.charset = mark == 0 ? guess() : mark == 3 ? StandardCharsets.UTF_8 : utf16();
  }

  /** Looks at the first bytes and refuses what is empty or not text. */
  static TextInput open(String file, InputStream stream) throws IOException {
    byte[] start = stream.readNBytes(START);
    if (start.length == 0) {
      throw bad(file, file + ": the file is empty.", "Choose a file with at least one row.");
    }
    Optional<FileKind> kind = FileKind.of(start);
    if (kind.isPresent()) {
      String label = kind.get().label();
      throw bad(
          file,
          file + " is no text table: its content looks like a " + label + " file.",
          "Rename it with the extension of its format, or unpack it first.");
    }
    TextInput input = new TextInput(file, start, stream);
    if (input.mark != 2) {
      input.refuseZeroBytes();
    }
    return input;
  }

  private void refuseZeroBytes() {
    for (int i = 0; i < start.length; i++) {
      if (start[i] == 0) {
        throw bad(
            file,
            file + " is no text table: byte " + (i + 1) + " is zero, as in binary files.",
            "Choose the format that belongs to the file, or export it as text.");
      }
    }
  }

  String file() {
    return file;
  }

  /** The first characters, to find the dialect; may end within a line. */
  Reader sample() {
    return reader(new ByteArrayInputStream(start, mark, start.length - mark));
  }

  /** Whether {@link #sample()} is the whole file. */
  boolean sampleIsAll() {
    return start.length < START;
  }

  /** All characters; may be called once. */
  Reader all() {
    return reader(
        new SequenceInputStream(new ByteArrayInputStream(start, mark, start.length - mark), rest));
  }

  private Reader reader(InputStream stream) {
    return new InputStreamReader(
        stream,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private int byteOrderMark() {
    if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB) {
      return start[2] == (byte) 0xBF ? 3 : 0;
    }
    boolean little = start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
    boolean big = start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
    return little || big ? 2 : 0;
  }

  private Charset utf16() {
    return start[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private Charset guess() {
    int complete = start.length;
    for (int back = 0; back < 3 && complete > 0 && start[complete - 1] < 0; back++) {
      complete--; // a character may be cut at the end of the sample
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(start, 0, complete));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static ProblemException bad(String file, String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint, file, 0));
  }
}

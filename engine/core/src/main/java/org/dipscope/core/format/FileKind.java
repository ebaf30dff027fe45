package org.dipscope.core.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that a reader of another kind meets, told apart by their first bytes. */
public enum FileKind {
  PARQUET("Parquet", "PAR1"),
  ROOT("ROOT", "root"),
  HDF5("HDF5", "\u0089HDF\r\n\u001a\n"),
  NUMPY("NumPy", "\u0093NUMPY"),
  GZIP("gzip", "\u001f\u008b"),
  ZIP("ZIP", "PK\u0003\u0004"),
  ZSTANDARD("Zstandard", "(\u00b5/\u00fd"),
  XZ("xz", "\u00fd7zXZ"),
  BZIP2("bzip2", "BZh"),
  PDF("PDF", "%PDF-"),
  PNG("PNG", "\u0089PNG"),
  SQLITE("SQLite", "SQLite format 3"),
  ELF("program", "\u007fELF"),
  JSON("JSON", "{"),
  JSON_LIST("JSON", "["),
  XML("XML", "<?xml"),
  LHE("Les Houches event", "<LesHouchesEvents"),
  HEPMC("HepMC", "HepMC::"),
  YODA("YODA", "BEGIN YODA"),
  YODA_1("YODA", "# BEGIN YODA");

  private final String label;
  private final String magic;

  FileKind(String label, String magic) {
    this.label = label;
    this.magic = magic;
  }

  /** The kind as users call it. */
  public String label() {
    return label;
  }

  /** The kind with its first bytes where they can be read: Parquet (PAR1). */
  String mark() {
    boolean readable = magic.chars().allMatch(c -> c > ' ' && c < 127);
    return readable ? label + " (" + magic + ")" : label;
  }

  /** The kind whose mark stands at the start of the bytes, or after blank lines, if any. */
  public static Optional<FileKind> of(byte[] start) {
    int blank = hasByteOrderMark(start) ? 3 : 0;
    while (blank < start.length
        && (start[blank] == '\n' || start[blank] == '\r' || start[blank] == ' ')) {
      blank++;
    }
    byte[] text = blank == 0 ? start : Arrays.copyOfRange(start, blank, start.length);
    for (FileKind kind : values()) {
      if (kind.matches(text)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** UTF-8 as some editors mark it. */
  private static boolean hasByteOrderMark(byte[] start) {
    return start.length >= 3
        && start[0] == (byte) 0xEF
        && start[1] == (byte) 0xBB
        && start[2] == (byte) 0xBF;
  }

  /** The kind that a file of this name claims to be, if its extension belongs to one. */
  public static Optional<FileKind> named(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    FileKind kind =
        switch (name.substring(name.lastIndexOf('.') + 1)) {
          case "root" -> ROOT;
          case "lhe", "lhef" -> LHE;
          case "hepmc", "hepmc2", "hepmc3" -> HEPMC;
          case "yoda" -> YODA;
          case "json", "jsonl" -> JSON;
          case "npy" -> NUMPY;
          case "npz" -> ZIP;
          case "parquet" -> PARQUET;
          case "h5", "hdf5", "hdf" -> HDF5;
          default -> null;
        };
    return Optional.ofNullable(kind);
  }

  private boolean matches(byte[] start) {
    if (start.length < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((start[i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

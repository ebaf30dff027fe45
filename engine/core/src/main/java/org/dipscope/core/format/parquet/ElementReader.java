package org.dipscope.core.format.parquet;

/** Reads one node of the schema; the newer logical type goes before the older converted type. */
final class ElementReader {
  private final ThriftReader in;
  private String name = "";
  private int physical = -1;
  private int bytes;
  private int repetition;
  private int children;
  private int scale;
  private int converted = -1;
  private int logical;
  private boolean signed = true;
  private Meaning timeUnit = Meaning.MILLISECONDS;

  ElementReader(ThriftReader in) {
    this.in = in;
  }

  boolean field(int id) {
    switch (id) {
      case 1 -> physical = in.smallInteger();
      case 2 -> bytes = in.smallInteger();
      case 3 -> repetition = in.smallInteger();
      case 4 -> name = in.text();
      case 5 -> children = in.smallInteger();
      case 6 -> converted = in.smallInteger();
      case 7 -> scale = in.smallInteger();
      case 10 -> in.struct(this::logicalType);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A union: the one field that is there says which type it is. */
  private boolean logicalType(int id) {
    logical = id;
    switch (id) {
      case 5 -> in.struct(this::decimal);
      case 7, 8 -> in.struct(this::time);
      case 10 -> in.struct(this::integer);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean decimal(int id) {
    if (id == 1) {
      scale = in.smallInteger();
    }
    return id == 1;
  }

  private boolean time(int id) {
    if (id == 2) {
      in.struct(this::unit);
    }
    return id == 2;
  }

  private boolean unit(int id) {
    timeUnit =
        switch (id) {
          case 1 -> Meaning.MILLISECONDS;
          case 2 -> Meaning.MICROSECONDS;
          default -> Meaning.NANOSECONDS;
        };
    return false;
  }

  private boolean integer(int id) {
    if (id == 2) {
      signed = in.truth();
    }
    return id == 2;
  }

  SchemaElement element(Place place) {
    Physical type = Physical.of(physical);
    boolean known = physical == -1 || type != null;
    if (!known || children < 0 || repetition < 0 || repetition > SchemaElement.REPEATED) {
      throw place.damaged("its schema has a column of unknown type");
    }
    if (type == Physical.FIXED && bytes <= 0) {
      throw place.damaged("column \"" + name + "\" has values of " + bytes + " bytes");
    }
    Meaning meaning = logical > 0 ? meaningOfLogical() : meaningOfConverted();
    return new SchemaElement(name, type, bytes, repetition, children, meaning, scale);
  }

  private Meaning meaningOfLogical() {
    return switch (logical) {
      case 2, 3 -> Meaning.COLLECTION;
      case 5 -> Meaning.DECIMAL;
      case 6 -> Meaning.DAYS;
      case 7, 8 -> timeUnit;
      case 10 -> signed ? Meaning.PLAIN : Meaning.UNSIGNED;
      case 15 -> Meaning.HALF;
      default -> Meaning.PLAIN;
    };
  }

  private Meaning meaningOfConverted() {
    return switch (converted) {
      case 1, 2, 3 -> Meaning.COLLECTION;
      case 5 -> Meaning.DECIMAL;
      case 6 -> Meaning.DAYS;
      case 7, 9 -> Meaning.MILLISECONDS;
      case 8, 10 -> Meaning.MICROSECONDS;
      case 11, 12, 13, 14 -> Meaning.UNSIGNED;
      default -> Meaning.PLAIN;
    };
  }
}

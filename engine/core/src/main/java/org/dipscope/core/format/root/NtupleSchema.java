package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;

/** Fields and physical columns of an ntuple, from its header and the extension in its footer. */
final class NtupleSchema {
  private static final int REPETITIVE = 1;
  private static final int PROJECTED = 2;
  private static final int DEFERRED = 1;
  private static final int RANGED = 2;

  private final List<Field> fields = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Alias> aliases = new ArrayList<>();

  /**
   * A field.
   *
   * @param parent the field above, its own number at the top
   * @param role 0 leaf, 1 collection, 2 record, 3 variant, 4 streamed object
   * @param repeat length of a fixed array, 1 otherwise
   */
  record Field(int parent, int role, String name, String type, String title, long repeat) {}

  /**
   * A physical column.
   *
   * @param type numeric code of the encoding
   * @param bits bits per element
   * @param representation number of the alternative encoding of the field
   * @param deferred whether it was added later, with zeros before
   * @param minimum lower end of quantised values
   * @param maximum upper end of quantised values
   */
  record Column(
      int type,
      int bits,
      int field,
      int representation,
      boolean deferred,
      double minimum,
      double maximum) {}

  private record Alias(int column, int field) {}

  List<Field> fields() {
    return fields;
  }

  List<Column> columns() {
    return columns;
  }

  /** The physical columns of a field by number, in their order. */
  List<Integer> columnsOf(int field) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).field() == field) {
        found.add(i);
      }
    }
    for (Alias alias : aliases) {
      if (alias.field() == field && alias.column() >= 0 && alias.column() < columns.size()) {
        found.add(alias.column());
      }
    }
    return found;
  }

  List<Integer> childrenOf(int parent) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).parent() == parent && i != parent) {
        found.add(i);
      }
    }
    return found;
  }

  /** Adds what a schema description holds. */
  void add(LittleBytes in) {
    LittleBytes.Frame list = in.list();
    for (int i = 0; i < list.items(); i++) {
      LittleBytes.Frame item = in.record();
      fields.add(field(in));
      in.seek(item.end());
    }
    in.seek(list.end());
    list = in.list();
    for (int i = 0; i < list.items(); i++) {
      LittleBytes.Frame item = in.record();
      columns.add(column(in));
      in.seek(item.end());
    }
    in.seek(list.end());
    list = in.list();
    for (int i = 0; i < list.items(); i++) {
      LittleBytes.Frame item = in.record();
      aliases.add(new Alias(in.i32(), in.i32()));
      in.seek(item.end());
    }
    in.seek(list.end());
  }

  private static Field field(LittleBytes in) {
    in.i32(); // version of the field
    in.i32(); // version of its type
    int parent = in.i32();
    int role = in.u16();
    int flags = in.u16();
    String name = in.string();
    String type = in.string();
    in.string(); // alias of the type
    String title = in.string();
    long repeat = (flags & REPETITIVE) == 0 ? 1 : in.size();
    if ((flags & PROJECTED) != 0) {
      in.i32();
    }
    return new Field(parent, role, name, type, title, repeat);
  }

  private static Column column(LittleBytes in) {
    int type = in.u16();
    int bits = in.u16();
    int field = in.i32();
    int flags = in.u16();
    int representation = in.u16();
    boolean deferred = (flags & DEFERRED) != 0;
    if (deferred) {
      in.i64();
    }
    boolean ranged = (flags & RANGED) != 0;
    double minimum = ranged ? in.f64() : 0;
    double maximum = ranged ? in.f64() : 0;
    return new Column(type, bits, field, representation, deferred, minimum, maximum);
  }
}

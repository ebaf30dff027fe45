package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Works out which fields of an ntuple can be read as columns. */
final class NtuplePlanner {
  private static final int LEAF = 0;
  private static final int COLLECTION = 1;
  private static final int RECORD = 2;
  private static final int DEEPEST = 50;
  private static final long LONGEST_ENTRY = 1 << 26;

  private final String file;
  private final String table;
  private final NtupleSchema schema;
  private final Map<String, NtuplePlan> plans = new LinkedHashMap<>();
  private final List<Problem> unread = new ArrayList<>();

  private NtuplePlanner(String file, String table, NtupleSchema schema) {
    this.file = file;
    this.table = table;
    this.schema = schema;
  }

  /** The columns by name, and what cannot be read. */
  record Planned(Map<String, NtuplePlan> plans, List<Problem> unread) {}

  static Planned plan(String file, String table, NtupleSchema schema) {
    NtuplePlanner planner = new NtuplePlanner(file, table, schema);
    for (int id = 0; id < schema.fields().size(); id++) {
      if (schema.fields().get(id).parent() == id) {
        planner.field(id, schema.fields().get(id).name(), null, 1, 0);
      }
    }
    return new Planned(planner.plans, List.copyOf(planner.unread));
  }

  private void field(
      int id, String name, NtuplePlan.@Nullable Source index, long outer, int depth) {
    NtupleSchema.Field field = schema.fields().get(id);
    List<Integer> children = schema.childrenOf(id);
    long repeat = outer * Math.max(1, Math.min(field.repeat(), LONGEST_ENTRY));
    if (depth > DEEPEST || repeat > LONGEST_ENTRY) {
      refuse(name, "nested too deep or of impossible length");
      return;
    }
    List<Integer> own = schema.columnsOf(id);
    if (field.role() == LEAF && own.isEmpty() && children.size() == 1) {
      field(children.getFirst(), name, index, repeat, depth + 1);
    } else if (field.role() == LEAF && !own.isEmpty()) {
      leaf(field, name, own, index, repeat);
    } else if (field.role() == COLLECTION && index == null && repeat == 1 && !own.isEmpty()) {
      NtuplePlan.@Nullable Source ends = source(own);
      if (ends == null || !ends.decoders().getFirst().isIndex()) {
        refuse(name, "a collection of unknown encoding");
        return;
      }
      for (int child : children) {
        boolean item = schema.fields().get(child).name().startsWith("_");
        String below = item ? name : name + "." + schema.fields().get(child).name();
        field(child, below, ends, 1, depth + 1);
      }
    } else if (field.role() == RECORD) {
      for (int child : children) {
        String part = schema.fields().get(child).name();
        field(child, part.startsWith(":") ? name : name + "." + part, index, repeat, depth + 1);
      }
    } else {
      refuse(name, field.type().isEmpty() ? "nested collections" : "a " + field.type());
    }
  }

  private void leaf(
      NtupleSchema.Field field,
      String name,
      List<Integer> own,
      NtuplePlan.@Nullable Source index,
      long repeat) {
    boolean text = field.type().equals("std::string");
    boolean counts = field.type().startsWith("ROOT::RNTupleCardinality");
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      (text && i % 2 == 1 ? second : first).add(own.get(i));
    }
    NtuplePlan.@Nullable Source values = source(text ? second : first);
    NtuplePlan.@Nullable Source ends = text ? source(first) : index;
    if (values == null
        || (text && (index != null || repeat != 1 || ends == null))
        || (counts && index != null)
        || (!text && values.decoders().getFirst().isIndex() != counts)) {
      refuse(name, "a " + field.type());
      return;
    }
    RootType type =
        text ? RootType.TEXT : counts ? RootType.UINT64 : values.decoders().getFirst().type();
    ColumnShape shape =
        index != null ? ColumnShape.JAGGED : repeat > 1 ? ColumnShape.FIXED : ColumnShape.SCALAR;
    RootColumn column =
        new RootColumn(
            name, type, shape, (int) repeat, RootAxis.unit(field.title()), field.title());
    plans.putIfAbsent(name, new NtuplePlan(column, values, ends, counts));
  }

  /** The columns with their decoders; null if one of them is of a type that is not known. */
  private NtuplePlan.@Nullable Source source(List<Integer> ids) {
    List<PageDecoder> decoders = new ArrayList<>();
    boolean deferred = false;
    for (int id : ids) {
      PageDecoder decoder = PageDecoder.of(schema.columns().get(id));
      if (decoder == null) {
        return null;
      }
      if (!decoders.isEmpty() && !sameValues(decoders.getFirst(), decoder)) {
        return null;
      }
      decoders.add(decoder);
      deferred |= schema.columns().get(id).deferred();
    }
    return decoders.isEmpty() ? null : new NtuplePlan.Source(ids, decoders, deferred);
  }

  private static boolean sameValues(PageDecoder one, PageDecoder other) {
    return one.type() == other.type() || (one.isIndex() && other.isIndex());
  }

  private void refuse(String name, String what) {
    unread.add(
        Problem.badInput(
            file
                + ": field \""
                + name
                + "\" of "
                + table
                + " holds "
                + what
                + ", which cannot be read as numbers.",
            "Use the other columns, or write it as numbers, arrays or vectors of numbers.",
            file,
            0));
  }
}

package org.dipscope.core.format.parquet;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.problem.Problem;

/**
 * Turns the tree of the schema into columns: members of structures are named by their path, and a
 * list of numbers, or of structures of numbers, becomes a column of lists.
 */
final class SchemaWalk {
  private static final int DEEPEST = 30;

  private final List<SchemaElement> schema;
  private final Place place;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int next;
  private int leaves;

  /** What is known above a node, or of a leaf. */
  private record Above(
      String path, int definition, int repetition, int repeatedAt, boolean nameless, int depth) {}

  private SchemaWalk(List<SchemaElement> schema, Place place) {
    this.schema = schema;
    this.place = place;
  }

  /**
   * What was found.
   *
   * @param columns those that can be read
   * @param leaves how many columns a row group has
   * @param problems one for each column that cannot
   */
  record Columns(List<ParquetColumn> columns, int leaves, List<Problem> problems) {}

  static Columns of(List<SchemaElement> schema, Place place) {
    if (schema.isEmpty() || !schema.getFirst().isGroup()) {
      throw place.damaged("it has no schema");
    }
    SchemaWalk walk = new SchemaWalk(schema, place);
    int children = schema.get(walk.next++).children();
    for (int i = 0; i < children; i++) {
      walk.node(new Above("", 0, 0, 0, false, 0));
    }
    return new Columns(List.copyOf(walk.columns), walk.leaves, List.copyOf(walk.problems));
  }

  private void node(Above above) {
    if (next >= schema.size() || above.depth() > DEEPEST) {
      throw place.damaged("its schema is cut or nested too deep");
    }
    SchemaElement node = schema.get(next++);
    boolean repeated = node.repetition() == SchemaElement.REPEATED;
    boolean optional = node.repetition() == SchemaElement.OPTIONAL;
    int definition = above.definition() + (repeated || optional ? 1 : 0);
    int repetition = above.repetition() + (repeated ? 1 : 0);
    int repeatedAt = repeated ? definition : above.repeatedAt();
    String path =
        above.nameless()
            ? above.path()
            : above.path().isEmpty() ? node.name() : above.path() + "." + node.name();
    Physical physical = node.physical();
    if (physical == null) {
      boolean onlyElement = repeated && above.nameless() && node.children() == 1;
      boolean nameless = node.meaning() == Meaning.COLLECTION || onlyElement;
      for (int i = 0; i < node.children(); i++) {
        node(new Above(path, definition, repetition, repeatedAt, nameless, above.depth() + 1));
      }
    } else {
      leaf(node, physical, new Above(path, definition, repetition, repeatedAt, false, 0));
    }
  }

  private void leaf(SchemaElement node, Physical physical, Above found) {
    int index = leaves++;
    if (found.repetition() > 1) {
      problems.add(
          place
              .problem(
                  "has the column \"%s\" of lists in lists, which cannot be read"
                      .formatted(found.path()),
                  "Flatten it when the file is written; the other columns are read.")
              .problem());
      return;
    }
    columns.add(
        new ParquetColumn(
            found.path(),
            index,
            physical,
            physical == Physical.FIXED ? node.bytes() : physical.bytes(),
            node.meaning(),
            node.scale(),
            found.definition(),
            found.repeatedAt(),
            found.repetition() == 1));
  }
}

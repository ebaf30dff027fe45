package org.dipscope.core.project;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Steps from older project files to the present format, one pure function per version. Step v turns
 * a file of version v into one of version v + 1; each has a golden file in the tests.
 */
final class Migrations {
  private final TreeMap<Integer, UnaryOperator<ObjectNode>> steps;

  /** The steps of the product; version 1 is the first format, so there are none yet. */
  static final Migrations ALL = new Migrations(Map.of());

  Migrations(Map<Integer, UnaryOperator<ObjectNode>> steps) {
    this.steps = new TreeMap<>(steps);
  }

  /** A migrated copy; files of the target version or newer are returned as they are. */
  ObjectNode migrate(ObjectNode file, int from, int target) {
    ObjectNode migrated = file;
    for (int version = from; version < target; version++) {
      UnaryOperator<ObjectNode> step = steps.get(version);
      if (step == null) {
        throw new IllegalStateException("no migration from version " + version);
      }
      migrated = step.apply(migrated.deepCopy());
      migrated.put("schemaVersion", version + 1);
    }
    return migrated;
  }
}

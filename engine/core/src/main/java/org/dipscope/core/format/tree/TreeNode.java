package org.dipscope.core.format.tree;

import java.util.List;
import java.util.Map;

/**
 * A value in a YAML or JSON document with the one-based line where it starts. Trees are immutable;
 * an aliased value is shared, not copied.
 */
public sealed interface TreeNode {

  /** The one-based line where the value starts. */
  int line();

  /** Named values in the order of the file. */
  record MapNode(int line, Map<String, TreeNode> entries) implements TreeNode {}

  /** Values in a row. */
  record ListNode(int line, List<TreeNode> items) implements TreeNode {}

  /**
   * A single value as it is written.
   *
   * @param line where it stands
   * @param text the characters, without quotes
   * @param kind what the document says it is; numbers of YAML may arrive as text
   */
  record ScalarNode(int line, String text, Kind kind) implements TreeNode {

    /** What a document can call a value. */
    public enum Kind {
      NUMBER,
      TEXT,
      BOOLEAN,
      NULL
    }
  }
}

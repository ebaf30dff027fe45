package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the branches of a tree that hold values, and which branch each leaf belongs to. */
final class BranchWalk {
  private static final int DEEPEST = 50;

  private final Set<RootObject> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<RootObject, RootObject> branchOfLeaf = new IdentityHashMap<>();
  private final List<Found> found = new ArrayList<>();

  /**
   * A branch without branches below it.
   *
   * @param branch the branch
   * @param parent name of the branch above it, empty at the top
   */
  record Found(RootObject branch, String parent) {}

  static BranchWalk of(RootObject tree) {
    BranchWalk walk = new BranchWalk();
    walk.below(tree, "", 0);
    return walk;
  }

  List<Found> found() {
    return found;
  }

  Map<RootObject, RootObject> branchOfLeaf() {
    return branchOfLeaf;
  }

  private void below(RootObject node, String parent, int depth) {
    if (depth > DEEPEST || !visited.add(node)) {
      throw node.place().damaged("has a branch that contains itself");
    }
    for (Object item : node.items("fBranches")) {
      if (!(item instanceof RootObject branch)) {
        continue;
      }
      for (Object leaf : branch.items("fLeaves")) {
        if (leaf instanceof RootObject object) {
          branchOfLeaf.putIfAbsent(object, branch);
        }
      }
      boolean last = branch.items("fBranches").isEmpty();
      if (last && visited.add(branch)) {
        found.add(new Found(branch, parent));
      } else if (!last) {
        below(branch, branch.text("fName"), depth + 1);
      }
    }
  }
}

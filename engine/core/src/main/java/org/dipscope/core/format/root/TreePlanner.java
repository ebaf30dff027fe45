package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Works out the columns of a tree from its branches and leaves. */
final class TreePlanner {
  private static final int LONGEST_ENTRY = 1 << 26;
  private static final int DEEPEST_COUNT = 4;

  private final RootStorage storage;
  private final RootKey key;
  private final LeafReader leaves;
  private final BranchWalk walk;
  private final Map<String, ColumnPlan> plans = new LinkedHashMap<>();
  private final List<Problem> unread = new ArrayList<>();

  private TreePlanner(RootStorage storage, RootKey key, RootObject tree, StreamerInfos infos) {
    this.storage = storage;
    this.key = key;
    this.leaves = new LeafReader(infos);
    this.walk = BranchWalk.of(tree);
  }

  /** The columns by name, and what cannot be read. */
  record Planned(Map<String, ColumnPlan> plans, List<Problem> unread) {}

  static Planned plan(RootStorage storage, RootKey key, RootObject tree, StreamerInfos infos) {
    TreePlanner planner = new TreePlanner(storage, key, tree, infos);
    for (BranchWalk.Found found : planner.walk.found()) {
      try {
        planner.branch(found);
      } catch (ProblemException e) {
        planner.unread.add(e.problem());
      }
    }
    return new Planned(planner.plans, List.copyOf(planner.unread));
  }

  private void branch(BranchWalk.Found found) {
    RootObject branch = found.branch();
    String name = LeafReader.columnName(branch.text("fName"));
    if (plans.containsKey(name) && !found.parent().isEmpty()) {
      name = LeafReader.columnName(found.parent()) + "." + name;
    }
    if (LeafReader.isStatusBits(branch)) {
      return;
    }
    List<RootObject> own = leavesOf(branch);
    int skip = 0;
    int stride = own.size() == 1 ? 0 : stride(branch, own);
    for (RootObject leaf : own) {
      String column = own.size() == 1 ? name : name + "." + leaf.text("fName");
      ColumnPlan plan = plan(column, branch, leaf, stride, skip, 0);
      plans.put(column, plan);
      skip += plan.width() * plan.column().length();
    }
  }

  private static List<RootObject> leavesOf(RootObject branch) {
    List<RootObject> leaves = new ArrayList<>();
    for (Object leaf : branch.items("fLeaves")) {
      if (leaf instanceof RootObject object) {
        leaves.add(object);
      }
    }
    if (leaves.isEmpty()) {
      throw branch.place().damaged("has a branch \"" + branch.text("fName") + "\" without leaves");
    }
    return leaves;
  }

  private int stride(RootObject branch, List<RootObject> own) {
    long stride = 0;
    for (RootObject leaf : own) {
      LeafReader.Layout layout = leaves.layout(branch, leaf);
      if (layout.shape() == ColumnShape.JAGGED || layout.type() == RootType.TEXT) {
        throw unsupported(branch, "several leaves, some of them of varying length");
      }
      stride += (long) layout.width() * layout.length();
    }
    if (stride > LONGEST_ENTRY) {
      throw branch.place().damaged("has entries of " + stride + " bytes");
    }
    return (int) stride;
  }

  private ProblemException unsupported(RootObject branch, String what) {
    return new ProblemException(
        Problem.badInput(
            storage.file()
                + ": branch \""
                + branch.text("fName")
                + "\" of "
                + key.label()
                + " holds "
                + what
                + ", which cannot be read as numbers.",
            "Use the other columns, or write it with one number, array or vector per branch.",
            storage.file(),
            0));
  }

  private ColumnPlan plan(
      String name, RootObject branch, RootObject leaf, int stride, int skip, int depth) {
    LeafReader.Layout layout = leaves.layout(branch, leaf);
    if (layout.type() == null) {
      throw unsupported(branch, layout.what());
    }
    long length = (long) layout.length() * Math.max(1, layout.width());
    if (layout.length() < 1 || length > LONGEST_ENTRY) {
      throw branch.place().damaged("has entries of " + length + " bytes in \"" + name + "\"");
    }
    String title = branch.text("fTitle");
    RootColumn column =
        new RootColumn(
            name, layout.type(), layout.shape(), layout.length(), RootAxis.unit(title), title);
    String what = "branch \"" + name + "\" of tree \"" + key.path() + "\"";
    return new ColumnPlan(
        column,
        BasketIndex.of(storage, what, branch),
        layout.packed(),
        stride > 0 ? stride : (int) length,
        skip,
        layout.header(),
        layout.shape() == ColumnShape.JAGGED ? counts(branch, leaf, depth) : null);
  }

  private @Nullable ColumnPlan counts(RootObject branch, RootObject leaf, int depth) {
    @Nullable RootObject countLeaf = leaf.objectOrNull("fLeafCount");
    RootObject countBranch =
        countLeaf == null
            ? branch.objectOrNull("fBranchCount")
            : walk.branchOfLeaf().get(countLeaf);
    if (countBranch == null || countBranch == branch || depth > DEEPEST_COUNT) {
      return null;
    }
    RootObject source = leavesOf(countBranch).getFirst();
    String name = countBranch.text("fName");
    if (LeafReader.isCounter(countBranch)) {
      RootColumn column = new RootColumn(name, RootType.INT32, ColumnShape.SCALAR, 1, "", "");
      String what = "branch \"" + name + "\" of tree \"" + key.path() + "\"";
      return new ColumnPlan(
          column, BasketIndex.of(storage, what, countBranch), null, Integer.BYTES, 0, 0, null);
    }
    ColumnPlan plan = plan(name, countBranch, source, 0, 0, depth + 1);
    return plan.column().shape() == ColumnShape.SCALAR && plan.column().type().isInteger()
        ? plan
        : null;
  }
}

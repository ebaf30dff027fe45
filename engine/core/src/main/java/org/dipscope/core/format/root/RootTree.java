package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.Problem;

/** A TTree: columns in baskets, each column with baskets of its own. */
public final class RootTree implements RootTable {
  private final RootKey key;
  private final String file;
  private final long entries;
  private final List<RootColumn> columns;
  private final Map<String, ColumnPlan> plans;
  private final List<Problem> unread;

  RootTree(RootStorage storage, RootKey key, RootObject tree, StreamerInfos infos) {
    this.key = key;
    this.file = storage.file();
    this.entries = tree.integer("fEntries");
    if (entries < 0) {
      throw tree.place().damaged("has " + entries + " entries");
    }
    TreePlanner.Planned planned = TreePlanner.plan(storage, key, tree, infos);
    this.plans = planned.plans();
    this.unread = planned.unread();
    List<RootColumn> found = new ArrayList<>();
    plans.values().forEach(plan -> found.add(plan.column()));
    this.columns = List.copyOf(found);
  }

  @Override
  public String path() {
    return key.path();
  }

  @Override
  public long entries() {
    return entries;
  }

  @Override
  public List<RootColumn> columns() {
    return columns;
  }

  @Override
  public List<Problem> unread() {
    return unread;
  }

  @Override
  public RootValues read(String column, long first, int count) {
    EntryRange.check(file, key.path(), entries, first, count);
    return ColumnReader.read(plan(column), first, count);
  }

  @Override
  public long batch(String column, long first) {
    EntryRange.check(file, key.path(), entries, first, 1);
    BasketIndex baskets = plan(column).baskets();
    return Math.min(entries, baskets.end(baskets.find(first)));
  }

  private ColumnPlan plan(String column) {
    ColumnPlan plan = plans.get(column);
    if (plan == null) {
      throw EntryRange.noColumn(file, key.path(), column, columns);
    }
    return plan;
  }
}

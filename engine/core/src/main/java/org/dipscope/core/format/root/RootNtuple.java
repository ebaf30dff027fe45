package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.Problem;

/**
 * An RNTuple of format version 1: numbers, fixed arrays, vectors and texts, also inside records and
 * vectors of records.
 */
public final class RootNtuple implements RootTable {
  private final RootStorage storage;
  private final RootKey key;
  private final NtupleClusters clusters;
  private final Map<String, NtuplePlan> plans;
  private final List<RootColumn> columns;
  private final List<Problem> unread;

  private RootNtuple(RootStorage storage, RootKey key, NtupleReader.Parts parts) {
    this.storage = storage;
    this.key = key;
    this.clusters = parts.clusters();
    NtuplePlanner.Planned planned = NtuplePlanner.plan(storage.file(), key.label(), parts.schema());
    this.plans = planned.plans();
    this.unread = planned.unread();
    List<RootColumn> found = new ArrayList<>();
    plans.values().forEach(plan -> found.add(plan.column()));
    this.columns = List.copyOf(found);
  }

  static RootNtuple open(RootStorage storage, RootKey key) {
    return new RootNtuple(storage, key, NtupleReader.read(storage, key));
  }

  @Override
  public String path() {
    return key.path();
  }

  @Override
  public long entries() {
    return clusters.entries();
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
    EntryRange.check(storage.file(), key.path(), entries(), first, count);
    return reader(column).read(first, count);
  }

  @Override
  public long batch(String column, long first) {
    EntryRange.check(storage.file(), key.path(), entries(), first, 1);
    return reader(column).batch(first);
  }

  private NtupleColumnReader reader(String column) {
    NtuplePlan plan = plans.get(column);
    if (plan == null) {
      throw EntryRange.noColumn(storage.file(), key.path(), column, columns);
    }
    return new NtupleColumnReader(storage, clusters, plan, key.path());
  }
}

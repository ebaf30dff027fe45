package org.dipscope.core.interval;

/** Which departure from the tested signal strength counts (arXiv:1007.1727, section 2). */
public enum TestStatistic {
  /** Discovery: &mu; = 0 against more signal, eq. 12. */
  Q0("q0"),
  /** Upper limits: &mu; against less signal, eq. 14; &mu;&#770; within the bounds of the model. */
  Q_MU("qmu"),
  /** The same with &mu;&#770; not below 0, eq. 16. */
  Q_MU_TILDE("qtilde");

  private final String label;

  TestStatistic(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** The strength of the other hypothesis: the signal for discovery, none for limits. */
  double alternative() {
    return this == Q0 ? 1 : 0;
  }
}

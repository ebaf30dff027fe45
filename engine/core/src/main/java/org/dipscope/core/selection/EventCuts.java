package org.dipscope.core.selection;

/**
 * Which events are used, after their objects have been selected. The defaults let all pass; {@link
 * #CHANNEL_1} and its like are those of the Dark Machines challenge.
 *
 * @param htGeV H_T, the scalar sum of the p_T of the jets, must exceed it
 * @param missingGeV E_T^miss must exceed it
 * @param missingOverHt E_T^miss / H_T must exceed it
 * @param jets how many jets there must be
 * @param jetPtGeV above this p_T
 * @param leadingJetPtGeV the leading jet must exceed it
 * @param leptons how many electrons and muons there must be, those of Z candidates included
 */
public record EventCuts(
    double htGeV,
    double missingGeV,
    double missingOverHt,
    int jets,
    double jetPtGeV,
    double leadingJetPtGeV,
    int leptons) {
  /** All events. */
  public static final EventCuts NONE = new EventCuts(0, 0, 0, 0, 0, 0, 0);

  /** Jets and missing momentum. */
  public static final EventCuts CHANNEL_1 = new EventCuts(600, 200, 0.2, 4, 50, 200, 0);

  /** Three leptons. */
  public static final EventCuts CHANNEL_2A = new EventCuts(0, 50, 0, 0, 0, 0, 3);

  /** Two leptons. */
  public static final EventCuts CHANNEL_2B = new EventCuts(50, 50, 0, 0, 0, 0, 2);

  /** Inclusive. */
  public static final EventCuts CHANNEL_3 = new EventCuts(600, 100, 0, 0, 0, 0, 0);

  /**
   * @throws org.dipscope.core.problem.ProblemException if a number is negative
   */
  public EventCuts {
    Check.notNegative("The smallest H_T", htGeV, "GeV");
    Check.notNegative("The smallest missing momentum", missingGeV, "GeV");
    Check.notNegative("The smallest ratio of missing momentum to H_T", missingOverHt, "");
    Check.notNegative("The smallest p_T of the jets of an event", jetPtGeV, "GeV");
    Check.notNegative("The smallest p_T of the leading jet", leadingJetPtGeV, "GeV");
    Check.between("The number of jets", jets, 0, 1000);
    Check.between("The number of leptons", leptons, 0, 1000);
  }
}

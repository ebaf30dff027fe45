package org.dipscope.core.selection;

/**
 * Which objects of an event are combined: all subsets of those that make its category and of its
 * leading light jets. An event of n objects gives 2^n − n − 1 combinations of two or more;
 * therefore n is bounded, and beyond the bound the leading objects of each species go first.
 *
 * @param fewest objects of a combination
 * @param most objects of a combination
 * @param leadingLightJets how many light jets are among the objects
 * @param missing whether E_T^miss is one of the objects, with p_z = 0 and m = 0
 * @param mostObjects how many objects of an event enter combinations
 */
public record CombinationRule(
    int fewest, int most, int leadingLightJets, boolean missing, int mostObjects) {
  static final int LARGEST = 14;

  /**
   * @throws org.dipscope.core.problem.ProblemException if a number is out of bounds
   */
  public CombinationRule {
    Check.between("The smallest number of objects of a combination", fewest, 1, LARGEST);
    Check.between("The largest number of objects of a combination", most, fewest, LARGEST);
    Check.between("The number of leading light jets", leadingLightJets, 0, LARGEST);
    Check.between("The largest number of combined objects", mostObjects, 1, LARGEST);
  }
}

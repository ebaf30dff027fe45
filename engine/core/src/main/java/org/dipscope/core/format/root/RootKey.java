package org.dipscope.core.format.root;

/**
 * One object of a ROOT file: the highest cycle of its name.
 *
 * @param path the directories and the name, such as {@code "nominal/m_tt"}
 * @param cycle the cycle that is read
 * @param className the C++ class
 * @param title what the writer wrote beside the name
 * @param offset byte at which its record starts
 */
public record RootKey(String path, int cycle, String className, String title, long offset) {

  /** Whether {@link RootFile#histogram} reads it. */
  public boolean isHistogram() {
    return className.matches("TH[123][CSIFDL]|TProfile([23]D)?");
  }

  /** Whether {@link RootFile#graph} reads it. */
  public boolean isGraph() {
    return className.equals("TGraph")
        || className.equals("TGraphErrors")
        || className.equals("TGraphAsymmErrors");
  }

  /** Whether {@link RootFile#table} reads it. */
  public boolean isTable() {
    return isTree() || isNtuple();
  }

  boolean isTree() {
    return className.equals("TTree") || className.equals("TNtuple") || className.equals("TNtupleD");
  }

  boolean isNtuple() {
    return className.equals("ROOT::RNTuple") || className.equals("ROOT::Experimental::RNTuple");
  }

  /** Whether it is a collection that {@link RootFile#collected} looks into. */
  boolean isCollection() {
    return switch (className) {
      case "THStack", "TMultiGraph", "TList", "THashList", "TObjArray" -> true;
      default -> false;
    };
  }

  boolean isDirectory() {
    return className.equals("TDirectory") || className.equals("TDirectoryFile");
  }

  /** The path with the cycle, as ROOT prints it. */
  public String label() {
    return path + ";" + cycle;
  }
}

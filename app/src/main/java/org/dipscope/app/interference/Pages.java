package org.dipscope.app.interference;

/** The pages of rarer controls. */
enum Pages {
  DETECTOR("Data"),
  THEORY("Theory"),
  RATES("K, μ"),
  SECOND("2nd");

  private final String words;

  Pages(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}

package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.List;

/**
 * The layout of the classes that are written, as ROOT 6 has them: name, version, checksum, then the
 * bases and members with their kind, type and comment.
 */
final class HistogramStreamers {
  private static final String TABLE =
      """
      TObject 1 901bc02d
       13 fUniqueID unsigned_int object unique identifier
       15 fBits unsigned_int bit field status word
      TString 2 00017419
      TNamed 1 dfb74a3c
       66 TObject 1 901bc02d Basic ROOT object
       65 fName TString object identifier
       65 fTitle TString object title
      TCollection 3 57e3cb9c
       66 TObject 1 901bc02d Basic ROOT object
       65 fName TString name of the collection
       3 fSize int number of elements in collection
      TSeqCollection 0 fc6c3bc6
       0 TCollection 3 57e3cb9c Collection abstract base class
      TList 5 69c5c3bb
       0 TSeqCollection 0 fc6c3bc6 Sequenceable collection ABC
      THashList 0 cc7e49c1
       0 TList 5 69c5c3bb Doubly linked list
      TAttLine 2 94074549
       2 fLineColor short Line color
       2 fLineStyle short Line style
       2 fLineWidth short Line width
      TAttFill 2 ffd92a92
       2 fFillColor short Fill area color
       2 fFillStyle short Fill area style
      TAttMarker 2 291d8bec
       2 fMarkerColor short Marker color
       2 fMarkerStyle short Marker style
       5 fMarkerSize float Marker size
      TAttAxis 4 5c6fff3e
       3 fNdivisions int Number of divisions(10000*n3 + 100*n2 + n1)
       2 fAxisColor short Color of the line axis
       2 fLabelColor short Color of labels
       2 fLabelFont short Font for labels
       5 fLabelOffset float Offset of labels
       5 fLabelSize float Size of labels
       5 fTickLength float Length of tick marks
       5 fTitleOffset float Offset of axis title
       5 fTitleSize float Size of axis title
       2 fTitleColor short Color of axis title
       2 fTitleFont short Font for axis title
      TAxis 10 5a496e70
       67 TNamed 1 dfb74a3c The basis for a named object (name, title)
       0 TAttAxis 4 5c6fff3e Axis attributes
       3 fNbins int Number of bins
       8 fXmin double low edge of first bin
       8 fXmax double upper edge of last bin
       62 fXbins TArrayD Bin edges array in X
       3 fFirst int first bin to display
       3 fLast int last bin to display
       12 fBits2 unsigned_short second bit status word
       18 fTimeDisplay bool on/off displaying time values instead of numerics
       65 fTimeFormat TString Date&time format, ex: 09/12/99 12:34:00
       64 fLabels THashList* List of labels
       64 fModLabs TList* List of modified labels
      TH1 8 1c3740c4
       67 TNamed 1 dfb74a3c The basis for a named object (name, title)
       0 TAttLine 2 94074549 Line attributes
       0 TAttFill 2 ffd92a92 Fill area attributes
       0 TAttMarker 2 291d8bec Marker attributes
       3 fNcells int number of bins(1D), cells (2D) +U/Overflows
       61 fXaxis TAxis X axis descriptor
       61 fYaxis TAxis Y axis descriptor
       61 fZaxis TAxis Z axis descriptor
       2 fBarOffset short (1000*offset) for bar charts or legos
       2 fBarWidth short (1000*width) for bar charts or legos
       8 fEntries double Number of entries
       8 fTsumw double Total Sum of weights
       8 fTsumw2 double Total Sum of squares of weights
       8 fTsumwx double Total Sum of weight*X
       8 fTsumwx2 double Total Sum of weight*X*X
       8 fMaximum double Maximum value for plotting
       8 fMinimum double Minimum value for plotting
       8 fNormFactor double Normalization factor
       62 fContour TArrayD Array to display contour levels
       62 fSumw2 TArrayD Array of sum of squares of weights
       65 fOption TString histogram options
       63 fFunctions TList* ->Pointer to list of functions (fits and user)
       6 fBufferSize int fBuffer size
       48 fBuffer double* [fBufferSize] entry buffer
       3 fBinStatErrOpt TH1::EBinErrorOpt option for bin statistical errors
       3 fStatOverflows TH1::EStatOverflows per object flag to use under/overflows in statistics
      TH1D 3 f9b1569f
       0 TH1 8 1c3740c4 1-Dim histogram base class
       0 TArrayD 1 7139ef34 Array of doubles
      TH2 5 0182347f
       0 TH1 8 1c3740c4 1-Dim histogram base class
       8 fScalefactor double Scale factor
       8 fTsumwy double Total Sum of weight*Y
       8 fTsumwy2 double Total Sum of weight*Y*Y
       8 fTsumwxy double Total Sum of weight*X*Y
      TH2D 4 7fba82f0
       0 TH2 5 0182347f 2-Dim histogram base class
       0 TArrayD 1 7139ef34 Array of doubles
      """;

  /**
   * A member or base class to be described.
   *
   * @param baseVersion version of a base class
   * @param baseChecksum checksum of a base class
   */
  record Member(
      int type, String name, String typeName, String title, int baseVersion, int baseChecksum) {
    boolean isBase() {
      return typeName.equals("BASE");
    }
  }

  /** A class to be described. */
  record Layout(String name, int version, int checksum, List<Member> members) {}

  private HistogramStreamers() {}

  static List<Layout> layouts() {
    return parse(TABLE);
  }

  static List<Layout> parse(String table) {
    List<Layout> layouts = new ArrayList<>();
    for (String line : table.lines().toList()) {
      if (line.startsWith(" ")) {
        layouts.getLast().members().add(member(line.strip()));
      } else {
        String[] words = line.split(" ", 3);
        layouts.add(
            new Layout(
                words[0],
                Integer.parseInt(words[1]),
                Integer.parseUnsignedInt(words[2], 16),
                new ArrayList<>()));
      }
    }
    return layouts;
  }

  private static Member member(String line) {
    int type = Integer.parseInt(line.substring(0, line.indexOf(' ')));
    if (type == 0 || type == 66 || type == 67) {
      String[] words = line.split(" ", 5);
      return new Member(
          type,
          words[1],
          "BASE",
          words[4],
          Integer.parseInt(words[2]),
          Integer.parseUnsignedInt(words[3], 16));
    }
    String[] words = line.split(" ", 4);
    return new Member(type, words[1], words[2].replace('_', ' '), words[3], 0, 0);
  }
}

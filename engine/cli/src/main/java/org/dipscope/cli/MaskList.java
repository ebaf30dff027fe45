package org.dipscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.bump.MaskedBins;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.MassInterval;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parts of the mass axis that a search leaves out.
 *
 * @param intervals in the unit of the axis
 */
record MaskList(List<MassInterval> intervals) {
  /** Nothing is left out. */
  static final MaskList NONE = new MaskList(List.of());

  /** Both together. */
  MaskList with(List<MassInterval> more) {
    List<MassInterval> all = new ArrayList<>(intervals);
    all.addAll(more);
    return new MaskList(all);
  }

  /** The bins of which any part is left out. */
  MaskedBins on(Binning binning) {
    return MaskedBins.of(
        binning.count(),
        i -> intervals.stream().anyMatch(mask -> mask.overlaps(binning.low(i), binning.high(i))));
  }

  /** LO:HI[,LO:HI…]. */
  static final class Converter implements ITypeConverter<MaskList> {
    @Override
    public MaskList convert(String text) {
      List<MassInterval> intervals = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        String[] ends = part.split(":", -1);
        if (ends.length != 2) {
          throw new TypeConversionException(NumberText.quoted(part) + " is not of the form LO:HI");
        }
        double low = NumberText.number(ends[0].strip());
        double high = NumberText.number(ends[1].strip());
        try {
          intervals.add(new MassInterval(low, high));
        } catch (ProblemException e) {
          throw new TypeConversionException(
              NumberText.quoted(part) + " does not run upwards: give the lower mass first");
        }
      }
      return new MaskList(intervals);
    }
  }
}

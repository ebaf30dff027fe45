package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/**
 * A histogram with all that ROOT keeps of it. Bins count from 0 (underflow) to n + 1 (overflow) on
 * each axis; the first axis runs fastest.
 *
 * @param path directories and name
 * @param className the C++ class
 * @param title the title
 * @param axes one to three axes
 * @param valueTitle the title of the contents, unit included: that of the axis after the last
 * @param contents contents of all bins, flow included; of a profile, the means
 * @param variances squared errors of all bins: the sums of squared weights, or the contents'
 *     absolute values where the file holds none (Poisson)
 * @param weighted whether the file holds sums of squared weights
 * @param entries number of fills; not the sum of weights
 */
public record RootHistogram(
    String path,
    String className,
    String title,
    List<RootAxis> axes,
    String valueTitle,
    Values contents,
    Values variances,
    boolean weighted,
    double entries) {

  /** Copies the axes. */
  public RootHistogram {
    axes = List.copyOf(axes);
  }

  /** Contents of one bin; one index per axis, 0 for underflow. */
  public double content(int... bin) {
    return contents.get(index(bin));
  }

  /** Error of one bin. */
  public double error(int... bin) {
    return Math.sqrt(variances.get(index(bin)));
  }

  private int index(int... bin) {
    int index = 0;
    for (int axis = axes.size() - 1; axis >= 0; axis--) {
      index = index * (axes.get(axis).binning().count() + 2) + bin[axis];
    }
    return index;
  }

  /** The bins within the axes, in the order of {@link Histogram}: the last axis runs fastest. */
  public Histogram toHistogram() {
    int bins =
        axes.stream().mapToInt(axis -> axis.binning().count()).reduce(1, Math::multiplyExact);
    double[] inside = new double[bins];
    double[] errors = new double[bins];
    int[] bin = new int[axes.size()];
    for (int i = 0; i < bins; i++) {
      int rest = i;
      for (int axis = axes.size() - 1; axis >= 0; axis--) {
        int count = axes.get(axis).binning().count();
        bin[axis] = rest % count + 1;
        rest /= count;
      }
      inside[i] = content(bin);
      errors[i] = error(bin);
    }
    List<Axis> plain = new ArrayList<>();
    axes.forEach(axis -> plain.add(axis.toAxis()));
    Values values = Values.of(inside);
    Values spread = Values.of(errors);
    boolean one = axes.size() == 1;
    return new Histogram(
        path,
        plain,
        values,
        spread,
        spread,
        one ? content(0) : 0,
        one ? content(bins + 1) : 0,
        AnnotatedHistogram.sum(values));
  }

  /** The same with title, quantity and unit of the contents, and names of bins as notes. */
  AnnotatedHistogram annotated() {
    Map<String, String> notes = new LinkedHashMap<>();
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!title.isBlank() && !title.equals(name)) {
      notes.put(AnnotatedHistogram.TITLE, title);
    }
    Axis value = new RootAxis(valueTitle, axes.getFirst().binning(), List.of()).toAxis();
    if (!value.label().isEmpty()) {
      notes.put(AnnotatedHistogram.VALUE, value.label());
    }
    for (int i = 0; i < axes.size(); i++) {
      if (!axes.get(i).labels().isEmpty()) {
        notes.put("Bins of " + "xyz".charAt(i), String.join(", ", axes.get(i).labels()));
      }
    }
    AnnotatedHistogram annotated =
        new AnnotatedHistogram(toHistogram(), value.unit(), List.of(), notes);
    return axes.size() > 1 && hasContentsOutside() ? annotated.withOutsideLeftOut() : annotated;
  }

  private boolean hasContentsOutside() {
    for (int cell = 0; cell < contents.size(); cell++) {
      int rest = cell;
      boolean inside = true;
      for (RootAxis axis : axes) {
        int count = axis.binning().count();
        int bin = rest % (count + 2);
        rest /= count + 2;
        inside &= bin > 0 && bin <= count;
      }
      if (!inside && contents.get(cell) != 0) {
        return true;
      }
    }
    return false;
  }
}

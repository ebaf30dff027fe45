package org.dipscope.core.histfactory;

import java.util.Arrays;
import org.dipscope.core.math.FlatArrays;

/** &part;&nu;<sub>i</sub>/&part;x of the bins of a channel, summed over its samples. */
final class ChannelSlopes {
  private final CompiledChannel channel;
  private final double[][] global;
  private final double[][] local;
  private final double[] scaled;

  ChannelSlopes(CompiledChannel channel) {
    this.channel = channel;
    global = new double[channel.globals().length][channel.bins()];
    local = new double[channel.bins()][];
    for (int i = 0; i < local.length; i++) {
      local[i] = new double[channel.locals()[i].length];
    }
    scaled = new double[channel.bins()];
  }

  void clear() {
    for (double[] row : global) {
      Arrays.fill(row, 0);
    }
    for (double[] row : local) {
      Arrays.fill(row, 0);
    }
  }

  double[] global(int row) {
    return global[row];
  }

  double[] local(int bin) {
    return local[bin];
  }

  /** Adds &Sigma;<sub>i</sub> c<sub>i</sub> &part;&nu;<sub>i</sub> &part;&nu;<sub>i</sub>. */
  void addSquares(double[] curvature, LowerTriangle hessian) {
    int bins = channel.bins();
    for (int r = 0; r < global.length; r++) {
      for (int i = 0; i < bins; i++) {
        scaled[i] = curvature[channel.offset() + i] * global[r][i];
      }
      int parameter = channel.globals()[r];
      for (int q = 0; q <= r; q++) {
        hessian.add(parameter, channel.globals()[q], FlatArrays.dot(scaled, global[q], bins));
      }
      for (int i = 0; i < bins; i++) {
        for (int a = 0; a < local[i].length; a++) {
          hessian.add(channel.locals()[i][a], parameter, scaled[i] * local[i][a]);
        }
      }
    }
    for (int i = 0; i < bins; i++) {
      double c = curvature[channel.offset() + i];
      for (int a = 0; a < local[i].length; a++) {
        for (int b = 0; b <= a; b++) {
          hessian.add(
              channel.locals()[i][a], channel.locals()[i][b], c * local[i][a] * local[i][b]);
        }
      }
    }
  }
}

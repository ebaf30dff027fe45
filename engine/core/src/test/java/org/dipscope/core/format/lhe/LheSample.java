package org.dipscope.core.format.lhe;

import java.util.Locale;
import java.util.SplittableRandom;

/** LHE text made up for tests: tops back to back in the transverse plane. */
final class LheSample {
  private LheSample() {}

  static String file(int events) {
    StringBuilder text = new StringBuilder("<LesHouchesEvents version=\"3.0\">\n<!-- a -- b -->\n");
    text.append("<header>\n<initrwgt>\n<weight id='up'> x </weight>\n</initrwgt>\n</header>\n");
    text.append("<init>\n 2212 2212 6.5D+03 6.5D+03 0 0 1 1 -4 1\n 2.0 0.1 2.0 7\n</init>\n");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < events; i++) {
      text.append(event(i % 4 == 3 ? -2 : 2, 50 + 200 * random.nextDouble()));
    }
    return text.append("</LesHouchesEvents>\nseed 12 < 13\n").toString();
  }

  static String event(double weight, double px) {
    double energy = Math.hypot(173, px);
    return String.format(
        Locale.ROOT,
        """
        <event>
         4 7 %1$.8e 1.0D+02 7.5e-03 1.18e-01
         21 -1 0 0 501 502 0. 0. %3$.10e %3$.10e 0. 0. 9.
         21 -1 0 0 502 501 0. 0. -%3$.10e %3$.10e 0. 0. 9.
         6 1 1 2 501 0 %2$.10e 0. 0. %3$.10e 1.73e+02 0. 9.
         -6 1 1 2 0 501 -%2$.10e 0. 0. %3$.10e 1.73e+02 0. 9.
        # comment
        <rwgt>
        <wgt id='up'> %4$.6e </wgt>
        </rwgt>
        </event>
        """,
        weight,
        px,
        energy,
        1.1 * weight);
  }
}

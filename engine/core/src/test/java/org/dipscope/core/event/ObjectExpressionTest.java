package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.root.RootEvents;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectExpressionTest {
  private static final List<String> POLAR = List.of("pt", "eta", "phi", "m");
  private static final List<String> CARTESIAN = List.of("px", "py", "pz", "e");

  /** One event with columns of the given names and values. */
  private static EventTable event(Object... namesAndValues) {
    List<EventColumn> columns = new ArrayList<>();
    List<Values> values = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      columns.add(new EventColumn((String) namesAndValues[i], "", EventColumn.Type.NUMBER));
      values.add(Values.of(((Number) namesAndValues[i + 1]).doubleValue()));
    }
    return new EventTable("event", columns, values);
  }

  private static double value(EventTable table, String text) {
    return ListExpressionTest.values(table, text)[0];
  }

  @Test
  void namesOfObjectsComeFromTheirColumns() {
    EventTable events =
        event(
            "mu_pt",
            30,
            "mu_eta",
            1,
            "mu_phi",
            0.5,
            "mu_mass",
            0.1,
            "Jet.PT",
            40,
            "Jet.Eta",
            0,
            "Jet.Phi",
            1,
            "pt_top [GeV]",
            100,
            "eta_top",
            2,
            "phi_top",
            3,
            "m_top [GeV]",
            172.5,
            "px1",
            3,
            "py1 ",
            0,
            "pz1",
            4,
            "E1",
            13,
            "pxj2",
            0,
            "pyj2",
            5,
            "pzj2",
            12,
            "mj2",
            0,
            "tau_px",
            3,
            "tau_py",
            4,
            "tau_pz",
            0,
            "b_pt",
            10,
            "b_eta",
            0,
            "b_phi",
            0,
            "b_E",
            26,
            "met_pt",
            10,
            "met_phi",
            2);
    assertThat(value(events, "mass(mu)")).isEqualTo(0.1);
    assertThat(value(events, "mass(Jet)")).isZero();
    assertThat(value(events, "energy(Jet)")).isEqualTo(40);
    assertThat(value(events, "mass(top)")).isEqualTo(172.5);
    assertThat(value(events, "mass(j2)")).isZero();
    assertThat(value(events, "energy(j2)")).isCloseTo(13, within(1e-14));
    assertThat(value(events, "energy(tau)")).isCloseTo(5, within(1e-15));
    assertThat(value(events, "mass(b)")).isCloseTo(24, within(1e-14));
    assertThatThrownBy(() -> value(events, "pt(met)")).hasMessageContaining("no column \"met\"");
    assertThatThrownBy(() -> value(events, "pt(tao)"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().hint()).contains("Did you mean tau"));
    // a blank at the end of a name is part of it, so there is no p1
    assertThatThrownBy(() -> value(events, "pt(p1)")).hasMessageContaining("no column \"p1\"");
    assertThat(value(events, "mass(pxpypze(px1, 'py1 ', pz1, E1))")).isEqualTo(12);
    EventTable clean = event("px1", 3, "py1", 0, "pz1", 4, "E1", 13, "pt1", 3, "eta1", 1.1);
    assertThat(value(clean, "mass(p1)")).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void quantitiesOfSumsAgreeWithFourVectors(boolean cartesian) {
    SplittableRandom random = new SplittableRandom(8);
    for (int round = 0; round < 100; round++) {
      double[][] p = new double[3][4];
      double[] total = new double[4];
      List<EventColumn> columns = new ArrayList<>();
      List<Values> values = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        double pt = 1 + 100 * random.nextDouble();
        double eta = 4 * random.nextDouble() - 2;
        double phi = 6 * random.nextDouble() - 3;
        double m = 20 * random.nextDouble();
        p[i][0] = pt * Math.cos(phi);
        p[i][1] = pt * Math.sin(phi);
        p[i][2] = pt * Math.sinh(eta);
        p[i][3] = Math.sqrt(m * m + Math.pow(pt * Math.cosh(eta), 2));
        double[] polar = {pt, eta, phi, m};
        for (int c = 0; c < 4; c++) {
          total[c] += p[i][c];
          String name = "abc".charAt(i) + "_" + (cartesian ? CARTESIAN.get(c) : POLAR.get(c));
          columns.add(new EventColumn(name, "", EventColumn.Type.NUMBER));
          values.add(Values.of(cartesian ? p[i][c] : polar[c]));
        }
      }
      EventTable events = new EventTable("event", columns, values);
      double pt = Math.hypot(total[0], total[1]);
      double mass = Math.sqrt(total[3] * total[3] - pt * pt - total[2] * total[2]);
      double rapidity = 0.5 * Math.log((total[3] + total[2]) / (total[3] - total[2]));
      assertClose(value(events, "mass(a, b, c)"), mass);
      assertClose(value(events, "mass(a + b + c)"), mass);
      assertClose(value(events, "mass(pxpypze(px(a), py(a), pz(a), energy(a)), b + c)"), mass);
      assertClose(value(events, "pt(a + b + c)"), pt);
      assertClose(value(events, "px(a + b + c)"), total[0]);
      assertClose(value(events, "py(a + b + c)"), total[1]);
      assertClose(value(events, "pz(a + b + c)"), total[2]);
      assertClose(value(events, "energy(a + b + c)"), total[3]);
      assertClose(value(events, "phi(a + b + c)"), Math.atan2(total[1], total[0]));
      assertClose(value(events, "sinh(eta(a + b + c)) * pt(a + b + c)"), total[2]);
      assertClose(value(events, "rapidity(a + b + c)"), rapidity);
      assertClose(
          value(events, "rapidity(a)"),
          value(events, "0.5 * log((energy(a) + pz(a)) / (energy(a) - pz(a)))"));
    }
  }

  private static void assertClose(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  /** The dimuon mass column of a public sample against its own four-vectors. */
  @Test
  void dimuonMassAgreesWithTheColumnOfTheFile() {
    Path file = SharedFiles.format("files/root-ttree/uproot-Zmumu.root");
    RootEvents events = RootEvents.open(file, "events");
    String direct = "mass(pxpypze(px1,py1,pz1,E1), pxpypze(px2,py2,pz2,E2))";
    double[] column = ListExpressionTest.values(events, "M");
    double[] computed = ListExpressionTest.values(events, direct);
    double[] named = ListExpressionTest.values(events, "mass(p1, p2)");
    assertThat(column).hasSize(2304);
    for (int i = 0; i < column.length; i++) {
      assertThat(computed[i]).isCloseTo(column[i], within(1e-4 * column[i]));
      assertThat(named[i]).isEqualTo(computed[i]);
    }
  }

  /** Jagged muons of a public sample: the Z peak of its two leading muons. */
  @Test
  void listsOfMuonsMakeTheZ() {
    Path file = SharedFiles.format("files/root-ttree/uproot-HZZ-zstd.root");
    RootEvents events = RootEvents.open(file, "events");
    double[] muons = ListExpressionTest.values(events, "count(Muon)");
    double[] counted = ListExpressionTest.values(events, "NMuon");
    assertThat(muons).isEqualTo(counted);
    double[] mass = ListExpressionTest.values(events, "mass(Muon[0], Muon[1])");
    int near = 0;
    int pairs = 0;
    for (int i = 0; i < mass.length; i++) {
      assertThat(Double.isNaN(mass[i])).isEqualTo(counted[i] < 2);
      pairs += counted[i] >= 2 ? 1 : 0;
      near += Math.abs(mass[i] - 91.2) < 10 ? 1 : 0;
    }
    assertThat(near).isGreaterThan(pairs / 2);
    double[] both = ListExpressionTest.values(events, "mass(sum(Muon))");
    double[] two = ListExpressionTest.values(events, "count(Muon) == 2");
    for (int i = 0; i < mass.length; i++) {
      if (two[i] > 0) {
        assertThat(both[i]).isCloseTo(mass[i], within(1e-6 * mass[i]));
      }
    }
  }
}

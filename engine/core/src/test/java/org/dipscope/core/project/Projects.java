package org.dipscope.core.project;

import java.util.List;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.physics.spectrum.EfficiencyModel;
import org.dipscope.core.project.SpectrumEntry.Embedded;
import org.dipscope.core.project.SpectrumEntry.FileReference;
import org.dipscope.core.project.SpectrumEntry.Generation;

/** Projects for tests. */
final class Projects {
  private static final Axis AXIS =
      new Axis("m_tt", "GeV", Binning.of(325, 400.1, 512.25, 1e3 / 3 * 2));

  private Projects() {}

  static Scenario scenario() {
    return new Scenario(
        Scalar.DEFAULT.withMass(0.1 + 0.2).withWidth(new WidthChoice.Relative(0.0237)),
        new Scalar(
            CpParity.EVEN,
            866.5,
            new WidthChoice.Free(33.3),
            new CouplingChoice.Free(0.7, 1e-9, 1.0 / 3),
            WidthScheme.PHYSICAL),
        1.25,
        173,
        13.6,
        "NNPDF31_lo_as_0118",
        7,
        "mtt/2",
        1.6,
        2,
        1.75,
        EfficiencyModel.PUBLISHED,
        0.15,
        3000);
  }

  private static Scenario mixed() {
    return Scenario.DEFAULT.withScalar(
        Scalar.DEFAULT.withCoupling(new CouplingChoice.Mixed(0.7, -0.5)));
  }

  static ModelEntry model(String id) {
    return new ModelEntry(id, "A + H β \"quoted\"\n", scenario());
  }

  static Workspace rich() {
    Values values = Values.of(1, 0.1, 1e-300);
    return Workspace.EMPTY
        .edit()
        .title("Everything")
        .spectrum(
            new SpectrumEntry(
                "spectrum-1",
                new Embedded(
                    new CountSpectrum("pseudo", AXIS, values, 140.0, "generated"),
                    new Generation(scenario(), Long.MIN_VALUE, "L64X128MixRandom"))))
        .spectrum(
            new SpectrumEntry(
                "spectrum-2",
                new Embedded(
                    new MeasuredSpectrum(
                        "split",
                        AXIS,
                        "pb/GeV",
                        false,
                        values,
                        new SplitErrors(values, values, values, values),
                        ""),
                    null)))
        .spectrum(
            new SpectrumEntry(
                "spectrum-3",
                new Embedded(
                    new MeasuredSpectrum(
                        "total", AXIS, "1/GeV", true, values, new TotalErrors(values, values), ""),
                    null)))
        .spectrum(new SpectrumEntry("spectrum-4", new FileReference("data/x.csv", "ab12")))
        .models(List.of(model("model-1"), new ModelEntry("model-2", "mixed", mixed())))
        .view(
            ViewSettings.DEFAULT
                .withSpectrum("spectrum-1")
                .withMassRange(340.0, 1200.5)
                .withMergeBins(2)
                .withLowerPanel(ViewSettings.LowerPanel.PULL))
        .nuisances(
            NuisanceSettings.DEFAULT
                .withSystematics(false)
                .with("top-pair tilt", new NuisanceSettings.Source(false, 0.123))
                .with(Correlation.FULL))
        .pinned(List.of(new PinnedComparison("pin-1", "before", scenario())))
        .seed("pseudo-data", 42)
        .results(
            List.of(
                new StoredResult(
                    "result-1", "scan", "2026-11-23T06:00:00Z", 7, "{\"a\":[1,2.5,null]}")))
        .version("dipscope", "0.1.0")
        .likelihood(
            new LikelihoodSettings(
                new LikelihoodSettings.ScanAxis(ScanParameter.MASS, 400, 1000, 64, false),
                new LikelihoodSettings.ScanAxis(ScanParameter.TAN_BETA, 0.3, 5, 64, true)))
        .done();
  }

  /** With what came after the golden file was written. */
  static Workspace masked() {
    Workspace rich = rich();
    return rich.edit()
        .spectrum(
            new SpectrumEntry("spectrum-4", new FileReference("data/x.csv", "ab12"))
                .with(SpectrumEntry.Comparison.NONE)
                .withMasks(List.of(new MassInterval(400.1, 512.25), new MassInterval(1e3, 2e3))))
        .view(
            rich.view()
                .withStrip(new ViewSettings.Strip(StripDefinition.JOINT_FIT, true))
                .withContentScale(ViewSettings.ContentScale.UNIT_AREA)
                .withOverlays(List.of("spectrum-2", "spectrum-3")))
        .done();
  }
}

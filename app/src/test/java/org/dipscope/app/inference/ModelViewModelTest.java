package org.dipscope.app.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dipscope.app.inference.ModelDrawing.Look;
import org.dipscope.app.support.SliderScale;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Steps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelViewModelTest {
  @TempDir private Path folder;
  private final ModelBench bench = new ModelBench();
  private final ModelViewModel model = new ModelViewModel(bench.models, bench.fit, bench.live);

  @BeforeEach
  void look() {
    model.setVisible(true);
  }

  @AfterEach
  void close() {
    model.close();
    bench.close();
  }

  private Column drawn() {
    return Objects.requireNonNull(model.drawingProperty().get()).figure().columns().getFirst();
  }

  private List<Mark> marks(int row) {
    return drawn().panels().get(row).marks();
  }

  private double total() {
    Steps total =
        marks(0).stream()
            .filter(m -> m.label().equals("total"))
            .map(Steps.class::cast)
            .findFirst()
            .orElseThrow();
    return total.contents().sum();
  }

  @Test
  void thePictureFollowsTheSliders() {
    bench.models.open(ModelPreset.PURE_DIP);
    double at1 = total();
    assertThat(at1).isCloseTo(767.8855, within(1e-3));
    model.parameters().value(0).set(0);
    assertThat(total()).isCloseTo(833.1167, within(1e-3));
    assertThat(drawn().x().title()).isEqualTo("m [GeV]");
    model.reset();
    assertThat(total()).isEqualTo(at1);
    assertThat(Objects.requireNonNull(model.drawingProperty().get()).yields().rows())
        .extracting(List::getFirst)
        .containsExactly("background", "signal", "interference", "total", "data");
  }

  @Test
  void hiddenPagesComputeNothing() {
    model.setVisible(false);
    bench.models.open(ModelPreset.BUMP);
    assertThat(model.drawingProperty().get()).isNull();
    model.setVisible(true);
    assertThat(model.drawingProperty().get()).isNotNull();
  }

  @Test
  void aNuisanceShowsItsVariation() {
    bench.models.open(ModelPreset.PEAK_DIP_SYSTEMATICS);
    assertThat(model.constrained()).containsExactly("background rate", "mass slope", "signal rate");
    model.vary("mu");
    assertThat(model.lookProperty().get()).as("not constrained").isEqualTo(Look.STACK);
    model.vary("background rate");
    model.sampleProperty().set("background");
    List<Steps> ratios =
        marks(1).stream().filter(Steps.class::isInstance).map(Steps.class::cast).toList();
    assertThat(ratios.get(0).contents().get(3)).isCloseTo(0.92, within(1e-12));
    assertThat(ratios.get(1).contents().get(3)).isCloseTo(1.10, within(1e-12));
  }

  @Test
  void theBestFitIsFoundIfItIsNotKnownYet() {
    bench.models.open(ModelPreset.PEAK_DIP_SYSTEMATICS);
    double before = band();
    model.showBestFit();
    bench.work();
    FitOutcome outcome = Objects.requireNonNull(bench.fit.outcomeProperty().get());
    int mu = outcome.result().problem().poi();
    assertThat(bench.models.pointProperty().get().get(mu))
        .isEqualTo(outcome.result().estimates().get(mu).value());
    model.afterFitProperty().set(true);
    assertThat(band()).as("the data constrain the total").isNotEqualTo(before);
  }

  private double band() {
    Band band =
        marks(0).stream()
            .filter(Band.class::isInstance)
            .map(Band.class::cast)
            .findFirst()
            .orElseThrow();
    return band.high().sum() - band.low().sum();
  }

  @Test
  void channelsHaveTheirOwnSamplesAndWithoutSideCarBinsAreNumbered() throws IOException {
    Path file = Files.writeString(folder.resolve("w.json"), ModelsViewModelTest.WORKSPACE);
    bench.models.open(file, () -> {});
    bench.work();
    assertThat(model.channels()).containsExactly("SR", "CR");
    assertThat(model.samples()).containsExactly("total", "signal", "background");
    assertThat(drawn().x().title()).isEqualTo("bin");
    assertThat(drawn().x().low()).isEqualTo(0.5);
    model.sampleProperty().set("signal");
    model.channelProperty().set("CR");
    assertThat(model.sampleProperty().get()).isEqualTo("total");
    assertThat(total()).isEqualTo(200);
  }

  @Test
  void numbersAreReadable() {
    assertThat(Digits.of(-1.25274e-13)).isEqualTo("−1.2527e−13");
    assertThat(Digits.of(0.0123456)).isEqualTo("0.012346");
    assertThat(Digits.of(2e8)).isEqualTo("2e+08");
    assertThat(Digits.of(0)).isEqualTo("0");
    assertThat(Digits.of(Double.NaN)).isEqualTo("–");
  }

  @Test
  void slidersCoverTheConstraintOrWhatIsOfUse() {
    bench.models.open(ModelPreset.PEAK_DIP_SYSTEMATICS);
    SliderScale rate = ParameterPoint.scale(model.parameters().parameters().get(0));
    assertThat(rate.low()).isEqualTo(-5);
    assertThat(rate.high()).isEqualTo(5);
    assertThat(rate.step()).isEqualTo(0.1);
    SliderScale mu = ParameterPoint.scale(model.parameters().parameters().get(2));
    assertThat(mu.low()).isEqualTo(0);
    assertThat(mu.standard()).isEqualTo(1);
  }
}

package org.dipscope.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.Formats;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference numbers of dm_toy_expected.json; see PROVENANCE.md beside it. */
class DarkMachinesToyTest {
  private static JsonNode expected;
  private static EventSource events;
  private static SelectedHistograms selected;

  @BeforeAll
  static void select() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(
            DarkMachinesToyTest.class.getResourceAsStream("dm_toy_expected.json"))) {
      expected = JsonMapper.shared().readTree(json);
    }
    events = Formats.events(toyEvents(), null);
    selected =
        Selection.of(
            events,
            SelectionSettings.STANDARD,
            Workers.callerOnly(),
            SelectionProgress.NONE,
            new CancelToken());
  }

  static Path toyEvents() {
    try {
      return Path.of(
          Objects.requireNonNull(DarkMachinesToyTest.class.getResource("dm_toy_events.csv"))
              .toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void objectsAreThoseOfTheReference() {
    CutFlow flow = selected.cutFlow();

    assertThat(flow.at(Stage.EVENTS)).isEqualTo(expected.get("events").asLong());
    JsonNode objects = expected.get("objects");
    assertThat(flow.at(Stage.Z_BOSONS)).isEqualTo(objects.get("Z").asLong());
    assertThat(flow.at(Stage.VECTOR_BOSONS)).isEqualTo(objects.get("V").asLong());
    assertThat(flow.at(Stage.TOPS)).isEqualTo(objects.get("T").asLong());
    assertThat(flow.at(Stage.HEAVY_JETS)).isEqualTo(objects.get("H").asLong());
    assertThat(flow.at(Stage.PHOTONS)).isEqualTo(objects.get("g").asLong());
  }

  @Test
  void leptonsOutsideZCandidatesAndLightJetsAreThoseOfTheReference() {
    List<Map<Species, Integer>> sizes = new ArrayList<>();
    each(
        selector -> {
          Map<Species, Integer> size = new LinkedHashMap<>();
          for (Species species : Species.values()) {
            size.put(species, selector.objects(species).size());
          }
          sizes.add(size);
        });
    JsonNode objects = expected.get("objects");

    assertThat(sum(sizes, Species.ELECTRON)).isEqualTo(objects.get("e").asInt());
    assertThat(sum(sizes, Species.MUON)).isEqualTo(objects.get("m").asInt());
    assertThat(sum(sizes, Species.LIGHT_JET))
        .isEqualTo(objects.get("j").asInt() + objects.get("b").asInt());
  }

  private static int sum(List<Map<Species, Integer>> sizes, Species species) {
    return sizes.stream().mapToInt(size -> size.getOrDefault(species, 0)).sum();
  }

  @Test
  void categoriesAreThoseOfTheReference() {
    Map<String, Long> found = new LinkedHashMap<>();
    selected.categories().forEach(count -> found.put(count.category().name(), count.events()));
    Map<String, Long> wanted = new LinkedHashMap<>();
    JsonNode categories = expected.get("categories");
    for (String name : categories.propertyNames()) {
      wanted.put(name, categories.get(name).asLong());
    }

    assertThat(found).hasSize(expected.get("n_categories").asInt());
    assertThat(found).containsExactlyEntriesOf(wanted);
  }

  @Test
  void firstEventsFallIntoTheCategoriesOfTheReference() {
    List<String> names = new ArrayList<>();
    each(selector -> names.add(selector.category().name()));

    JsonNode first = expected.get("first_10_categories");
    assertThat(names.subList(0, first.size()))
        .containsExactlyElementsOf(
            IntStream.range(0, first.size()).mapToObj(i -> first.get(i).asString()).toList());
  }

  @Test
  void combinationsAreThoseOfTheReference() {
    assertThat(selected.cutFlow().at(Stage.COMBINATIONS))
        .isEqualTo(expected.get("combinations_ge2_with_4_leading_light_jets").asLong());
  }

  @Test
  void massesOfZCandidatesAndLeadingDijetsAreThoseOfTheReference() {
    List<Double> zMasses = new ArrayList<>();
    List<Double> dijets = new ArrayList<>();
    each(
        selector -> {
          selector.objects(Species.Z_BOSON).forEach(z -> zMasses.add(z.mass()));
          List<Particle> jets = selector.objects(Species.LIGHT_JET);
          if (jets.size() >= 2) {
            dijets.add(jets.get(0).plus(jets.get(1)).mass());
          }
        });

    assertThat(zMasses).hasSize(expected.get("n_Z").asInt());
    assertThat(mean(zMasses)).isCloseTo(expected.get("mean_Z_mass").asDouble(), within(1e-12));
    assertThat(dijets).hasSize(expected.get("n_events_with_2_light_jets").asInt());
    assertThat(mean(dijets))
        .isCloseTo(expected.get("mean_mjj_leading_light").asDouble(), within(1e-11));
    int[] histogram = new int[10];
    dijets.stream().filter(m -> m < 1000).forEach(m -> histogram[(int) (m / 100)]++);
    JsonNode bins = expected.get("hist_mjj_100GeV_bins_0_1000");
    assertThat(histogram)
        .containsExactly(IntStream.range(0, 10).map(i -> bins.get(i).asInt()).toArray());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static void each(java.util.function.Consumer<EventSelector> consumer) {
    EventLayout layout = EventLayout.of(events.columns());
    EventSelector selector = new EventSelector(SelectionSettings.STANDARD, layout, new Counter());
    events.read(
        layout.wanted(),
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            if (selector.select(batch, i, i)) {
              consumer.accept(selector);
            }
          }
        },
        new CancelToken());
  }
}

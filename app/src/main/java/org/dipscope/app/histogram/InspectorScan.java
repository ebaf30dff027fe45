package org.dipscope.app.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.dipscope.core.bump.AnyWidth;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.Response;
import org.dipscope.core.bump.Stability;
import org.dipscope.core.bump.WidthMap;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.neural.significance.StripNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Computes what the inspector shows, coarse before fine.
 *
 * @param network loaded before anything of the network is asked for
 * @param progress the part that is done, 0 to 1
 */
record InspectorScan(@Nullable StripNetwork network, DoubleConsumer progress) {
  private static final int COARSE_ROWS = 3;
  private static final int COARSE_STEP = 4;

  /**
   * A result, or why there is none.
   *
   * @param <R> what it belongs to
   * @param <T> what it is
   * @param absence a sentence; empty if there is a value
   */
  record Answer<R, T>(R request, @Nullable T value, String absence) {

    /** Has a ProblemException become a sentence. */
    static <R, T> Answer<R, T> of(R request, java.util.function.Supplier<T> compute) {
      try {
        return new Answer<>(request, compute.get(), "");
      } catch (ProblemException e) {
        return new Answer<>(request, null, e.problem().message() + " " + e.problem().hint());
      }
    }
  }

  /**
   * The map of every third width, or of all.
   *
   * @param onCoarse receives the coarse map on the way to the full one
   */
  WidthMap map(
      InspectorRequest.Map request,
      boolean coarse,
      Consumer<WidthMap> onCoarse,
      CancelToken token) {
    AnyWidth definition = InspectorRequest.definition(request.definition(), network);
    Values all = definition.widths(request.data().bins());
    Values some = rows(all, true);
    double share = (double) some.size() / all.size();
    WidthMap first = map(request.data(), definition, some, 0, coarse ? 1 : share, token);
    Values others = rows(all, false);
    if (coarse || others.isEmpty()) {
      return first;
    }
    onCoarse.accept(first);
    return first.with(map(request.data(), definition, others, share, 1 - share, token));
  }

  private static Values rows(Values all, boolean coarse) {
    return Values.of(
        IntStream.range(0, all.size())
            .filter(row -> (row % COARSE_ROWS == 0) == coarse)
            .mapToDouble(all::get)
            .toArray());
  }

  private WidthMap map(
      BumpData data,
      AnyWidth definition,
      Values widths,
      double begin,
      double share,
      CancelToken token) {
    return WidthMap.of(
        data,
        definition,
        widths,
        Workers.callerOnly(),
        row -> progress.accept(begin + share * (row + 1) / widths.size()),
        token);
  }

  Stability stability(InspectorRequest.Place request, CancelToken token) {
    return Stability.of(
        request.data(),
        InspectorRequest.definition(request.definition(), network),
        request.mass(),
        request.width(),
        request.deficit(),
        done -> progress.accept((done + 1) / 11.0),
        token);
  }

  /** The chosen definition and the one beside it. */
  List<Response> response(
      InspectorRequest.Injections request,
      boolean coarse,
      Consumer<List<Response>> onCoarse,
      CancelToken token) {
    Values background = request.background();
    if (!coarse) {
      onCoarse.accept(response(request, background, COARSE_STEP, token));
    }
    return response(request, background, coarse ? COARSE_STEP : 1, token);
  }

  private List<Response> response(
      InspectorRequest.Injections request, Values background, int step, CancelToken token) {
    Values strengths = Response.strengths(step);
    BumpData base = request.addToData() ? request.data() : request.data().withCounts(background);
    AnyWidth chosen = InspectorRequest.definition(request.definition(), network);
    double width = chosen.used(request.width(), base.binning(), request.bin());
    List<Response> curves = new ArrayList<>();
    for (StripDefinition one : List.of(request.definition(), request.beside())) {
      boolean isChosen = one == request.definition();
      AnyWidth definition = InspectorRequest.definition(one, network);
      BumpData data = one == StripDefinition.KNOWN ? base.withBackground(background) : base;
      double begin = isChosen ? 0 : 0.5;
      curves.add(
          Response.of(
              one.words(),
              data,
              background,
              definition,
              request.bin(),
              isChosen ? width : chosen.sigma(width),
              strengths,
              done -> progress.accept(begin + 0.5 * (done + 1) / strengths.size()),
              token));
    }
    return curves;
  }
}

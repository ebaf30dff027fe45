package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dipscope.core.analysis.ChannelFigure;
import org.dipscope.core.analysis.VariationFigure;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.Hesse;
import org.dipscope.core.fit.Prior;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Channel;
import org.dipscope.core.histfactory.ChannelRates;
import org.dipscope.core.histfactory.RateErrors;
import org.dipscope.core.histfactory.Sample;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is shown.
 *
 * @param figure stack or variation
 * @param yields of the samples, with what changes them
 * @param remark on what the figure cannot show, or empty
 */
record ModelDrawing(FigureSpec figure, Sheet yields, String remark) {

  /** What a figure may show. */
  enum Look {
    STACK,
    VARIATION
  }

  /**
   * What is asked for.
   *
   * @param point values of all parameters
   * @param channel its position
   * @param varied the parameter of a variation; -1 for none
   * @param sample whose variation is shown; -1 for the total
   * @param hesse of the fit whose uncertainties are shown; null for those before the fit
   */
  record Request(
      OpenModel model,
      Values point,
      int channel,
      Look look,
      int varied,
      int sample,
      boolean logContents,
      @Nullable Hesse hesse) {

    double[] internal(Values values) {
      double[] x = new double[values.size()];
      for (int k = 0; k < x.length; k++) {
        x[k] = model.model().parameters().get(k).internal(values.get(k));
      }
      return x;
    }
  }

  /** Everything. */
  static ModelDrawing of(Request request, CancelToken token) {
    double[] x = request.internal(request.point());
    Hesse hesse = request.hesse();
    BinnedModel model = request.model().model();
    boolean isNeeded = request.look() == Look.STACK;
    Values errors =
        !isNeeded
            ? Values.EMPTY
            : hesse == null
                ? RateErrors.before(model, x, token)
                : RateErrors.after(model, x, hesse, token);
    return of(request, x, errors);
  }

  /** The same without uncertainties, which take long with many parameters. */
  static ModelDrawing preview(Request request) {
    return of(request, request.internal(request.point()), Values.EMPTY);
  }

  private static ModelDrawing of(Request request, double[] x, Values errors) {
    OpenModel of = request.model();
    ChannelRates rates = ChannelRates.at(of.workspace(), of.model(), request.channel(), x, errors);
    double[] start = request.internal(ModelsViewModel.initialPoint(of));
    ChannelRates nominal =
        ChannelRates.at(of.workspace(), of.model(), request.channel(), start, Values.EMPTY);
    boolean isStack = request.look() == Look.STACK || request.varied() < 0;
    FigureSpec figure =
        isStack
            ? ChannelFigure.of(
                rates,
                request.hesse() == null ? "±1σ before the fit" : "±1σ after the fit",
                request.logContents())
            : variation(request, x, rates.channel());
    return new ModelDrawing(figure, yields(rates, nominal), remark(rates));
  }

  private static String remark(ChannelRates rates) {
    long empty = ChannelFigure.emptyBins(rates);
    String bins =
        empty == 0 ? "" : empty + (empty == 1 ? " bin" : " bins") + " without expectation";
    return rates.channel().observed().isEmpty() ? "nothing observed" : bins;
  }

  private static FigureSpec variation(Request request, double[] x, Channel channel) {
    FitParameter p = request.model().model().parameters().get(request.varied());
    Prior prior = p.prior();
    double centre = prior == null ? p.initial() : prior.centre();
    double width = prior == null ? 0 : prior.width();
    String what = request.sample() < 0 ? "total" : channel.samples().get(request.sample()).name();
    return VariationFigure.of(
        channel,
        what,
        p.name(),
        new VariationFigure.Templates(
            at(request, x, p, centre),
            at(request, x, p, centre + width),
            at(request, x, p, centre - width)));
  }

  private static Values at(Request request, double[] x, FitParameter p, double value) {
    double[] moved = x.clone();
    moved[request.varied()] = p.internal(Math.clamp(value, p.low(), p.high()));
    ChannelRates rates =
        ChannelRates.at(
            request.model().workspace(),
            request.model().model(),
            request.channel(),
            moved,
            Values.EMPTY);
    return request.sample() < 0 ? rates.total() : rates.samples().get(request.sample());
  }

  private static Sheet yields(ChannelRates rates, ChannelRates nominal) {
    List<List<Object>> rows = new ArrayList<>();
    List<Sample> samples = rates.channel().samples();
    for (int s = 0; s < samples.size(); s++) {
      rows.add(
          List.of(
              samples.get(s).name(),
              rates.samples().get(s).sum(),
              nominal.samples().get(s).sum(),
              modifiers(samples.get(s))));
    }
    rows.add(List.of("total", rates.total().sum(), nominal.total().sum(), ""));
    if (!rates.channel().observed().isEmpty()) {
      double counted = rates.channel().observed().sum();
      rows.add(List.of("data", counted, counted, ""));
    }
    return new Sheet(List.of("sample", "events", "at the start", "modifiers"), rows);
  }

  private static String modifiers(Sample sample) {
    return sample.modifiers().stream()
        .map(m -> m.name() + " (" + m.type() + ")")
        .collect(Collectors.joining(", "));
  }
}

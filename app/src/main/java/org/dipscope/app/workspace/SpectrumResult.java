package org.dipscope.app.workspace;

import org.dipscope.core.analysis.Curves;
import org.dipscope.core.analysis.Derived;
import org.dipscope.core.analysis.Prediction;
import org.dipscope.core.analysis.SpectrumData;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.Scenario;

/**
 * What belongs to one position of the sliders.
 *
 * @param scenario the sliders
 * @param data what was observed
 * @param prediction what is expected in its bins
 * @param curves the interference as curves
 * @param derived what follows without data
 * @param figure the spectrum with ratio and interference
 * @param pulls the nuisances of the fit
 */
public record SpectrumResult(
    Scenario scenario,
    SpectrumData data,
    Prediction prediction,
    Curves curves,
    Derived derived,
    FigureSpec figure,
    FigureSpec pulls) {}

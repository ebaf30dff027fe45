package org.dipscope.app.workspace;

import org.dipscope.core.analysis.Derived;
import org.dipscope.core.analysis.DrawnSpectrum;
import org.dipscope.core.analysis.Expectation;
import org.dipscope.core.analysis.SpectrumData;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one position of the sliders.
 *
 * @param scenario the sliders
 * @param data what was observed
 * @param drawn the same in the bins and the scale of the view
 * @param expected what is expected, or null if the data stand alone
 * @param absence why the data stand alone, in a sentence; empty if they do not
 * @param derived what follows without data
 * @param figure the spectrum with ratio and interference
 * @param pulls the nuisances of the fit, or null if there is none
 */
public record SpectrumResult(
    Scenario scenario,
    SpectrumData data,
    DrawnSpectrum drawn,
    @Nullable Expectation expected,
    String absence,
    Derived derived,
    FigureSpec figure,
    @Nullable FigureSpec pulls) {}

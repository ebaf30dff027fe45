package org.dipscope.app.inference;

/**
 * What the pages of intervals, coverage and toys share.
 *
 * @param page what all pages are made of
 * @param settings what the user chooses
 * @param calibrations studies and critical curves
 * @param blinding whether the data are shown
 */
record StudyParts(
    PageParts page, StudySettings settings, Calibrations calibrations, Blinding blinding) {}

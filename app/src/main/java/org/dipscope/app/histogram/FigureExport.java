package org.dipscope.app.histogram;

import org.dipscope.core.figure.FigureSpec;

/** Asks where to write a figure, and writes it. */
@FunctionalInterface
public interface FigureExport {

  /** Exports a figure under a suggested name. */
  void exportFigure(String name, FigureSpec figure);
}

package org.dipscope.app;

import javafx.application.Application;

/** Takes the pictures of the window without a display; the argument says where they go. */
public final class Screenshots {
  private Screenshots() {}

  /** Takes the pictures. */
  public static void main(String[] arguments) {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("headless.geometry", "2560x1440-32");
    System.setProperty("prism.order", "sw");
    Application.launch(PhotoSession.class, arguments);
  }
}

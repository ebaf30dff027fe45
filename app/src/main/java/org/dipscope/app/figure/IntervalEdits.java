package org.dipscope.app.figure;

/** Is told what the user does with the marked intervals of a figure. */
public interface IntervalEdits {
  /** For a figure without intervals. */
  IntervalEdits NONE =
      new IntervalEdits() {
        @Override
        public void add(double from, double to) {}

        @Override
        public void change(int index, double from, double to) {}

        @Override
        public void remove(int index) {}
      };

  /** A new one was dragged out between two values, in either order. */
  void add(double from, double to);

  /** One is being dragged out; {@link #add} ends it. */
  default void adding(double from, double to) {}

  /** The ends of one are being dragged; {@link #change} ends it. */
  default void changing(int index, double from, double to) {}

  /** The ends of one were dragged. */
  void change(int index, double from, double to);

  /** One is no longer wanted. */
  void remove(int index);
}

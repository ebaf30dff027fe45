package org.dipscope.app.training;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** What a view holds on to until it is closed. */
final class Keeper implements AutoCloseable {
  private Subscription subscriptions = Subscription.EMPTY;

  void keep(Subscription closing) {
    subscriptions = subscriptions.and(closing);
  }

  <T> void bind(Property<T> shown, ObservableValue<? extends T> source) {
    shown.bind(source);
    keep(shown::unbind);
  }

  <T> void bindBoth(Property<T> control, Property<T> model) {
    control.bindBidirectional(model);
    keep(() -> control.unbindBidirectional(model));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}

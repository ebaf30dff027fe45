package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {
  @ParameterizedTest
  @EnumSource(Icon.class)
  void everyIconFillsItsGrid(Icon icon) {
    Bounds bounds = icon.node().getBoundsInLocal();
    assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isBetween(10.0, 16.0);
    assertThat(bounds.getMinX()).isNotNegative();
    assertThat(bounds.getMinY()).isNotNegative();
  }
}

package org.dipscope.core.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the total width of a scalar is given. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WidthChoice.Physical.class, name = "physical"),
  @JsonSubTypes.Type(value = WidthChoice.Free.class, name = "free"),
  @JsonSubTypes.Type(value = WidthChoice.Relative.class, name = "relative"),
})
public sealed interface WidthChoice {

  /** The sum of the partial widths of the couplings. */
  record Physical() implements WidthChoice {}

  /**
   * A width of its own.
   *
   * @param widthGeV Γ
   */
  record Free(double widthGeV) implements WidthChoice {}

  /**
   * A fraction of the mass.
   *
   * @param fraction Γ/M
   */
  record Relative(double fraction) implements WidthChoice {}
}

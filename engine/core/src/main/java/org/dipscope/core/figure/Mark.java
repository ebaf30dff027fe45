package org.dipscope.core.figure;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something drawn inside a panel. Marks are drawn in list order, the last on top. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mark")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Steps.class, name = "steps"),
  @JsonSubTypes.Type(value = Stack.class, name = "stack"),
  @JsonSubTypes.Type(value = Points.class, name = "points"),
  @JsonSubTypes.Type(value = Band.class, name = "band"),
  @JsonSubTypes.Type(value = Line.class, name = "line"),
  @JsonSubTypes.Type(value = ReferenceLine.class, name = "referenceLine"),
  @JsonSubTypes.Type(value = Region.class, name = "region"),
  @JsonSubTypes.Type(value = HeatMap.class, name = "heatMap"),
  @JsonSubTypes.Type(value = Contours.class, name = "contours"),
  @JsonSubTypes.Type(value = Note.class, name = "note"),
})
public sealed interface Mark
    permits Steps, Stack, Points, Band, Line, ReferenceLine, Region, HeatMap, Contours, Note {
  /** Returns the text for the legend, in rich text; empty keeps the mark out of the legend. */
  String label();
}

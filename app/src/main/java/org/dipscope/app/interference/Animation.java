package org.dipscope.app.interference;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dipscope.app.support.SliderScale;

/** Plays one slider back and forth. Knows no clock: whoever has one tells it how time passes. */
public final class Animation {
  private static final double SECONDS_ACROSS = 6;

  private final List<Track> tracks;
  private final ObjectProperty<Track> track;
  private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
  private double direction = 1;

  /**
   * A slider that can be played.
   *
   * @param name what the user reads
   * @param scale the part that is played
   * @param value what it writes
   */
  public record Track(String name, SliderScale scale, DoubleProperty value) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Plays the first of these until another is chosen. */
  Animation(List<Track> tracks) {
    this.tracks = List.copyOf(tracks);
    track = new SimpleObjectProperty<>(this, "track", tracks.getFirst());
  }

  /** What can be played. */
  public List<Track> tracks() {
    return tracks;
  }

  /** What is played. */
  public ObjectProperty<Track> trackProperty() {
    return track;
  }

  /** Whether it plays. */
  public BooleanProperty playingProperty() {
    return playing;
  }

  /** Moves on; at an end it turns round. */
  public void advance(double seconds) {
    Track now = track.get();
    double position =
        now.scale().position(now.value().get()) + direction * seconds / SECONDS_ACROSS;
    if (position >= 1) {
      direction = -1;
    } else if (position <= 0) {
      direction = 1;
    }
    now.value().set(now.scale().valueAt(Math.clamp(position, 0, 1)));
  }
}

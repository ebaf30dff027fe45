package org.dipscope.core.figure.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;
import org.dipscope.core.figure.text.RichText.Piece;
import org.dipscope.core.figure.text.RichText.Script;
import org.junit.jupiter.api.Test;

class TypeTest {
  /**
   * Widths of Arial and Helvetica in 1/2048 em, Adobe core font metrics: A 667, m 833, digits 556,
   * space 278 of 1000.
   */
  @Test
  void widthsAreThoseOfHelvetica() {
    assertThat(Typeface.width("A", 1000, false)).isCloseTo(667, within(0.5));
    assertThat(Typeface.width("m", 1000, false)).isCloseTo(833, within(0.5));
    assertThat(Typeface.width("0123456789", 1000, false)).isCloseTo(5560, within(5.0));
    assertThat(Typeface.width(" ", 1000, false)).isCloseTo(278, within(0.5));
    assertThat(Typeface.width("A", 1000, true)).isCloseTo(722, within(0.5));
  }

  @Test
  void physicsCharactersArePresent() {
    String needed = "√−×±≤≥Δ∂ŝħℓ∞≈→←∑∫·…–°µ\u0302\u0304\u0305αβγδεζηθικλμνξοπρστυφχψωΓΘΛΞΠΣΦΨΩ";
    for (boolean bold : new boolean[] {false, true}) {
      TrueTypeFont font = Typeface.font(bold);
      needed
          .codePoints()
          .forEach(c -> assertThat(font.glyph(c)).as(Character.getName(c)).isPositive());
    }
  }

  @Test
  void unknownCharactersHaveTheMissingGlyph() {
    assertThat(Typeface.font(false).glyph(0x1F600)).isZero();
    assertThat(Typeface.font(false).glyph(0xE000)).isZero();
    assertThat(Typeface.width("\uD83D\uDE00", 10, false)).isPositive();
  }

  @Test
  void capitalLettersAreAsHighAsTheFontSays() {
    TrueTypeFont font = Typeface.font(false);
    assertThat(font.outline(font.glyph('H')).top()).isEqualTo(font.capHeight());
    assertThat(font.outline(font.glyph('x')).top()).isEqualTo(font.smallHeight());
    assertThat(font.outline(font.glyph(' ')).contours()).isEmpty();
  }

  @Test
  void compositeGlyphsContainTheirParts() {
    TrueTypeFont font = Typeface.font(false);
    GlyphOutline composite = font.outline(font.glyph('ŝ'));
    int parts = font.outline(font.glyph('s')).contours().size();
    assertThat(composite.contours().size()).isGreaterThan(parts);
    assertThat(composite.top()).isGreaterThan(font.outline(font.glyph('s')).top());
  }

  @Test
  void combiningMarksSitAboveTheirCharacter() {
    List<PlacedGlyph> glyphs =
        PlacedGlyph.of(TextLine.of("t\u0304t", 10).at(0, 0, Anchor.START, -1));
    TrueTypeFont font = Typeface.font(false);
    double em = font.unitsPerEm();
    GlyphOutline t = font.outline(glyphs.get(0).glyph());
    GlyphOutline bar = font.outline(glyphs.get(1).glyph());
    PlacedGlyph mark = glyphs.get(1);
    double centre = mark.along() + (bar.left() + bar.right()) / 2.0 * 10 / em;
    assertThat(centre).isCloseTo((t.left() + t.right()) / 2.0 * 10 / em, within(1e-9));
    assertThat(mark.rise() + bar.bottom() * 10 / em).isGreaterThan(t.top() * 10 / em);
    assertThat(glyphs.get(2).along()).isCloseTo(Typeface.width("t", 10, false), within(1e-9));
  }

  @Test
  void scriptsAreParsed() {
    assertThat(RichText.parse("m_{tt̄}^2 x"))
        .containsExactly(
            new Piece("m", Script.BASE, false),
            new Piece("tt̄", Script.SUB, false),
            new Piece("2", Script.SUPER, false),
            new Piece(" x", Script.BASE, false));
    assertThat(RichText.parse("10⁻³ fb^{-1}"))
        .containsExactly(
            new Piece("10", Script.BASE, false),
            new Piece("−3", Script.SUPER, false),
            new Piece(" fb", Script.BASE, false),
            new Piece("−1", Script.SUPER, false));
    assertThat(RichText.parse("\\bf{Dipscope} now"))
        .containsExactly(
            new Piece("Dipscope", Script.BASE, true), new Piece(" now", Script.BASE, false));
    assertThat(RichText.plain("a\\_b\\^c\\\\")).isEqualTo("a_b^c\\");
    assertThat(RichText.plain("x_")).isEqualTo("x_");
    assertThat(RichText.plain("x_{open")).isEqualTo("xopen");
    assertThat(RichText.parse("x_t\u0304").get(1).text()).isEqualTo("t\u0304");
  }

  @Test
  void aSubscriptGoesBelowTheSuperscriptBesideIt() {
    TextLine line = TextLine.of("m_{tt}^{2}x", 10);
    assertThat(line.runs().get(2).offset()).isEqualTo(line.runs().get(1).offset());
    double widest = Math.max(line.runs().get(1).advance(), line.runs().get(2).advance());
    assertThat(line.runs().get(3).offset())
        .isCloseTo(line.runs().get(1).offset() + widest, within(1e-9));
    assertThat(line.runs().get(1).rise()).isNegative();
    assertThat(line.runs().get(2).rise()).isPositive();
  }

  @Property(tries = 300)
  void anyTextFitsTheRoomItIsGiven(@ForAll String label) {
    assertThat(TextLine.of(label, 10).width()).isFinite();
    TextLine fitted = TextLine.fitted(label, 10, 60);
    assertThat(fitted.width()).isLessThanOrEqualTo(60.1);
    assertThat(TextOutlines.of(fitted.at(0, 0, Anchor.MIDDLE, -1))).isNotNull();
  }

  @Test
  void veryLongTextEndsWithAnEllipsis() {
    TextLine line = TextLine.fitted("mass ".repeat(10_000), 10, 200);
    assertThat(line.width()).isLessThanOrEqualTo(200.1);
    assertThat(line.runs().getLast().text()).endsWith("…");
  }
}

package org.waymark.web.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void contrast_is_that_of_the_guidelines() {
    var black = new Colour("#000000");
    var white = new Colour("#ffffff");
    assertThat(black.contrast(white)).isCloseTo(21, within(1e-9));
    assertThat(white.contrast(white)).isEqualTo(1);
    assertThat(new Colour("#767676").contrast(white))
        .as("the lightest grey that may be read on white")
        .isCloseTo(4.54, within(0.005));
  }

  @Test
  void every_pair_that_meets_on_a_page_can_be_read_in_light_and_dark() {
    var palette = Palette.ofTokens();
    assertThat(palette.tones()).hasSizeGreaterThan(20);
    assertThat(palette.meetings().stream().filter(meeting -> !meeting.readable()))
        .extracting(meeting -> meeting.front().name() + " on " + meeting.back().name())
        .isEmpty();
  }
}

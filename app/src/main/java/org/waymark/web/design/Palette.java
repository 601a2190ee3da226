package org.waymark.web.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The colours of the tokens file, as it is served, and what their contrast comes to where two of
 * them meet on a page.
 */
final class Palette {
  private static final double OF_TEXT = 4.5;
  private static final double OF_SHAPES = 3;
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

  private final Map<String, Tone> tones;

  private Palette(Map<String, Tone> tones) {
    this.tones = tones;
  }

  /** One token: its colour in light and in dark. */
  record Tone(String name, Colour light, Colour dark) {}

  /**
   * Two colours that meet.
   *
   * @param needs the least contrast: 4.5 for text, 3 for shapes and the edges of fields
   */
  record Meeting(Tone front, Tone back, double needs) {
    double light() {
      return front.light().contrast(back.light());
    }

    double dark() {
      return front.dark().contrast(back.dark());
    }

    boolean readable() {
      return Math.min(light(), dark()) >= needs;
    }
  }

  static Palette ofTokens() {
    var tones = new LinkedHashMap<String, Tone>();
    var tokens = TOKEN.matcher(tokens());
    while (tokens.find()) {
      var light = new Colour(tokens.group(2));
      tones.put(tokens.group(1), new Tone(tokens.group(1), light, new Colour(tokens.group(3))));
    }
    return new Palette(tones);
  }

  List<Tone> tones() {
    return List.copyOf(tones.values());
  }

  /** All pairs that meet on pages. */
  List<Meeting> meetings() {
    var meetings = new ArrayList<Meeting>();
    for (var ground : List.of("sunk", "paper", "sheet", "raised")) {
      for (var text : List.of("ink", "ink-soft", "accent", "accent-strong")) {
        meetings.add(meeting(text, ground, OF_TEXT));
      }
    }
    for (var ground : List.of("paper", "sheet")) {
      for (var text : List.of("good", "watch", "bad", "unknown", "mark")) {
        meetings.add(meeting(text, ground, OF_TEXT));
      }
      meetings.add(meeting("line-strong", ground, OF_SHAPES));
    }
    for (var verdict : List.of("good", "watch", "bad", "unknown", "accent")) {
      meetings.add(meeting(verdict, verdict + "-wash", OF_TEXT));
      meetings.add(meeting("ink", verdict + "-wash", OF_TEXT));
    }
    meetings.add(meeting("ink-soft", "unknown-wash", OF_TEXT));
    meetings.add(meeting("on-accent", "accent", OF_TEXT));
    meetings.add(meeting("on-accent", "accent-strong", OF_TEXT));
    meetings.add(meeting("paper", "ink", OF_TEXT));
    return meetings;
  }

  private Meeting meeting(String front, String back, double needs) {
    return new Meeting(tone(front), tone(back), needs);
  }

  private Tone tone(String name) {
    var tone = tones.get(name);
    if (tone == null) {
      throw new IllegalStateException("The tokens file has no colour of the name " + name + ".");
    }
    return tone;
  }

  private static String tokens() {
    try {
      return new ClassPathResource("static/css/10-tokens.css")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

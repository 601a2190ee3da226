package org.waymark.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.waymark.web.ChartDrawing.Stroke;

/**
 * Paints a {@link ChartDrawing} into an image, in the light colours of the tokens file, for places
 * that take no SVG: slides, documents, mails.
 */
public final class ChartPicture {
  private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}),");
  private static final Pattern STEP = Pattern.compile("[A-Za-z]|-?\\d+(?:\\.\\d+)?");
  private static final Map<String, Color> COLOURS = colours();

  private final Graphics2D g;
  private final ChartDrawing d;

  private ChartPicture(Graphics2D g, ChartDrawing d) {
    this.g = g;
    this.d = d;
  }

  /** Paints a chart; one unit of the drawing is one unit of the canvas. */
  public static void paint(Graphics2D canvas, ChartDrawing drawing) {
    new ChartPicture(canvas, drawing).paint();
  }

  /** A colour of the tokens file by its name, as it is in light. */
  public static Color colour(String token) {
    Color colour = COLOURS.get(token);
    if (colour == null) {
      throw new IllegalStateException("The tokens file has no colour of the name " + token + ".");
    }
    return colour;
  }

  private void paint() {
    axes();
    g.setColor(faint(colour("accent"), 0.16));
    d.bands().forEach(band -> g.fill(path(band)));
    strokes(d.whiskers(), faint(colour("accent"), 0.2), 5);
    d.guides().forEach(this::guide);
    strokes(d.gaps(), colour("line-strong"), 1.5f);
    g.setColor(colour("accent"));
    g.setStroke(new BasicStroke(2.25f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    d.lines().forEach(line -> g.draw(path(line)));
    d.marks().forEach(this::mark);
    if (d.judged() != null) {
      filled(path(d.judged().path()), verdict(d.judged().style()), colour("sheet"), 1.5f);
    }
    for (var label : d.labels()) {
      boolean target = label.style().startsWith("target");
      boolean strong = target || label.style().equals("last");
      g.setFont(font(strong ? Font.BOLD : Font.PLAIN, strong && !target ? 13 : 12));
      g.setColor(colour(target ? "mark" : strong ? "ink" : "ink-soft"));
      g.drawString(label.text(), at(label.x()), at(label.y()));
    }
  }

  private void axes() {
    g.setFont(font(Font.PLAIN, 12));
    for (var level : d.levels()) {
      line(colour("line"), d.left(), level.at(), d.right(), level.at());
      g.setColor(colour("ink-soft"));
      int wide = g.getFontMetrics().stringWidth(level.label());
      g.drawString(level.label(), at(d.left()) - 8 - wide, at(level.textAt()));
    }
    line(colour("line-strong"), d.left(), d.floor(), d.right(), d.floor());
    g.setColor(colour("ink-soft"));
    for (var period : d.periods()) {
      float half = g.getFontMetrics().stringWidth(period.label()) / 2f;
      g.drawString(period.label(), at(period.at()) - half, at(period.textAt()));
    }
  }

  private void guide(ChartDrawing.GuideLine guide) {
    boolean target = guide.style().equals("target");
    float[] dashes = target ? new float[] {8, 4} : new float[] {2, 4};
    g.setColor(colour(target ? "mark" : "ink-soft"));
    g.setStroke(
        new BasicStroke(1.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
    g.draw(path(guide.path()));
  }

  private void mark(ChartDrawing.MarkAt mark) {
    boolean hollow = mark.style().contains(" ");
    filled(path(mark.path()), colour(hollow ? "sheet" : "accent"), colour("accent"), 1.75f);
  }

  private static Color verdict(String style) {
    return colour(style.endsWith("good") ? "good" : "bad");
  }

  private void filled(Shape shape, Color inside, Color edge, float width) {
    g.setColor(inside);
    g.fill(shape);
    g.setColor(edge);
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }

  private void line(Color colour, String x1, String y1, String x2, String y2) {
    strokes(List.of(new Stroke(x1, y1, x2, y2)), colour, 1);
  }

  private void strokes(List<Stroke> strokes, Color colour, float width) {
    g.setColor(colour);
    g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    strokes.forEach(s -> g.draw(new Line2D.Float(at(s.x1()), at(s.y1()), at(s.x2()), at(s.y2()))));
  }

  /** The font that pages have on this system, or else any without serifs. */
  public static Font font(int style, float size) {
    return new Font(Family.NAME, style, 1).deriveFont(size);
  }

  /** Looked for when the first picture is drawn. */
  private static final class Family {
    static final String NAME =
        Stream.of("Segoe UI", "Helvetica Neue", "Roboto", "Noto Sans", "Liberation Sans", "Arial")
            .filter(name -> new Font(name, Font.PLAIN, 12).getFamily(Locale.ROOT).equals(name))
            .findFirst()
            .orElse(Font.SANS_SERIF);
  }

  private static float at(String coordinate) {
    return Float.parseFloat(coordinate);
  }

  private static Color faint(Color colour, double share) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * share));
  }

  /** The few kinds of step that our drawings take: to a point, across, a half turn, back home. */
  static Path2D path(String steps) {
    var words = new ArrayList<String>();
    STEP.matcher(steps).results().forEach(found -> words.add(found.group()));
    var path = new Path2D.Double();
    for (int i = 0; i < words.size(); ) {
      switch (words.get(i)) {
        case "M" -> path.moveTo(number(words, i + 1), number(words, i + 2));
        case "L" -> path.lineTo(number(words, i + 1), number(words, i + 2));
        case "H" -> path.lineTo(number(words, i + 1), path.getCurrentPoint().getY());
        case "a" -> halfTurn(path, number(words, i + 1), number(words, i + 6));
        case "Z" -> path.closePath();
        default -> throw new IllegalArgumentException("an unknown step in " + steps);
      }
      i++;
      while (i < words.size() && !Character.isLetter(words.get(i).charAt(0))) {
        i++;
      }
    }
    return path;
  }

  private static void halfTurn(Path2D path, double radius, double across) {
    var from = path.getCurrentPoint();
    double begin = across > 0 ? 180 : 0;
    path.append(
        new Arc2D.Double(
            from.getX() + across / 2 - radius,
            from.getY() - radius,
            2 * radius,
            2 * radius,
            begin,
            180,
            Arc2D.OPEN),
        true);
  }

  private static double number(List<String> words, int place) {
    return Double.parseDouble(words.get(place));
  }

  private static Map<String, Color> colours() {
    try {
      var text =
          new ClassPathResource("static/css/10-tokens.css")
              .getContentAsString(StandardCharsets.UTF_8);
      var colours = new HashMap<String, Color>();
      TOKEN
          .matcher(text)
          .results()
          .forEach(token -> colours.put(token.group(1), Color.decode(token.group(2))));
      return Map.copyOf(colours);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

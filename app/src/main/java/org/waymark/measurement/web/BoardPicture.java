package org.waymark.measurement.web;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.web.ChartDrawing;
import org.waymark.web.ChartPicture;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;

/**
 * A number with its history and its caveat as a PNG, which every slide and document takes. Drawn
 * with the fonts of the server; where it has none, there is no picture, and the words say the same.
 */
final class BoardPicture {
  private static final Logger LOG = LoggerFactory.getLogger(BoardPicture.class);

  /** Pixels for one unit of the drawing, so that it is sharp on a wall. */
  private static final int SCALE = 2;

  private static final int EDGE = 28;
  private static final int CHART = 760;
  private static final int WIDTH = CHART + 2 * EDGE;

  /** Found out by drawing, so that nobody pays for fonts who wants no picture. */
  private static volatile boolean possible = true;

  private BoardPicture() {}

  /**
   * What is drawn.
   *
   * @param chart null while there is nothing to draw
   */
  record Shown(BoardWords words, @Nullable LineChart chart) {}

  /** Whether this server can draw, as far as it has tried. */
  static boolean isPossible() {
    return possible;
  }

  /** The picture; nothing where the server has no fonts. */
  static Optional<byte[]> png(Frame f, Shown shown) {
    try {
      return Optional.of(drawn(f, shown));
    } catch (LinkageError | InternalError | NullPointerException withoutFonts) {
      LOG.warn("No picture can be drawn: this computer has no fonts.", withoutFonts);
      possible = false;
      return Optional.empty();
    }
  }

  private static byte[] drawn(Frame f, Shown shown) {
    ChartDrawing chart = shown.chart() == null ? null : shown.chart().large(f.w());
    // Once to learn how high it gets, once to draw it.
    int height = painted(canvas(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), shown, chart);
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = canvas(image);
    g.setColor(ChartPicture.colour("sheet"));
    g.fillRect(0, 0, WIDTH, height);
    painted(g, shown, chart);
    return encoded(image, shown.words().alternative());
  }

  private static Graphics2D canvas(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.scale(SCALE, SCALE);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  private static int painted(Graphics2D g, Shown shown, @Nullable ChartDrawing chart) {
    BoardWords words = shown.words();
    Color ink = ChartPicture.colour("ink");
    Color soft = ChartPicture.colour("ink-soft");
    Column column = new Column(g, EDGE);
    column.say(words.title(), Font.BOLD, 20, ink);
    column.say(words.days(), Font.PLAIN, 13, soft);
    column.gap(6);
    if (words.figure() != null) {
      column.say(words.figure(), Font.BOLD, 44, ink);
    }
    column.say(words.basis(), Font.PLAIN, 16, ink);
    if (words.before() != null) {
      column.say(words.before(), Font.PLAIN, 13, soft);
    }
    if (chart != null) {
      column.gap(10);
      g.translate(EDGE, column.y);
      ChartPicture.paint(g, chart);
      g.translate(-EDGE, -column.y);
      column.gap(chart.height() + 6);
    }
    column.gap(4);
    column.say(words.caveat(), Font.PLAIN, 13, ink);
    column.say(words.meaning(), Font.PLAIN, 13, soft);
    column.say(words.asOf(), Font.PLAIN, 12, soft);
    column.say(words.source(), Font.PLAIN, 12, soft);
    return column.y + EDGE;
  }

  /** Lines of text below each other, broken where they are too long. */
  private static final class Column {
    private final Graphics2D g;
    private int y;

    Column(Graphics2D g, int y) {
      this.g = g;
      this.y = y;
    }

    void gap(int height) {
      y += height;
    }

    void say(String text, int style, float size, Color colour) {
      g.setFont(ChartPicture.font(style, size));
      g.setColor(colour);
      FontMetrics metrics = g.getFontMetrics();
      for (String line : broken(text, metrics)) {
        g.drawString(line, EDGE, y + metrics.getAscent());
        y += metrics.getHeight();
      }
      y += 4;
    }

    private static List<String> broken(String text, FontMetrics metrics) {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : text.split(" ", -1)) {
        for (String piece : pieces(word, metrics)) {
          if (!line.isEmpty() && metrics.stringWidth(line + " " + piece) > CHART) {
            lines.add(line.toString());
            line.setLength(0);
          }
          line.append(line.isEmpty() ? "" : " ").append(piece);
        }
      }
      lines.add(line.toString());
      return lines;
    }

    /** A word that is longer than a line, such as an address, is cut wherever the line ends. */
    private static List<String> pieces(String word, FontMetrics metrics) {
      List<String> pieces = new ArrayList<>();
      String rest = word;
      while (metrics.stringWidth(rest) > CHART) {
        int end = rest.length();
        while (metrics.stringWidth(rest.substring(0, end)) > CHART) {
          end--;
        }
        pieces.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      pieces.add(rest);
      return pieces;
    }
  }

  /** The file, with the words for those who cannot see it inside. */
  private static byte[] encoded(BufferedImage image, String description) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      String format = "javax_imageio_png_1.0";
      IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
      entry.setAttribute("keyword", "Description");
      entry.setAttribute("compressionFlag", "FALSE");
      entry.setAttribute("compressionMethod", "0");
      entry.setAttribute("languageTag", "");
      entry.setAttribute("translatedKeyword", "");
      entry.setAttribute("text", description);
      IIOMetadataNode texts = new IIOMetadataNode("iTXt");
      texts.appendChild(entry);
      IIOMetadataNode root = new IIOMetadataNode(format);
      root.appendChild(texts);
      metadata.mergeTree(format, root);
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } catch (IOException impossible) {
      throw new UncheckedIOException("An array can always be written", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}

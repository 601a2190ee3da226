package org.waymark.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values as people have them: gzip or not, with or without byte order
 * mark, any encoding and delimiter. What the mapping does not say is recognised from the first
 * bytes by fixed rules.
 */
final class CsvFile {
  /** Below this size a gzip may unfold as it likes. */
  static final long UNSUSPICIOUS_BYTES = 64L << 20;

  /** Beyond it, unfolding to more than this many times its size is taken for a bomb. */
  static final long LARGEST_RATIO = 200;

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int HEAD = 1 << 16;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /**
   * How a file is written.
   *
   * @param encoding as given, marked or, failing both, UTF-8 when the first bytes are that and
   *     windows-1252 when they are not
   */
  record Format(Charset encoding, char delimiter, char quote) {}

  private CsvFile() {}

  /** Bytes of the file read so far, for progress. */
  static final class Progress {
    private volatile long bytes;

    long bytes() {
      return bytes;
    }
  }

  /** Opens the file as a mapping says, UTF-8 and a recognised delimiter when it says nothing. */
  static CsvLines open(
      Path file, @Nullable Charset encoding, @Nullable Character delimiter, Progress progress)
      throws IOException {
    byte[] head = head(file);
    Format format = format(head, encoding, delimiter);
    Charset charset =
        encoding != null
            ? encoding
            : marked(head) != null ? format.encoding() : StandardCharsets.UTF_8;
    InputStream bytes = unpacked(file, progress);
    PushbackInputStream unmarked = new PushbackInputStream(bytes, 4);
    byte[] first = unmarked.readNBytes(3);
    int mark = markLength(first);
    unmarked.unread(first, mark, first.length - mark);
    InputStreamReader text =
        new InputStreamReader(
            unmarked,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    return new CsvLines(new LineMemory(text), format.delimiter(), format.quote());
  }

  /** How the file seems to be written, for a proposal. */
  static Format recognise(Path file) throws IOException {
    return format(head(file), null, null);
  }

  private static Format format(
      byte[] head, @Nullable Charset encoding, @Nullable Character delimiter) {
    if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
      throw new Refused(
          "file", "is a spreadsheet or a zip archive: save the sheet as CSV and upload that");
    }
    if (begins(head, "%PDF")) {
      throw new Refused(
          "file",
          "is a PDF document, which holds no rows: export the table as CSV and upload that");
    }
    Charset marked = marked(head);
    Charset charset =
        encoding != null
            ? encoding
            : marked != null ? marked : isUtf8(head) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    int mark = markLength(head);
    String text = new String(head, mark, head.length - mark, charset);
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    char separator = delimiter != null ? delimiter : delimiter(header);
    return new Format(charset, separator, quote(text, separator));
  }

  private static boolean begins(byte[] head, String with) {
    return new String(head, 0, Math.min(head.length, with.length()), StandardCharsets.ISO_8859_1)
        .equals(with);
  }

  /** The candidate that stands most often in the header line, outside quotes. */
  private static char delimiter(String header) {
    char best = ',';
    int most = 0;
    for (char candidate : DELIMITERS) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < header.length(); i++) {
        char c = header.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (c == candidate && !quoted) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  /** The double quote, unless cells are plainly wrapped in single ones. */
  private static char quote(String text, char delimiter) {
    boolean single =
        text.indexOf('"') < 0 && text.startsWith("'") && text.contains("'" + delimiter + "'");
    return single ? '\'' : '"';
  }

  private static @Nullable Charset marked(byte[] head) {
    if (head.length >= 3
        && (head[0] & 0xFF) == 0xEF
        && (head[1] & 0xFF) == 0xBB
        && (head[2] & 0xFF) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static int markLength(byte[] head) {
    Charset marked = marked(head);
    return marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
  }

  private static boolean isUtf8(byte[] head) {
    int end = head.length;
    for (int cut = 0; cut < 4 && end > 0; cut++, end--) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, end));
        return true;
      } catch (CharacterCodingException e) {
        if (head.length < HEAD) {
          return false;
        }
        continue; // the last character may have been cut in two
      }
    }
    return end == 0;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = unpacked(file, new Progress())) {
      return in.readNBytes(HEAD);
    }
  }

  private static InputStream unpacked(Path file, Progress progress) throws IOException {
    InputStream raw =
        new BufferedInputStream(new Counted(Files.newInputStream(file), progress), HEAD);
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    if (first != 0x1F || second != 0x8B) {
      return raw;
    }
    return new Unfolding(new GZIPInputStream(raw, HEAD), progress);
  }

  private static final class Counted extends FilterInputStream {
    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      if (one >= 0) {
        progress.bytes++;
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      if (count > 0) {
        progress.bytes += count;
      }
      return count;
    }
  }

  /** A gzip that stops when it unfolds beyond all proportion. */
  private static final class Unfolding extends FilterInputStream {
    private final Progress progress;
    private long unfolded;

    Unfolding(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      unfolded += Math.max(count, 0);
      if (unfolded > UNSUSPICIOUS_BYTES
          && unfolded / Math.max(progress.bytes(), 1) > LARGEST_RATIO) {
        throw new Refused(
            "file",
            "unfolds to more than "
                + LARGEST_RATIO
                + " times its size, as no table does: upload it without gzip");
      }
      return count;
    }
  }
}

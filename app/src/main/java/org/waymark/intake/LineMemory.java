package org.waymark.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Text as it streams by to the CSV parser, remembering what came since the start of the record
 * being read. So the original line of a refused record can be shown, and reading can go on at the
 * line after the one where a record broke.
 */
final class LineMemory extends Reader {
  /** A record longer than this is not remembered, but refused. */
  static final int LONGEST_RECORD = 8_000_000;

  private static final int ROOM = 1 << 16;

  /** The record being read is longer than {@link #LONGEST_RECORD}. */
  static final class RecordTooLong extends IOException {
    RecordTooLong() {
      super("a record longer than " + LONGEST_RECORD + " characters");
    }
  }

  private final Reader in;
  private char[] text = new char[2 * ROOM];
  private int filled;
  private int served; // what the parser has been given of the text
  private int mark; // start of a known line within the text
  private long markLine = 1; // and its number
  private boolean ended;
  private boolean suspicious;

  LineMemory(Reader in) {
    this.in = in;
  }

  /**
   * Whether NUL or replacement characters have been seen at all: then cells deserve a closer look.
   */
  boolean suspicious() {
    return suspicious;
  }

  boolean ended() {
    return ended;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (served == filled) {
      if (!refill()) {
        return -1;
      }
    }
    int count = Math.min(length, filled - served);
    System.arraycopy(text, served, buffer, offset, count);
    served += count;
    return count;
  }

  private boolean refill() throws IOException {
    if (ended) {
      return false;
    }
    if (filled + ROOM > text.length) {
      if (mark >= text.length / 2) {
        System.arraycopy(text, mark, text, 0, filled - mark);
        filled -= mark;
        served -= mark;
        mark = 0;
      } else if (filled - mark > LONGEST_RECORD) {
        throw new RecordTooLong();
      } else {
        text = Arrays.copyOf(text, text.length * 2);
      }
    }
    int count = in.read(text, filled, ROOM);
    if (count < 0) {
      ended = true;
      return false;
    }
    if (!suspicious) {
      for (int i = filled; i < filled + count; i++) {
        if (text[i] == 0 || text[i] == '\uFFFD') {
          suspicious = true;
          break;
        }
      }
    }
    filled += count;
    return count > 0 || refill();
  }

  /**
   * Remembers from this line on; what came before is forgotten. Lines are asked for in rising
   * order.
   */
  void keepFrom(long line) {
    mark = startOf(line);
    markLine = line;
  }

  /** The text of the kept line up to before another one, without the line break at its end. */
  String textBefore(long line) {
    return new String(text, mark, withoutBreak(startOf(line)) - mark);
  }

  /** The text from the kept line to the end of what was read, without the line break at its end. */
  String textToEnd() {
    return new String(text, mark, withoutBreak(filled) - mark);
  }

  /**
   * Goes back so that the line after the kept one is read next, whatever the kept line's length.
   */
  void resumeAfterKept() throws IOException {
    int next = endOfKept();
    while (next < 0) {
      filled = mark; // one endless line: let it go as it comes
      served = mark;
      next = refill() ? endOfKept() : filled;
    }
    served = next;
    mark = next;
    markLine++;
  }

  /** Just after the kept line's break, or -1 when it has not come yet. */
  private int endOfKept() {
    for (int at = mark; at < filled; at++) {
      if (text[at] == '\n') {
        return at + 1;
      }
      if (text[at] == '\r') {
        return at + 1 < filled && text[at + 1] == '\n' ? at + 2 : at + 1;
      }
    }
    return -1;
  }

  /** Counts lines from one again: for a parser that does the same. */
  void startAgain() {
    markLine = 1;
  }

  private int withoutBreak(int end) {
    int at = end;
    while (at > mark && (text[at - 1] == '\n' || text[at - 1] == '\r')) {
      at--;
    }
    return at;
  }

  private int startOf(long line) {
    int at = mark;
    long number = markLine;
    while (number < line && at < filled) {
      char c = text[at++];
      if (c == '\n') {
        number++;
      } else if (c == '\r') {
        if (at < filled && text[at] == '\n') {
          at++;
        }
        number++;
      }
    }
    return at;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

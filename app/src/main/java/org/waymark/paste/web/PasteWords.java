package org.waymark.paste.web;

import org.waymark.paste.Note;
import org.waymark.web.Texts;

/** What is to be known about a line, in the words of a person's language. */
final class PasteWords {
  private PasteWords() {}

  static String of(Note note, Texts texts) {
    Object[] arguments =
        note.key().startsWith("metric-")
            ? note.arguments().stream().map(key -> metric(key, texts)).toArray()
            : note.arguments().toArray();
    return texts.of("paste.note." + note.key(), arguments);
  }

  /** What a metric is called; an own one by its key. */
  private static String metric(String key, Texts texts) {
    String shipped = "metrics." + key + ".label";
    return texts.has(shipped) ? texts.of(shipped) : key;
  }
}

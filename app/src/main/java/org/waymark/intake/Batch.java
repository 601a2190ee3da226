package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some lines as they were understood, on their way to the keys. */
final class Batch {
  static final int LINES = 10_000;

  /** One interaction of one line. */
  record Item(
      long line,
      int part,
      String original,
      Interaction interaction,
      Mapping.UnknownUnit unknownUnit,
      @Nullable String unitsUnder) {}

  /** One refused line, or the part of it that one row of the mapping was for. */
  record Refusal(
      long line, int part, String original, @Nullable String id, String field, String reason) {}

  final List<Item> items = new ArrayList<>(LINES);
  final List<Refusal> refusals = new ArrayList<>();
  final Notes notes = new Notes();
  long lines;
  long skipped;
  boolean last;
}

package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some lines as they were understood, on their way to the keys. */
final class Batch {
  static final int LINES = 2_000;

  /**
   * One interaction of one line.
   *
   * @param identity which one it is: source and id
   * @param content what it says, its unit left out
   */
  record Item(
      long line,
      int part,
      String original,
      Interaction interaction,
      UUID identity,
      UUID content,
      Mapping.UnknownUnit unknownUnit,
      @Nullable String unitsUnder) {}

  /** One refused line, or the part of it that one row of the mapping was for. */
  record Refusal(
      long line, int part, String original, @Nullable String id, String field, String reason) {}

  private final Content content = new Content();
  final List<Item> items = new ArrayList<>(LINES);
  final List<Refusal> refusals = new ArrayList<>();
  final Notes notes = new Notes();
  long lines;
  long skipped;
  boolean last;

  /** Adds an interaction. */
  void add(
      long line,
      int part,
      String original,
      Interaction interaction,
      Mapping.UnknownUnit unknownUnit,
      @Nullable String unitsUnder) {
    items.add(
        new Item(
            line,
            part,
            original,
            interaction,
            content.identity(interaction.source(), interaction.id()),
            content.of(interaction),
            unknownUnit,
            unitsUnder));
  }
}

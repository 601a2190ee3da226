package org.waymark.guide.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Option;

/**
 * The first step.
 *
 * @param crowded goals of one's own in the same sub-area
 * @param entrance only while the guide is not there yet
 */
public record AreaPage(
    StepPage at,
    List<Option> cycles,
    List<Group> groups,
    List<Crowding> crowded,
    @Nullable Entrance entrance) {

  /**
   * How somebody came to a guide that is not there yet.
   *
   * @param measure the key metric they bring along; absent where they bring none
   * @param quick where the same is written on one page
   */
  public record Entrance(@Nullable String measure, String quick) {}

  /** Areas that stand together. */
  public record Group(String title, List<Card> cards) {}

  /**
   * One area.
   *
   * @param within the area around it, where that is not the group itself; empty otherwise
   * @param who who works there in the chosen cycle, each with their goal
   */
  public record Card(String code, String name, String within, List<String> who) {}

  /** A goal that one more would crowd. */
  public record Crowding(UUID goal, String statement, String says) {}
}

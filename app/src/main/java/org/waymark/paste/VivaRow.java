package org.waymark.paste;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an export of Viva Goals, as it stands there.
 *
 * @param line where the record begins in the file, from 1
 * @param cells of the record, as they were
 * @param type "Objective", "Key result" or something else
 * @param owners names, the first being the one that counts
 * @param parentId of what it is aligned to; null when to nothing
 * @param weight in percent within what it is aligned to; null without one
 * @param progress in percent of the way, as it was exported
 * @param told the latest value that somebody checked in; null when none is a number
 */
public record VivaRow(
    int line,
    List<String> cells,
    String id,
    String type,
    String title,
    List<String> teams,
    List<String> owners,
    String period,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String description,
    @Nullable String parentId,
    @Nullable BigDecimal weight,
    @Nullable BigDecimal start,
    @Nullable BigDecimal target,
    String unit,
    boolean stretch,
    String status,
    @Nullable BigDecimal progress,
    @Nullable LocalDate checkedInOn,
    String note,
    @Nullable BigDecimal told) {

  public VivaRow {
    cells = List.copyOf(cells);
    teams = List.copyOf(teams);
    owners = List.copyOf(owners);
  }

  boolean objective() {
    return type.equalsIgnoreCase("objective");
  }

  boolean keyResult() {
    return type.equalsIgnoreCase("key result") || type.equalsIgnoreCase("key-result");
  }

  /** Whether somebody had ended it. */
  boolean over() {
    return status.equalsIgnoreCase("closed") || status.equalsIgnoreCase("postponed");
  }
}

package org.waymark.intake.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.intake.ArrivalDay;
import org.waymark.web.DayBars;
import org.waymark.web.Fact;

/**
 * One source: how it is doing, and what it brought day by day.
 *
 * @param days those on which something arrived, the latest first
 * @param total of all thirty days
 * @param mapping its saved mapping; null without one
 */
public record SourcePage(
    DeskPage.Line line,
    List<Fact> facts,
    DayBars bars,
    List<ArrivalDay> days,
    ArrivalDay total,
    @Nullable UUID mapping) {}

package org.waymark.goals.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;

/**
 * What a goal's page shows of its reviews.
 *
 * @param says when the next one is, or that none is to come
 * @param due whether it is due today or was before
 * @param comesBack how often it comes back; absent when it does not
 * @param next the day of the one to come; absent when there is none
 * @param plan the form that settles when it is
 * @param mayPlan whether the reader may settle that
 * @param mayHold whether the reader may write down that it took place
 * @param held those that took place, the latest first
 */
public record ReviewPart(
    String says,
    boolean due,
    @Nullable String comesBack,
    @Nullable LocalDate next,
    Form plan,
    boolean mayPlan,
    boolean mayHold,
    List<Held> held) {

  /** One that took place. */
  public record Held(UUID id, String says, @Nullable String note, @Nullable String back) {}
}

package org.waymark.goals.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.OutlookSaid;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A key result to be written down or changed.
 *
 * @param id of the key result that is changed; absent for a new one
 * @param only parts that alone count, besides a unit and a channel
 * @param baseline what the data say of where the way would begin; absent when nobody asked
 * @param outlook how likely the target is, if nothing changes
 * @param theirs what somebody else has saved meanwhile
 */
public record KeyResultFormPage(
    Goal goal,
    @Nullable UUID id,
    Form form,
    List<Option> measures,
    List<Option> types,
    List<Option> units,
    List<Option> windows,
    List<Only> only,
    @Nullable String baseline,
    OutlookSaid outlook,
    @Nullable KeyResultView theirs) {}

package org.waymark.search.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.web.Finder;
import org.waymark.web.Texts;

/** The pages one can go to, each with the words by which people look for it. */
@Component
class Places implements Finder {
  private static final List<Place> ALL =
      List.of(
          new Place("today", "/", Action.READ),
          new Place("goals", "/goals", Action.READ),
          new Place("goal", "/goals/new", Action.DRAFT_GOAL),
          new Place("guide", "/guides", Action.DRAFT_GOAL),
          new Place("paste", "/goals/paste", Action.DRAFT_GOAL),
          new Place("library", "/library", Action.READ),
          new Place("calibration", "/calibration", Action.READ),
          new Place("metrics", "/metrics", Action.READ),
          new Place("data", "/data", Action.READ),
          new Place("organisation", "/organisation", Action.READ),
          new Place("purpose", "/organisation/purpose", Action.CHANGE_WORKSPACE),
          new Place("workspace", "/settings", Action.READ),
          new Place("members", "/settings/members", Action.READ),
          new Place("areas", "/settings/areas", Action.READ),
          new Place("cycles", "/settings/cycles", Action.READ),
          new Place("schedules", "/settings/schedules", Action.READ),
          new Place("focus", "/settings/focus", Action.READ),
          new Place("own", "/settings/own", Action.READ),
          new Place("tokens", "/settings/tokens", Action.READ),
          new Place("calendar", "/settings/calendar", Action.READ),
          new Place("log", "/settings/log", Action.READ_AUDIT),
          new Place("example", "/example", Action.CHANGE_WORKSPACE),
          new Place("keys", "/keys", Action.READ),
          new Place("design", "/design", Action.READ));

  private final Access access;

  Places(Access access) {
    this.access = access;
  }

  private record Place(String key, String address, Action needs) {}

  @Override
  public List<Findable> findable(Caller caller, Texts texts) {
    return of(caller, texts);
  }

  /** Those this person may open, in the order of the navigation. */
  List<Findable> of(Caller caller, Texts texts) {
    return ALL.stream()
        .filter(place -> access.can(caller, place.needs(), null))
        .map(
            place ->
                new Findable(
                    "page",
                    texts.of("search.page." + place.key()),
                    texts.of("search.page." + place.key() + ".also"),
                    "",
                    place.address()))
        .toList();
  }
}

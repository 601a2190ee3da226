package org.waymark.guide.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.guide.Guide;
import org.waymark.guide.Guides;
import org.waymark.web.HomeNote;

/** Reminds people on their first page of what they began. */
@Component
class GuideNote implements HomeNote {
  private final Guides guides;
  private final Access access;

  GuideNote(Guides guides, Access access) {
    this.guides = guides;
    this.access = access;
  }

  @Override
  public Optional<Note> note(Caller caller) {
    if (!access.can(caller, Action.DRAFT_GOAL, null)) {
      return Optional.empty();
    }
    List<Guide> open = guides.open(caller);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Guide only = open.getFirst();
    String page =
        open.size() == 1 ? "/guides/" + only.id() + "/" + only.unanswered().code() : "/guides";
    return Optional.of(new Note("guide.note", null, page));
  }
}

package org.waymark.goals.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Caller;
import org.waymark.goals.Comment;
import org.waymark.goals.Comments;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;

/** Comments as forms on a goal's page. */
@Controller
class CommentPages {
  private final Comments comments;
  private final WholeGoal whole;

  CommentPages(Comments comments, WholeGoal whole) {
    this.comments = comments;
    this.whole = whole;
  }

  @PostMapping("/goals/{id}/comments")
  ModelAndView add(Caller caller, Frame frame, Form form, @PathVariable UUID id) {
    try {
      Comment said = comments.add(caller, id, Comments.Words.of(form.optional("text")));
      return frame.toUndoable(
          "/goals/" + id, "/comments/" + said.id() + "/withdrawal", "goals.said.comment");
    } catch (InvalidInput refused) {
      return frame.refused("goals/goal", whole.of(caller, frame, id, form.with(refused)));
    }
  }

  @PostMapping("/comments/{id}/withdrawal")
  ModelAndView withdraw(Caller caller, Frame frame, @PathVariable UUID id) {
    Comment withdrawn = comments.withdraw(caller, id);
    return frame.toUndoable(
        "/goals/" + withdrawn.goal(), "/comments/" + id + "/restoration", "goals.said.uncommented");
  }

  @PostMapping("/comments/{id}/restoration")
  ModelAndView restore(Caller caller, Frame frame, @PathVariable UUID id) {
    return frame.to("/goals/" + comments.restore(caller, id).goal(), "goals.said.restored");
  }
}

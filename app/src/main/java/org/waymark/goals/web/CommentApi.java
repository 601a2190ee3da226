package org.waymark.goals.web;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.goals.Comment;
import org.waymark.goals.Comments;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;

/** Comments on goals in the API. */
@RestController
@RequestMapping("/api/v1")
class CommentApi {
  private final Comments comments;

  CommentApi(Comments comments) {
    this.comments = comments;
  }

  @GetMapping("/goals/{id}/comments")
  Page<Comment> comments(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return comments.of(caller, id, Cursor.of("comments on " + id, cursor, limit));
  }

  @PostMapping("/goals/{id}/comments")
  ResponseEntity<Comment> add(
      Caller caller, @PathVariable UUID id, @RequestBody Comments.Words words) {
    return created(comments.add(caller, id, words));
  }

  @GetMapping("/comments/{id}")
  Comment get(Caller caller, @PathVariable UUID id) {
    return comments.get(caller, id);
  }

  @PostMapping("/comments/{id}/withdrawal")
  ResponseEntity<Comment> withdraw(Caller caller, @PathVariable UUID id) {
    return created(comments.withdraw(caller, id));
  }

  @DeleteMapping("/comments/{id}/withdrawal")
  ResponseEntity<Void> restore(Caller caller, @PathVariable UUID id) {
    comments.restore(caller, id);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<Comment> created(Comment comment) {
    return ResponseEntity.created(URI.create("/api/v1/comments/" + comment.id())).body(comment);
  }
}

package org.waymark.goals.web;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.goals.Review;
import org.waymark.goals.Reviews;

/** When goals are looked at together, in the API. */
@RestController
@RequestMapping("/api/v1")
class ReviewApi {
  private final Reviews reviews;

  ReviewApi(Reviews reviews) {
    this.reviews = reviews;
  }

  @GetMapping("/goals/{id}/review")
  Review review(Caller caller, @PathVariable UUID id) {
    return reviews.of(caller, id);
  }

  /** Settles when the goal is looked at; wants the goal's version, in the body or as If-Match. */
  @PutMapping("/goals/{id}/review")
  Review plan(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Reviews.Plan plan) {
    Integer version = plan.version() == null ? Patch.version(ifMatch) : plan.version();
    reviews.plan(caller, id, new Reviews.Plan(plan.on(), plan.every(), version));
    return reviews.of(caller, id);
  }

  /** Writes down that the goal was looked at. */
  @PostMapping("/goals/{id}/reviews")
  ResponseEntity<Review> hold(
      Caller caller,
      @PathVariable UUID id,
      @RequestBody(required = false) Reviews.@Nullable Words words) {
    reviews.hold(caller, id, words == null ? new Reviews.Words(null, null, null) : words);
    return ResponseEntity.created(URI.create("/api/v1/goals/" + id + "/review"))
        .body(reviews.of(caller, id));
  }

  @DeleteMapping("/reviews/{id}")
  ResponseEntity<Void> takeBack(Caller caller, @PathVariable UUID id) {
    reviews.takeBack(caller, id);
    return ResponseEntity.noContent().build();
  }
}

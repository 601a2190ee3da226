package org.waymark.demo.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.demo.Demonstration;
import org.waymark.web.HomeNote;

/** Offers owners to look around with example data, and to remove it while it is there. */
@Component
class ExampleNote implements HomeNote {
  private final Demonstration demonstration;

  ExampleNote(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Override
  public Optional<Note> note(Caller caller) {
    if (!demonstration.mayChange(caller)) {
      return Optional.empty();
    }
    return switch (demonstration.status(caller)) {
      case Demonstration.Status.None none ->
          none.mayLoad()
              ? Optional.of(new Note("example.offer", "/example", "/example"))
              : Optional.empty();
      case Demonstration.Status.Busy busy ->
          Optional.of(new Note("example.busy", null, "/example"));
      case Demonstration.Status.There there ->
          Optional.of(new Note("example.there", "/example/removal", "/example"));
      case Demonstration.Status.Broken broken ->
          Optional.of(new Note("example.broken", "/example/removal", "/example"));
    };
  }
}

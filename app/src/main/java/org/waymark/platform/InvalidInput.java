package org.waymark.platform;

import java.util.List;

/** What was sent can be read but makes no sense; every field that is wrong is named. */
public final class InvalidInput extends RuntimeException {
  private final List<FieldError> errors;

  public InvalidInput(List<FieldError> errors) {
    super(
        errors.isEmpty()
            ? "Not valid"
            : errors.getFirst().field() + ": " + errors.getFirst().reason());
    this.errors = List.copyOf(errors);
  }

  public static InvalidInput of(String field, String reason) {
    return new InvalidInput(List.of(new FieldError(field, reason)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}

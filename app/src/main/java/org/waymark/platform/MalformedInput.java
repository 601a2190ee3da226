package org.waymark.platform;

import java.util.List;

/** What was sent cannot be read at all: broken JSON, an unknown key, a wrong kind of value. */
public final class MalformedInput extends RuntimeException {
  private final List<FieldError> errors;

  public MalformedInput(String message, List<FieldError> errors) {
    super(message);
    this.errors = List.copyOf(errors);
  }

  public MalformedInput(String message) {
    this(message, List.of());
  }

  public static MalformedInput of(String field, String reason) {
    return new MalformedInput(field + ": " + reason, List.of(new FieldError(field, reason)));
  }

  public List<FieldError> errors() {
    return errors;
  }
}

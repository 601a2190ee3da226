package org.waymark.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;

/**
 * What a person typed into a form, and what was wrong with it. A handler takes it as an argument;
 * the template shows it again, so that nothing is ever typed twice.
 *
 * @param values by field name, each in the order sent
 * @param errors in the order they were found; the field is the name of an input, or empty when it
 *     is about the whole form
 */
public record Form(Map<String, List<String>> values, List<FieldError> errors) {

  public static Form empty() {
    return new Form(Map.of(), List.of());
  }

  /** A form that shows these values first: an edit. Nulls are left empty. */
  public static Form of(Map<String, ? extends @Nullable Object> values) {
    var shown = new LinkedHashMap<String, List<String>>();
    values.forEach(
        (field, value) -> shown.put(field, value == null ? List.of() : List.of(value.toString())));
    return new Form(shown, List.of());
  }

  /** The same form with the reasons a verb gave for refusing it. */
  public Form with(InvalidInput refused) {
    return with(refused.errors());
  }

  public Form with(List<FieldError> more) {
    var all = new ArrayList<>(errors);
    all.addAll(more);
    return new Form(values, List.copyOf(all));
  }

  public Form with(String field, String reason) {
    return with(List.of(new FieldError(field, reason)));
  }

  /** What was typed, without blanks around it; empty when nothing was. */
  public String text(String field) {
    return all(field).isEmpty() ? "" : all(field).getFirst().strip();
  }

  /** What was typed, or null when the field was left empty. */
  public @Nullable String optional(String field) {
    var text = text(field);
    return text.isEmpty() ? null : text;
  }

  /**
   * The version the person had before their eyes, which the form carries along.
   *
   * @throws InvalidInput when the form came without it
   */
  public int version() {
    try {
      return Integer.parseInt(text("version"));
    } catch (NumberFormatException missing) {
      throw InvalidInput.of("version", "load the page again and repeat the change");
    }
  }

  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  public boolean checked(String field) {
    return !text(field).isEmpty();
  }

  public boolean has(String field, String value) {
    return all(field).contains(value);
  }

  /** The first reason against a field as a sentence, or null. */
  public @Nullable String error(String field) {
    return errors.stream()
        .filter(mistake -> mistake.field().equals(field))
        .map(Form::sentence)
        .findFirst()
        .orElse(null);
  }

  /** The reason of a mistake with a capital letter and a full stop. */
  public static String sentence(FieldError mistake) {
    var reason = mistake.reason().strip();
    var begun =
        reason.isEmpty() ? reason : Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    return begun.matches("(?s).*[.!?…]") ? begun : begun + ".";
  }
}

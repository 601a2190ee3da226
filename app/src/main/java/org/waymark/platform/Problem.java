package org.waymark.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457): what went wrong, for which fields, and under which number the log
 * knows it.
 *
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what went wrong this time and what to do next
 * @param current the current state of what somebody else changed first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable List<FieldError> errors,
    @Nullable Object current,
    String requestId) {

  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null, null, "");
  }

  Problem errors(List<FieldError> fields) {
    return new Problem(type, title, status, detail, fields, current, requestId);
  }

  Problem current(@Nullable Object state) {
    return new Problem(type, title, status, detail, errors, state, requestId);
  }

  Problem requestId(String id) {
    return new Problem(type, title, status, detail, errors, current, id);
  }
}

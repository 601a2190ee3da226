package org.waymark.organisation;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.MalformedInput;
import tools.jackson.databind.JsonNode;

/** What the handlers of this package have in common. */
final class Answers {

  private Answers() {}

  /** 201, where it is, and the whole of it. */
  static <T> ResponseEntity<T> created(String collection, UUID id, T body, int version) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create("/api/v1/" + collection + "/" + id))
        .eTag("\"" + version + "\"")
        .body(body);
  }

  /** 200 with the version as ETag, to be sent back as If-Match. */
  static <T> ResponseEntity<T> versioned(T body, int version) {
    return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
  }

  /**
   * The version the sender had before their eyes.
   *
   * @throws InvalidInput naming {@code version} when neither body nor header gives one
   */
  static int version(@Nullable Integer body, @Nullable String ifMatch) {
    if (body != null) {
      return body;
    }
    if (ifMatch == null) {
      throw InvalidInput.of(
          "version",
          "send the version you read, here or as If-Match, so that nobody is overwritten");
    }
    try {
      return Integer.parseInt(ifMatch.strip().replaceFirst("^W/", "").replace("\"", ""));
    } catch (NumberFormatException e) {
      throw InvalidInput.of("If-Match", "must be a version, such as \"3\"");
    }
  }

  /** The id a path names, as itself or as something {@code known} can look up. */
  static UUID id(String path, Function<String, Optional<UUID>> known, RuntimeException missing) {
    return known.apply(path).or(() -> uuid(path)).orElseThrow(() -> missing);
  }

  /**
   * A code that may be taken away: absent stays null, JSON null becomes an empty text.
   *
   * @throws MalformedInput when it is neither a text nor null
   */
  static @Nullable String clearable(String field, @Nullable JsonNode value) {
    if (value == null || value.isMissingNode()) {
      return null;
    }
    if (value.isNull()) {
      return "";
    }
    if (!value.isString()) {
      throw MalformedInput.of(field, "must be a text or null");
    }
    return value.stringValue();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package org.waymark.platform;

/**
 * What is wrong with one field of what was sent.
 *
 * @param field the field's name as the sender wrote it, a path such as {@code items[2].score} when
 *     nested
 * @param reason one sentence that names the way out
 */
public record FieldError(String field, String reason) {}

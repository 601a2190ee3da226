package org.waymark.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.AuditTrail;
import org.waymark.access.Caller;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;

/** {@code /api/v1/audit}: what was done, newest first; for owners. */
@RestController
class AuditApi {

  private final AuditTrail trail;

  AuditApi(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping("/api/v1/audit")
  Page<AuditTrail.Entry> list(
      @RequestParam(required = false) @Nullable String member,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable String objectKind,
      @RequestParam(required = false) @Nullable String objectId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit,
      Caller caller) {
    return trail.list(
        caller,
        new AuditTrail.Filter(member, action, objectKind, objectId, from, to),
        Cursor.of("audit", cursor, limit));
  }
}

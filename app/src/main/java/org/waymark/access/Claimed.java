package org.waymark.access;

import org.springframework.stereotype.Component;
import org.waymark.platform.Tenancy;

/** Whether this server belongs to somebody yet: it does for good once it has a workspace. */
@Component
class Claimed {

  private final Tenancy tenancy;
  private volatile boolean once;

  Claimed(Tenancy tenancy) {
    this.tenancy = tenancy;
  }

  boolean yes() {
    if (!once) {
      once = !tenancy.workspaces().isEmpty();
    }
    return once;
  }
}

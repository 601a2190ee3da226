package org.waymark.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.people.Role;

/**
 * The one place that decides who may do what. Asked by every verb before it changes anything, and
 * by pages to know which buttons to show.
 */
@Component
public class Access {

  /**
   * Whether the caller may do this to the object. The object has been found within the caller's own
   * workspace; one that is {@link Guarded} is also asked whether the caller may know of it and
   * whether it is theirs. Null when the action is about no single thing.
   */
  public boolean can(Caller caller, Action action, @Nullable Object object) {
    if (object instanceof Guarded guarded) {
      Role needed = guarded.ownedBy(caller) ? action.lowestForOwn() : action.lowest();
      return guarded.visibleTo(caller) && caller.role().atLeast(needed);
    }
    return caller.role().atLeast(action.lowest());
  }
}

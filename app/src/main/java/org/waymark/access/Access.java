package org.waymark.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.people.Role;
import org.waymark.platform.Forbidden;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Fields;

/**
 * The one place that decides who may do what. Asked before anything is changed, and by pages to
 * know which buttons to show.
 */
@Component
public class Access {

  /**
   * Whether the caller may do this to the object. The object has been found within the caller's own
   * workspace; one that is {@link Guarded} is also asked whether the caller may know of it and
   * whether it is theirs.
   *
   * @param object null when the action is about no single thing
   */
  public boolean can(Caller caller, Action action, @Nullable Object object) {
    return seen(caller, object) && caller.role().atLeast(needed(caller, action, object));
  }

  /**
   * Nothing, when the caller {@link #can can}.
   *
   * @throws NotFound when the caller may not even know of the object
   * @throws Forbidden when they may know of it, but not do this to it
   */
  public void require(Caller caller, Action action, @Nullable Object object) {
    if (!seen(caller, object)) {
      throw new NotFound("thing");
    }
    Role needed = needed(caller, action, object);
    if (!caller.role().atLeast(needed)) {
      throw new Forbidden(
          "This takes the role "
              + Fields.word(needed)
              + "; yours here is "
              + Fields.word(caller.role())
              + ". Ask an owner of the workspace.");
    }
  }

  private static boolean seen(Caller caller, @Nullable Object object) {
    return !(object instanceof Guarded guarded) || guarded.visibleTo(caller);
  }

  private static Role needed(Caller caller, Action action, @Nullable Object object) {
    boolean own = object instanceof Guarded guarded && guarded.ownedBy(caller);
    return own ? action.lowestForOwn() : action.lowest();
  }
}

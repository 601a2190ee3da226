package org.waymark.access;

/**
 * A thing whose rights depend on more than a role: a draft that only its author and the invited
 * see, a token that belongs to one member. Implemented by the feature that owns the thing.
 */
public interface Guarded {

  /** Whether this caller may know that the thing exists. */
  boolean visibleTo(Caller caller);

  /** Whether it is this caller's own, which may allow what their role alone would not. */
  boolean ownedBy(Caller caller);
}

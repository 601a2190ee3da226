package org.waymark.people;

/** The three sizes of a unit; the tree may nest them freely, a company only at the top. */
public enum UnitKind {
  COMPANY,
  DEPARTMENT,
  TEAM
}

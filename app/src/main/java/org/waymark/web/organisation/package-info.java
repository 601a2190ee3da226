/** Pages of the organisation itself: its units, people, cycles and areas. Read UnitPages first. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.organisation;

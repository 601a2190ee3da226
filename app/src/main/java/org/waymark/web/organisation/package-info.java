/** Pages of the organisation itself: its units, mission and vision. Read UnitPages first. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.organisation;

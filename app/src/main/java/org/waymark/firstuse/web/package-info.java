/** The screen of first use. Read first: {@link org.waymark.firstuse.web.FirstGoalPages}. */
@org.jspecify.annotations.NullMarked
package org.waymark.firstuse.web;

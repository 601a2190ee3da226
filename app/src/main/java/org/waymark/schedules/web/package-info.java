/** The page on which people say when they work. */
@org.jspecify.annotations.NullMarked
package org.waymark.schedules.web;

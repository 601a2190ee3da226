/** The first page after signing in. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.home;

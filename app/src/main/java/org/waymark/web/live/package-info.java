/** Tells open pages what has changed, so that they fetch just that part again. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.live;

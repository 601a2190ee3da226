/** Small comforts of every page: how it looks, and which keys it knows. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.comfort;

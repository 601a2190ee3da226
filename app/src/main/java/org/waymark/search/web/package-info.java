/** Search as a page, as the palette above any page, and as the API. */
@org.jspecify.annotations.NullMarked
package org.waymark.search.web;

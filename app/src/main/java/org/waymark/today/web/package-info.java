/** Today as a page and in the API. */
@org.jspecify.annotations.NullMarked
package org.waymark.today.web;

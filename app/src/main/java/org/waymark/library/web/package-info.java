/** The library as pages and in the API. */
@org.jspecify.annotations.NullMarked
package org.waymark.library.web;

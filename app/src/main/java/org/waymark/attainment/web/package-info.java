/** How right forecasts have been, as a page and in the API. */
@org.jspecify.annotations.NullMarked
package org.waymark.attainment.web;

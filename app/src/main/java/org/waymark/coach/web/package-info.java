/** The coach over the API. */
@org.jspecify.annotations.NullMarked
package org.waymark.coach.web;

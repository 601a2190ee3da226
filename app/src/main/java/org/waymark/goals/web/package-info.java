/** Goals as pages and as the API: find within what this person may see, one verb, answer. */
@org.jspecify.annotations.NullMarked
package org.waymark.goals.web;

/** The pages of the guide. */
@org.jspecify.annotations.NullMarked
package org.waymark.guide.web;

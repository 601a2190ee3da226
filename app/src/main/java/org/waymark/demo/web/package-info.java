/** The page of the demonstration, and its note on the home page. */
@org.jspecify.annotations.NullMarked
package org.waymark.demo.web;

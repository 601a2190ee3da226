/** Pasted goals as pages and in the API: read, show for correction, write down. */
@org.jspecify.annotations.NullMarked
package org.waymark.paste.web;

/** What a number means. */
@org.jspecify.annotations.NullMarked
package org.waymark.measure;

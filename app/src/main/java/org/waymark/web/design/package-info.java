/**
 * The living page of every part in every state. Read first: {@link
 * org.waymark.web.design.Specimens}.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.web.design;

/**
 * The data desk: sources, uploads on their way, imports and their refused lines. Read first: {@link
 * org.waymark.intake.web.DataDesk}.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.intake.web;

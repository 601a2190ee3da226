package org.waymark.web;

import org.jspecify.annotations.Nullable;

/**
 * What the last action did, said once for ten seconds.
 *
 * @param says the sentence
 * @param undo the address of ours that takes a form and undoes it; null where nothing can be undone
 */
public record Toast(String says, @Nullable String undo) {}

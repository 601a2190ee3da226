package org.waymark.web.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.access.ApiToken;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * One's tokens, or everybody's for an owner, with a form for one more.
 *
 * @param secret the token just made; shown this once
 * @param everybodys whether the list holds the tokens of all members
 */
public record TokenListPage(
    List<ApiToken> tokens,
    Form form,
    List<Option> roles,
    @Nullable String secret,
    boolean everybodys) {}

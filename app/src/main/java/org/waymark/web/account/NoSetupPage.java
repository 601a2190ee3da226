package org.waymark.web.account;

/**
 * There is nothing to set up by this address.
 *
 * @param tried whether it carried a secret, which then opens nothing
 */
public record NoSetupPage(boolean tried) {}

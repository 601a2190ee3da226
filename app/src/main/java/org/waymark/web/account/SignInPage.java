package org.waymark.web.account;

import org.waymark.web.Form;

/** The form of the sign-in; {@code next} is where the person wanted to go. */
public record SignInPage(Form form) {}

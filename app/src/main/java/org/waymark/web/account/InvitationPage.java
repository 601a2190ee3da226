package org.waymark.web.account;

import org.waymark.access.Invitations;
import org.waymark.web.Form;

/** Who is invited where, and the form to come in. */
public record InvitationPage(Invitations.Welcoming welcoming, Form form) {}

/** Pages about getting in: first setup, sign-in and sign-out, invitations, API tokens. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.account;

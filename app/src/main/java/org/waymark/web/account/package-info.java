/** Pages about getting in: first setup, sign-in and sign-out, invitations. */
@org.jspecify.annotations.NullMarked
package org.waymark.web.account;

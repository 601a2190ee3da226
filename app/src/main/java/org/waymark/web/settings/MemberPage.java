package org.waymark.web.settings;

import java.util.List;
import org.waymark.people.Member;
import org.waymark.web.Form;
import org.waymark.web.Option;

/** One person: their role and their units. */
public record MemberPage(
    Member member, Form form, boolean mayChange, List<Option> roles, List<Option> units) {}

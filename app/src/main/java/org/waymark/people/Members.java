package org.waymark.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Turns;

/**
 * The people of the bound workspace. At least one active owner remains at all times. Whoever leaves
 * keeps their row: what they did stays theirs.
 */
@Component
@Transactional
public class Members {

  /** Longest e-mail address that mail servers accept. */
  public static final int LONGEST_EMAIL = 254;

  private final MemberTable table;
  private final Units units;
  private final Turns turns;
  private final Audit audit;

  Members(MemberTable table, Units units, Turns turns, Audit audit) {
    this.table = table;
    this.units = units;
    this.turns = turns;
    this.audit = audit;
  }

  /**
   * Who is to become a member.
   *
   * @param name the e-mail address when absent
   * @param role owner, lead, member or viewer
   * @param units codes of the units the person belongs to
   */
  public record NewMember(
      @Nullable String email,
      @Nullable String name,
      @Nullable String role,
      @Nullable List<String> units) {}

  /** What is to change; null stays as it is. The e-mail address is the person and stays. */
  public record MemberChange(
      @Nullable String name, @Nullable String role, @Nullable List<String> units) {}

  /**
   * Adds a person, who becomes active on {@link #join joining}.
   *
   * @throws InvalidInput naming each field that is wrong, an address already here among them
   */
  public Member add(Actor by, NewMember wanted) {
    turns.take("members");
    Fields fields = new Fields();
    String email = email(fields, wanted.email());
    String name =
        wanted.name() == null || wanted.name().isBlank()
            ? email
            : fields.name("name", wanted.name());
    Role role = fields.word("role", wanted.role(), Role.class);
    List<UUID> belongsTo = unitIds(fields, wanted.units() == null ? List.of() : wanted.units());
    if (table.byEmail(email).isPresent()) {
      fields.refuse("email", "this person is or was a member already; change that entry instead");
    }
    fields.check();
    UUID id = Ids.next();
    table.insert(id, email, name, role);
    table.putInto(id, belongsTo);
    Member added = get(id);
    audit.record(by, "member.added", "member", id.toString(), null, added);
    return added;
  }

  /**
   * Changes what is given, if nobody else was first.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict when it has changed since
   * @throws InvalidInput naming each field that is wrong; {@code role} when the last active owner
   *     would be one no longer
   */
  public Member change(Actor by, UUID id, MemberChange change, int version) {
    turns.take("members");
    Member before = get(id);
    if (before.version() != version) {
      throw new Conflict("The member was changed by someone else since you read it.", before);
    }
    Fields fields = new Fields();
    String name = change.name() == null ? before.name() : fields.name("name", change.name());
    Role role =
        change.role() == null ? before.role() : fields.word("role", change.role(), Role.class);
    if (role != Role.OWNER && isLastOwner(before)) {
      fields.refuse("role", "this is the last owner; make someone else an owner first");
    }
    List<UUID> belongsTo = change.units() == null ? List.of() : unitIds(fields, change.units());
    fields.check();
    table.update(id, name, role);
    if (change.units() != null) {
      table.putInto(id, belongsTo);
    }
    Member after = get(id);
    audit.record(by, "member.changed", "member", id.toString(), before, after);
    return after;
  }

  /**
   * Makes an invited person, or one who had left, an active member.
   *
   * @param account the person's sign-in account; null for an owner who comes by token only
   */
  public Member join(Actor by, UUID id, @Nullable UUID account) {
    turns.take("members");
    Member before = get(id);
    table.join(id, account);
    Member after = get(id);
    audit.record(by, "member.joined", "member", id.toString(), before, after);
    return after;
  }

  /**
   * Ends a membership; nothing the person did goes away.
   *
   * @throws InvalidInput naming {@code role} when this is the last active owner
   */
  public Member leave(Actor by, UUID id) {
    turns.take("members");
    Member before = get(id);
    if (before.state() == Member.State.LEFT) {
      return before;
    }
    if (isLastOwner(before)) {
      throw InvalidInput.of("role", "this is the last owner; make someone else an owner first");
    }
    table.leave(id, by.member());
    Member after = get(id);
    audit.record(by, "member.left", "member", id.toString(), before, after);
    return after;
  }

  /** The member with this e-mail address, in any case. */
  @Transactional(readOnly = true)
  public Optional<Member> byEmail(String email) {
    return table.byEmail(email.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * The member with this id.
   *
   * @throws NotFound when the workspace has none such
   */
  @Transactional(readOnly = true)
  public Member get(UUID id) {
    return table.byId(id).orElseThrow(() -> new NotFound("member"));
  }

  /** All members, page by page, those who left included, in the order they were added. */
  @Transactional(readOnly = true)
  public Page<Member> list(Cursor cursor) {
    return cursor.page(table.list(cursor), Member::id);
  }

  /** An e-mail address in lower case; only its rough shape is checked. */
  public static String email(Fields fields, @Nullable String text) {
    String email = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    int at = email.lastIndexOf('@');
    if (at < 1
        || at == email.length() - 1
        || email.length() > LONGEST_EMAIL
        || email.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      fields.refuse("email", "give an e-mail address such as ada@example.org");
    }
    return email;
  }

  private boolean isLastOwner(Member member) {
    return member.role() == Role.OWNER
        && member.state() == Member.State.ACTIVE
        && table.activeOwners() == 1;
  }

  private List<UUID> unitIds(Fields fields, List<String> codes) {
    UnitTree tree = units.tree();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      Optional<Unit> unit = tree.byCode(codes.get(i));
      if (unit.isPresent()) {
        ids.add(unit.get().id());
      } else {
        fields.refuse("units[" + i + "]", "there is no unit with this code");
      }
    }
    return ids.stream().distinct().toList();
  }
}

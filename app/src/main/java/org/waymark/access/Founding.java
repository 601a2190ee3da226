package org.waymark.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.platform.Actor;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;
import org.waymark.workspace.Workspaces.NewWorkspace;

/** Founds workspaces: a sealed world and its first owner, in one transaction. */
@Component
public class Founding {

  private final Tenancy tenancy;
  private final Workspaces workspaces;
  private final Members members;
  private final Accounts accounts;
  private final Passwords passwords;

  Founding(
      Tenancy tenancy,
      Workspaces workspaces,
      Members members,
      Accounts accounts,
      Passwords passwords) {
    this.tenancy = tenancy;
    this.workspaces = workspaces;
    this.members = members;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /**
   * The first owner. Someone who has an account on this server already gives its password.
   *
   * @param ownerName the e-mail address when absent
   */
  public record FirstOwner(
      @Nullable String ownerName, @Nullable String email, @Nullable String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "FirstOwner[" + email + "]";
    }
  }

  /**
   * What was founded.
   *
   * @param account the owner's sign-in account; null for an owner who comes by token only
   * @param owner the owner, as the server knows them from now on
   */
  public record Founded(UUID workspace, @Nullable UUID account, Caller owner) {}

  /**
   * Founds a workspace.
   *
   * @throws InvalidInput naming every field that is wrong
   */
  public Founded found(NewWorkspace wanted, FirstOwner owner) {
    UUID workspace = Ids.next();
    Fields fields = new Fields();
    Workspaces.read(fields, workspace, wanted);
    String email = Members.email(fields, owner.email());
    String name =
        owner.ownerName() == null || owner.ownerName().isBlank()
            ? email
            : fields.name("ownerName", owner.ownerName());
    Optional<Accounts.Account> known = accounts.byEmail(email);
    String password =
        known.isPresent()
            ? known(fields, known.get(), owner.password())
            : Passwords.check(fields, "password", owner.password(), email);
    fields.check();
    return tenancy.in(
        workspace,
        () -> {
          UUID account =
              known.map(Accounts.Account::id).orElseGet(() -> accounts.make(email, password));
          return open(workspace, wanted, email, name, account);
        });
  }

  /**
   * Founds a workspace whose owner has no password and comes by token only.
   *
   * @param handOver makes the token, in the same transaction
   */
  Founded foundForTokens(
      NewWorkspace wanted, String email, String name, Consumer<Caller> handOver) {
    UUID workspace = Ids.next();
    return tenancy.in(
        workspace,
        () -> {
          Founded founded = open(workspace, wanted, email, name, null);
          handOver.accept(founded.owner());
          return founded;
        });
  }

  private Founded open(
      UUID workspace, NewWorkspace wanted, String email, String name, @Nullable UUID account) {
    workspaces.open(Actor.server(), wanted);
    Member owner =
        members.add(Actor.server(), new Members.NewMember(email, name, Role.OWNER.word(), null));
    members.join(Actor.server(), owner.id(), account);
    return new Founded(
        workspace, account, new Caller(workspace, owner.id(), email, Role.OWNER, Via.SERVER));
  }

  private String known(Fields fields, Accounts.Account account, @Nullable String password) {
    if (password == null || !passwords.matches(password, account.password())) {
      fields.refuse("password", "this person has an account here already; give its password");
      return "";
    }
    return password;
  }
}

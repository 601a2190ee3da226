package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Workspaces.NewWorkspace;

class SignInTest {

  private final SignIn signIn = TestServer.bean(SignIn.class);
  private final Sessions sessions = TestServer.bean(Sessions.class);
  private final Doors doors = TestServer.bean(Doors.class);
  private TestWorkspace harbourCity;
  private String ada;

  @BeforeEach
  void ada_owns_harbour_city() {
    harbourCity = TestServer.newWorkspace();
    ada = harbourCity.owner().email();
  }

  @Test
  void the_right_password_opens_the_persons_workspace() {
    assertThat(signIn.signIn(" " + ada.toUpperCase() + " ", TestServer.PASSWORD, address()))
        .isInstanceOfSatisfying(
            SignIn.Welcome.class,
            welcome -> assertThat(welcome.workspace()).isEqualTo(harbourCity.id()));
  }

  @Test
  void a_wrong_password_and_an_unknown_person_get_the_same_answer() {
    var wrong = signIn.signIn(ada, "not the password", address());
    var unknown = signIn.signIn("nobody@harbour.example", "not the password", address());

    assertThat(wrong).isEqualTo(new SignIn.Refused()).isEqualTo(unknown);
    assertThat(signIn.signIn(null, null, address())).isEqualTo(new SignIn.Refused());
  }

  /** Counted, not timed: every try costs one check of one hash, all of them as dear. */
  @Test
  void whoever_is_not_let_in_costs_the_same_work() {
    CountedChecks checks = new CountedChecks();
    SignIn counted =
        new SignIn(
            TestServer.bean(Accounts.class),
            new Passwords(checks),
            TestServer.bean(Tries.class),
            TestServer.bean(SessionTable.class),
            Clock.systemUTC());
    String nobody = "nobody-" + UUID.randomUUID() + "@harbour.example";
    String endless = "x".repeat(Passwords.LONGEST + 1);

    for (String email : List.of(ada, nobody)) {
      for (int i = 0; i < Tries.PER_ACCOUNT; i++) {
        assertThat(counted.signIn(email, i == 0 ? endless : "guess " + i, address()))
            .isInstanceOf(SignIn.Refused.class);
        assertThat(checks.sinceAsked()).containsExactly(ARGON2_COST);
      }
      for (String password : List.of(TestServer.PASSWORD, "guess", endless)) {
        assertThat(counted.signIn(email, password, address()))
            .isInstanceOf(SignIn.TooManyTries.class);
        assertThat(checks.sinceAsked()).containsExactly(ARGON2_COST);
      }
    }
    assertThat(counted.signIn(null, null, address())).isInstanceOf(SignIn.Refused.class);
    assertThat(checks.sinceAsked()).containsExactly(ARGON2_COST);
  }

  private static final String ARGON2_COST = "$argon2id$v=19$m=19456,t=2,p=1$";

  /** The encoder of the product, noting what each check against a hash costs. */
  private static final class CountedChecks implements PasswordEncoder {
    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final List<String> costs = new ArrayList<>();

    List<String> sinceAsked() {
      List<String> asked = List.copyOf(costs);
      costs.clear();
      return asked;
    }

    @Override
    public String encode(CharSequence password) {
      return argon2.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
      costs.add(hash.replaceFirst("[^$]*\\$[^$]*$", ""));
      return argon2.matches(password, hash);
    }
  }

  @Test
  void after_ten_wrong_passwords_the_right_one_is_not_heard_either() {
    for (int i = 0; i < Tries.PER_ACCOUNT; i++) {
      assertThat(signIn.signIn(ada, "guess " + i, address())).isInstanceOf(SignIn.Refused.class);
    }
    assertThat(signIn.signIn(ada, TestServer.PASSWORD, address()))
        .isInstanceOf(SignIn.TooManyTries.class);
  }

  @Test
  void an_unknown_account_is_held_back_just_the_same() {
    String nobody = "nobody-" + UUID.randomUUID() + "@harbour.example";
    for (int i = 0; i < Tries.PER_ACCOUNT; i++) {
      assertThat(signIn.signIn(nobody, "guess", address())).isInstanceOf(SignIn.Refused.class);
    }
    assertThat(signIn.signIn(nobody, "guess", address())).isInstanceOf(SignIn.TooManyTries.class);
  }

  @Test
  void one_address_cannot_try_one_password_on_everybody() {
    Tries tries = TestServer.bean(Tries.class);
    String address = address();
    for (int i = 0; i < Tries.PER_ADDRESS; i++) {
      assertThat(tries.count("person-" + UUID.randomUUID(), address)).isEmpty();
    }
    assertThat(signIn.signIn(ada, TestServer.PASSWORD, address))
        .isInstanceOf(SignIn.TooManyTries.class);
    assertThat(signIn.signIn(ada, TestServer.PASSWORD, address()))
        .isInstanceOf(SignIn.Welcome.class);
  }

  @Test
  void a_whole_office_signs_in_through_one_address() {
    String office = address();
    for (int i = 0; i < Tries.PER_ADDRESS + 5; i++) {
      assertThat(TestServer.bean(Tries.class).count(ada, office)).isEmpty();
      TestServer.bean(Tries.class).forgive(ada, office);
    }
  }

  @Test
  void the_cookie_is_kept_from_scripts_and_other_sites_and_ends_with_the_sign_out() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(true);
    MockHttpServletResponse answer = new MockHttpServletResponse();
    sessions.begin(welcome(), request, answer);

    String header = answer.getHeader("Set-Cookie");
    assertThat(header).contains("HttpOnly", "SameSite=Lax", "Path=/", "Secure");
    String cookie = cookie(header);
    assertThat(cookie).hasSizeGreaterThanOrEqualTo(22);
    SignedIn signedIn = doors.ofSession(cookie).orElseThrow();
    assertThat(signedIn.caller()).isNotNull();

    MockHttpServletRequest leaving = new MockHttpServletRequest();
    leaving.setAttribute(SignedIn.ATTRIBUTE, signedIn);
    sessions.end(leaving, new MockHttpServletResponse());
    assertThat(doors.ofSession(cookie)).isEmpty();
  }

  @Test
  void a_new_password_ends_the_other_sessions() {
    String here = begin();
    String elsewhere = begin();
    SignedIn signedIn = doors.ofSession(here).orElseThrow();

    assertThatThrownBy(() -> signIn.changePassword(signedIn, "wrong", "short", address()))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.errors())
                    .extracting("field")
                    .containsExactly("current", "password"));
    signIn.changePassword(signedIn, TestServer.PASSWORD, "a much better one", address());

    assertThat(doors.ofSession(elsewhere)).isEmpty();
    assertThat(doors.ofSession(here)).isPresent();
    assertThat(signIn.signIn(ada, "a much better one", address()))
        .isInstanceOf(SignIn.Welcome.class);
  }

  @Test
  void one_person_goes_from_one_workspace_to_another_with_one_session() {
    Founding.Founded second =
        TestServer.bean(Founding.class)
            .found(
                new NewWorkspace("Second City", "Europe/Berlin", null, null, null),
                new Founding.FirstOwner("Ada Berg", ada, TestServer.PASSWORD));
    String cookie = begin();
    SignedIn signedIn = doors.ofSession(cookie).orElseThrow();

    assertThat(sessions.workspaces(signedIn))
        .extracting(Sessions.Workspace::name)
        .containsExactly("Harbour City", "Second City");
    sessions.enter(signedIn, second.workspace());
    assertThat(doors.ofSession(cookie).orElseThrow().caller().workspace())
        .isEqualTo(second.workspace());
    assertThatThrownBy(() -> sessions.enter(signedIn, TestServer.newWorkspace().id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void someone_elses_address_cannot_be_taken_for_a_workspace_of_ones_own() {
    assertThatThrownBy(
            () ->
                TestServer.bean(Founding.class)
                    .found(
                        new NewWorkspace("Trap", "UTC", null, null, null),
                        new Founding.FirstOwner("Eve", ada, "not the password")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("password");
  }

  private String begin() {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    sessions.begin(welcome(), new MockHttpServletRequest(), answer);
    return cookie(answer.getHeader("Set-Cookie"));
  }

  private SignIn.Welcome welcome() {
    return (SignIn.Welcome) signIn.signIn(ada, TestServer.PASSWORD, address());
  }

  private static String cookie(String header) {
    return header.replaceFirst("^" + Sessions.COOKIE + "=([^;]*);.*", "$1");
  }

  /** A network address nobody has tried from yet. */
  private static String address() {
    return UUID.randomUUID().toString();
  }
}

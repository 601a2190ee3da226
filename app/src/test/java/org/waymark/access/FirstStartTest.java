package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.waymark.Api;
import org.waymark.Waymark;
import org.waymark.platform.CannotStart;
import org.waymark.platform.Forbidden;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Settings;
import org.waymark.workspace.Workspaces.NewWorkspace;

/** What happens on a home that nothing has been kept in yet. */
class FirstStartTest {

  private static final String TOKEN = "wm_0123456789abcdef0123456789abcdef";
  private static final NewWorkspace HARBOUR_CITY =
      new NewWorkspace("Harbour City", "Europe/Berlin", "monday", null, "en");
  private static final Founding.FirstOwner ADA =
      new Founding.FirstOwner("Ada Berg", "ada@harbour.example", "correct horse battery");

  @TempDir private Path home;

  @Test
  void the_setup_link_makes_the_first_workspace_once_and_only_from_this_machine() throws Exception {
    try (ConfigurableApplicationContext server = Waymark.start(settings(null))) {
      Setup setup = server.getBean(Setup.class);
      String secret = setup.link().replaceFirst(".*secret=", "");
      assertThat(setup.opens(secret)).isTrue();
      assertThat(setup.opens("guess")).isFalse();
      assertThatThrownBy(() -> fromElsewhere(server)).isInstanceOf(Forbidden.class);
      assertThatThrownBy(() -> setup.claim("guess", HARBOUR_CITY, ADA))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(
              () ->
                  setup.claim(
                      secret,
                      new NewWorkspace(" ", "Mars/Base", null, null, null),
                      new Founding.FirstOwner(null, "no address", "short")))
          .isInstanceOfSatisfying(
              InvalidInput.class,
              refused ->
                  assertThat(refused.errors())
                      .extracting("field")
                      .containsExactly("name", "zone", "email", "password"));

      SignIn.Welcome welcome = setup.claim(secret, HARBOUR_CITY, ADA);

      assertThat(server.getBean(SignIn.class).signIn(ADA.email(), ADA.password(), "192.0.2.1"))
          .isEqualTo(welcome);
      assertThat(setup.opens(secret)).isFalse();
      assertThatThrownBy(() -> setup.claim(secret, HARBOUR_CITY, ADA)).isInstanceOf(NotFound.class);
      fromElsewhere(server);
    }
  }

  @Test
  void a_bootstrap_token_makes_the_default_workspace_on_an_empty_home_only() {
    try (ConfigurableApplicationContext server = Waymark.start(settings(TOKEN))) {
      Api api = api(server, TOKEN);
      assertThat(api.get("/workspace").json().get("name").stringValue()).isEqualTo("Default");
      assertThat(api.get("/workspace").json().get("zone").stringValue()).isEqualTo("Europe/Berlin");
      assertThat(
              api.post(
                      "/members",
                      "{\"email\":\"ada@harbour.example\",\"name\":\"Ada\",\"role\":\"owner\"}")
                  .status())
          .isEqualTo(201);
    }
    String another = TOKEN.replace('0', '9');
    try (ConfigurableApplicationContext server = Waymark.start(settings(another))) {
      assertThat(api(server, another).get("/workspace").status()).isEqualTo(401);
      assertThat(api(server, TOKEN).get("/workspace").status()).isEqualTo(200);
      assertThat(server.getBean(Setup.class).opens("anything")).isFalse();
    }
  }

  @Test
  void a_weak_bootstrap_token_keeps_the_server_from_starting() {
    for (String weak : new String[] {"wm_short", TOKEN.replace("wm_", "xx_")}) {
      assertThatThrownBy(() -> Settings.from(Map.of("WAYMARK_BOOTSTRAP_TOKEN", weak)))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("WAYMARK_BOOTSTRAP_TOKEN")
          .hasMessageNotContaining(weak);
    }
  }

  private Settings settings(@org.jspecify.annotations.Nullable String token) {
    return new Settings(home, 0, "127.0.0.1", null, ZoneId.of("Europe/Berlin"), token);
  }

  private static Api api(ConfigurableApplicationContext server, String token) {
    return new Api(
        "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port"), token);
  }

  private static void fromElsewhere(ConfigurableApplicationContext server) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sign-in");
    request.setRemoteAddr("203.0.113.9");
    server
        .getBean(Doorkeeper.class)
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}

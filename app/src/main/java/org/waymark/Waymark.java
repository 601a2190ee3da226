package org.waymark;

import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.waymark.platform.CannotStart;
import org.waymark.platform.Database;
import org.waymark.platform.Greeting;
import org.waymark.platform.Home;
import org.waymark.platform.Installation;
import org.waymark.platform.Settings;

/** The server: starts everything a workspace needs on one machine. */
@SpringBootApplication
public class Waymark {
  public static void main(String[] args) {
    try {
      ConfigurableApplicationContext context = start(Settings.from(System.getenv()));
      greet(context);
    } catch (CannotStart e) {
      System.err.println("Waymark cannot start: " + e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Waymark.class).error("Waymark cannot start.", e);
      System.exit(1);
    }
  }

  private static void greet(ConfigurableApplicationContext context) {
    Settings settings = context.getBean(Settings.class);
    String host =
        settings.address().contains(":") ? "[" + settings.address() + "]" : settings.address();
    String address =
        "http://" + host + ":" + context.getEnvironment().getProperty("local.server.port");
    System.out.println("Waymark runs at " + address + " (Ctrl-C stops it)");
    context
        .getBeanProvider(Greeting.class)
        .orderedStream()
        .flatMap(greeting -> greeting.lines(address).stream())
        .forEach(System.out::println);
  }

  /** Starts a server; closing the context stops all of it. */
  public static ConfigurableApplicationContext start(Settings settings) {
    Installation installation = Installation.open(settings);
    try {
      SpringApplication application = new SpringApplication(Waymark.class);
      application.setDefaultProperties(
          Map.of(
              "server.port", settings.port(),
              "server.address", settings.address(),
              "server.tomcat.basedir", installation.home().tmp().toString(),
              "spring.servlet.multipart.location", installation.home().tmp().toString()));
      application.addInitializers(
          context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Installation.class, () -> installation);
            beans.registerBean(Settings.class, installation::settings);
            beans.registerBean(
                Home.class, installation::home, definition -> definition.setDestroyMethodName(""));
            beans.registerBean(
                Database.class,
                installation::database,
                definition -> definition.setDestroyMethodName(""));
          });
      return application.run();
    } catch (PortInUseException e) {
      installation.close();
      throw Installation.portTaken(settings, e);
    } catch (RuntimeException e) {
      installation.close();
      throw e;
    }
  }
}

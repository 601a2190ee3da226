package org.waymark.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language, read once from {@code coach/LANGUAGE.txt}: sections in brackets, one
 * word or phrase a line or several apart by commas. {@code coach/any.txt} holds what is the same in
 * every language, such as the abbreviations of metrics.
 */
final class LanguagePack {
  private static final LanguagePack ENGLISH = new LanguagePack("en");
  private static final LanguagePack NONE = new LanguagePack("any");

  private final String name;
  private final Map<String, List<String>> sections = new HashMap<>();
  private final Map<String, Phrases<String>> phrases = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Phrases<VerbClass> verbs = new Phrases<>();
  private final List<KnownMetric> metrics = new ArrayList<>();

  private LanguagePack(String name) {
    this.name = name;
    read("any");
    if (!name.equals("any")) {
      read(name);
    }
    sections.forEach((section, all) -> phrases.put(section, Phrases.of(all)));
    sections.forEach((section, all) -> words.put(section, new HashSet<>(all)));
    for (VerbClass one : VerbClass.values()) {
      for (String verb : section("verbs." + one.name().toLowerCase(Locale.ROOT))) {
        Verbs.forms(verb).forEach(form -> verbs.add(form, one));
      }
    }
    section("metrics").forEach(line -> metrics.add(metric(line)));
  }

  /** The pack of a language; one without words when there is none for it. */
  static LanguagePack of(Locale language) {
    return language.getLanguage().equals("en") ? ENGLISH : NONE;
  }

  /** Whether rules that need the words of a language can run. */
  boolean speaks() {
    return this != NONE;
  }

  String name() {
    return name;
  }

  Phrases<String> phrases(String section) {
    return phrases.getOrDefault(section, EMPTY);
  }

  /** The single words of a section. */
  Set<String> words(String section) {
    return words.getOrDefault(section, Set.of());
  }

  Phrases<VerbClass> verbs() {
    return verbs;
  }

  List<KnownMetric> metrics() {
    return metrics;
  }

  private static final Phrases<String> EMPTY = new Phrases<>();

  private List<String> section(String section) {
    return sections.getOrDefault(section, List.of());
  }

  private void read(String file) {
    String section = "";
    for (String line : text("/coach/" + file + ".txt").lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else {
        List<String> all = sections.computeIfAbsent(section, one -> new ArrayList<>());
        if (section.equals("metrics")) {
          all.add(line);
        } else {
          for (String one : line.split(",")) {
            all.add(one.strip());
          }
        }
      }
    }
  }

  private static String text(String resource) {
    try (InputStream in = LanguagePack.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code key | dimension | better | low..high | name, name}. */
  private static KnownMetric metric(String line) {
    String[] part = line.split("\\|");
    String[] bounds = part[3].strip().split("\\.\\.", -1);
    List<String> names = new ArrayList<>();
    for (String one : part[4].split(",")) {
      names.add(one.strip());
    }
    return new KnownMetric(
        part[0].strip(),
        Dimension.valueOf(part[1].strip().toUpperCase(Locale.ROOT)),
        part[2].strip(),
        bound(bounds[0]),
        bound(bounds[1]),
        names);
  }

  private static @Nullable BigDecimal bound(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }
}

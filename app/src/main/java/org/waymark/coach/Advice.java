package org.waymark.coach;

import java.util.List;

/**
 * What the coach says about a statement.
 *
 * @param findings in the order of the rules; never a score
 * @param off names of the rules that could not run for want of words in this language
 */
public record Advice(List<Finding> findings, Smart smart, Recognised recognised, List<String> off) {
  public Advice {
    findings = List.copyOf(findings);
    off = List.copyOf(off);
  }

  /** The same without what one rule says. */
  public Advice without(String rule) {
    return new Advice(
        findings.stream().filter(finding -> !finding.rule().equals(rule)).toList(),
        smart,
        recognised,
        off);
  }
}

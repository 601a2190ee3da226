package org.waymark.platform;

import java.util.List;

/**
 * A bean that has something to say on the console once the server answers, such as the one-time
 * setup link.
 */
public interface Greeting {
  /**
   * @param address where the server answers, without a slash at the end
   * @return whole lines; none when there is nothing to say
   */
  List<String> lines(String address);
}

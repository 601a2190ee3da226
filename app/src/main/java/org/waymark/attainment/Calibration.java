package org.waymark.attainment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Endings;
import org.waymark.measure.attainment.Chance;
import org.waymark.measure.calibration.TrackRecord;

/**
 * How right forecasts have been in this workspace. Of each key result whose goal has closed the one
 * forecast counts that stood halfway between the start of its cycle and its due date, or the first
 * when there was none by then; so nobody's many forecasts of one thing weigh more than another's
 * one. A goal that is opened again stops counting.
 */
@Component
@Transactional(readOnly = true)
public class Calibration {
  private final Endings endings;
  private final SayingTable table;
  private final Access access;

  Calibration(Endings endings, SayingTable table, Access access) {
    this.endings = endings;
    this.table = table;
    this.access = access;
  }

  public TrackRecord record(Caller caller) {
    access.require(caller, Action.READ, null);
    List<Endings.Ending> all = endings.all();
    Map<UUID, Saying> standing = table.standing(all);
    List<TrackRecord.Closed> closed = new ArrayList<>();
    for (Endings.Ending ending : all) {
      Saying said = standing.get(ending.keyResult());
      if (said != null && said.chance() != null && said.pace() != null) {
        closed.add(new TrackRecord.Closed(new Chance(said.chance()), said.pace(), ending.met()));
      }
    }
    return TrackRecord.of(closed);
  }
}

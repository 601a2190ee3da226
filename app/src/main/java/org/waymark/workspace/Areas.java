package org.waymark.workspace;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;

/** The areas of the bound workspace: both shipped catalogues to begin with, edited as it likes. */
@Component
@Transactional
public class Areas {

  private final AreaTable table;
  private final Turns turns;
  private final Audit audit;

  Areas(AreaTable table, Turns turns, Audit audit) {
    this.table = table;
    this.turns = turns;
    this.audit = audit;
  }

  /**
   * What is wanted of a new area.
   *
   * @param code made of the name when absent
   * @param within code of the area it is a part of; absent at the top
   */
  public record NewArea(@Nullable String code, @Nullable String name, @Nullable String within) {}

  /**
   * What is to change; null stays as it is.
   *
   * @param within code of the area it becomes a part of; an empty text lifts it to the top
   */
  public record AreaChange(@Nullable String code, @Nullable String name, @Nullable String within) {}

  /** Fills a new workspace with both catalogues. */
  void seed() {
    Iterator<UUID> ids =
        Stream.generate(Ids::next).limit(AreaCatalogue.ALL.size()).sorted().iterator();
    Map<String, UUID> byCode = new HashMap<>();
    for (AreaCatalogue.Shipped shipped : AreaCatalogue.ALL) {
      UUID id = ids.next();
      byCode.put(shipped.code(), id);
      table.insert(
          new Area(id, shipped.code(), shipped.name(), shipped.within(), shipped.catalogue(), 1),
          shipped.within() == null ? null : byCode.get(shipped.within()));
    }
  }

  /**
   * Adds an area of the workspace's own.
   *
   * @throws InvalidInput naming each field that is wrong, a code already taken among them
   */
  public Area add(Actor by, NewArea wanted) {
    turns.take("areas");
    Fields fields = new Fields();
    String name = fields.name("name", wanted.name());
    String code = fields.code("code", wanted.code(), name);
    Optional<Area> parent = parent(fields, wanted.within());
    check(fields, null, code, parent);
    Area added =
        new Area(
            Ids.next(),
            code,
            name,
            parent.map(Area::code).orElse(null),
            parent.map(Area::catalogue).orElse(Area.Catalogue.OWN),
            1);
    table.insert(added, parent.map(Area::id).orElse(null));
    audit.record(by, "area.added", "area", added.id().toString(), null, added);
    return added;
  }

  /**
   * Changes what is given, if nobody else was first.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict when it has changed since
   * @throws InvalidInput as {@link #add}, and when an area would become a part of itself
   */
  public Area change(Actor by, UUID id, AreaChange change, int version) {
    turns.take("areas");
    Area before = get(id);
    if (before.version() != version) {
      throw new Conflict("The area was changed by someone else since you read it.", before);
    }
    Fields fields = new Fields();
    String name = change.name() == null ? before.name() : fields.name("name", change.name());
    String code = change.code() == null ? before.code() : fields.code("code", change.code(), name);
    Optional<Area> parent =
        parent(fields, change.within() == null ? before.within() : change.within());
    check(fields, id, code, parent);
    Area after =
        new Area(
            id,
            code,
            name,
            parent.map(Area::code).orElse(null),
            before.catalogue(),
            before.version() + 1);
    table.update(after, parent.map(Area::id).orElse(null));
    audit.record(by, "area.changed", "area", id.toString(), before, after);
    return after;
  }

  /**
   * Removes an area that nothing uses.
   *
   * @throws Conflict when something does
   */
  public void remove(Actor by, UUID id) {
    Area before = get(id);
    try {
      table.delete(id);
    } catch (DataIntegrityViolationException e) {
      throw new Conflict("The area has goals or areas in it; move or remove those first.", before);
    }
    audit.record(by, "area.removed", "area", id.toString(), before, null);
  }

  /** The area with this code, in any case. */
  @Transactional(readOnly = true)
  public Optional<Area> byCode(String code) {
    return table.byCode(code);
  }

  /**
   * The area with this id.
   *
   * @throws NotFound when the workspace has none such
   */
  @Transactional(readOnly = true)
  public Area get(UUID id) {
    return table.byId(id).orElseThrow(() -> new NotFound("area"));
  }

  /** All areas, page by page, in the order they were made. */
  @Transactional(readOnly = true)
  public Page<Area> list(Cursor cursor) {
    return cursor.page(table.list(cursor), Area::id);
  }

  private Optional<Area> parent(Fields fields, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return Optional.empty();
    }
    Optional<Area> parent = table.byCode(code.strip());
    if (parent.isEmpty()) {
      fields.refuse("within", "there is no area with this code");
    }
    return parent;
  }

  private void check(Fields fields, @Nullable UUID self, String code, Optional<Area> parent) {
    if (table.byCode(code).filter(other -> !other.id().equals(self)).isPresent()) {
      fields.refuse("code", "another area has this code");
    }
    if (self != null && parent.isPresent() && table.idsUpFrom(parent.get().id()).contains(self)) {
      fields.refuse("within", "an area cannot be a part of itself");
    }
    fields.check();
  }
}

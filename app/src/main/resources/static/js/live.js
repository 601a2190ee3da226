// A part with data-live="kind" or "kind:id" is fetched again when such a thing changes. One stream for each page that is
// being looked at: a page in the background lets go of its stream and catches up when it is looked at again.
{
  const CALM = 1500; // a page that is left at once asks for nothing
  const parts = () => [...document.querySelectorAll("[data-live][id]")];
  let mark = document.body.dataset.mark;
  let stream = null;
  let stale = new Set();
  let soon = 0;

  if (mark && parts().length && "EventSource" in window) {
    setTimeout(listen, CALM);
    document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : listen()));
    addEventListener("pagehide", hangUp);
  }

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource(`/live?${new URLSearchParams({ since: mark })}`);
    stream.addEventListener("changed", (event) => heard(event, (part) => event.data.split("\n").some((change) => shows(part, change))));
    stream.addEventListener("everything", (event) => heard(event, () => true));
  }

  function hangUp() {
    stream?.close();
    stream = null;
  }

  function heard(event, isMeant) {
    mark = event.lastEventId || mark;
    for (const part of parts()) if (isMeant(part)) stale.add(part.id);
    // Many pages hear of the same change: they do not all ask at the same moment.
    if (stale.size && !soon) soon = setTimeout(tell, 250 + Math.random() * 1250);
  }

  function tell() {
    soon = 0;
    const ids = [...stale];
    stale = new Set();
    document.dispatchEvent(new CustomEvent("waymark:stale", { detail: ids }));
  }

  function shows(part, change) {
    const [kind, id] = change.split(" ");
    return part.dataset.live.split(" ").some((shown) => shown === kind || shown === `${kind}:${id}`);
  }
}

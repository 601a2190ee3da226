// Parts of a page that are exchanged for their newer selves: every few seconds while data-refresh="seconds" asks for it, and
// when something they show has changed (live.js). A part in which somebody is typing waits until they have gone on.
{
  const waiting = new Set();

  for (const element of document.querySelectorAll("[data-refresh][id]")) later(element);

  document.addEventListener("waymark:stale", (event) => renew(event.detail));
  document.addEventListener("focusout", () => setTimeout(() => waiting.size && renew([...waiting]), 0));

  function later(element) {
    const seconds = Number(element.dataset.refresh);
    if (seconds > 0) setTimeout(() => renew([element.id]).then((there) => there || later(element)), seconds * 1000);
  }

  // Fetches the page once and exchanges these parts; says whether it could.
  async function renew(ids) {
    const ready = ids.filter((id) => !isBusy(id));
    if (!ready.length) return false;
    let page;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html", "Waymark-Refresh": "yes" }, credentials: "same-origin" });
      if (!answer.ok) return false;
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return false; // The network went away for a moment: whoever asked asks again.
    }
    for (const id of ready) if (!isBusy(id)) exchange(document.getElementById(id), page.getElementById(id));
    document.dispatchEvent(new Event("waymark:changed"));
    return true;
  }

  function exchange(element, newer) {
    if (!element || !newer) return;
    const open = [...element.querySelectorAll("details[open]")].map(place(element));
    const all = [...newer.querySelectorAll("details")];
    for (const at of open) all[at]?.setAttribute("open", "");
    const links = [...element.querySelectorAll("a, button, summary")];
    const focused = links.indexOf(document.activeElement);
    element.replaceWith(newer);
    if (focused >= 0) newer.querySelectorAll("a, button, summary")[focused]?.focus({ preventScroll: true });
    later(newer);
  }

  function place(element) {
    const all = [...element.querySelectorAll("details")];
    return (one) => all.indexOf(one);
  }

  function isBusy(id) {
    const fields = document.getElementById(id)?.querySelectorAll("input:not([type=hidden]), textarea, select") ?? [];
    const busy = [...fields].some((field) => field === document.activeElement || isChanged(field));
    if (busy) waiting.add(id);
    else waiting.delete(id);
    return busy;
  }

  function isChanged(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") return [...field.options].some((option) => option.selected !== option.defaultSelected && option.defaultSelected);
    return field.value !== field.defaultValue;
  }
}

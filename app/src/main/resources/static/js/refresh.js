// An element with data-refresh="seconds" and an id is exchanged for its newer self until it no longer asks for it.
{
  for (const element of document.querySelectorAll("[data-refresh][id]")) later(element);

  function later(element) {
    const seconds = Number(element.dataset.refresh);
    if (!(seconds > 0)) return;
    setTimeout(async () => {
      let newer = null;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
        if (answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          newer = page.getElementById(element.id);
        }
      } catch {
        // The network went away for a moment: ask again at the next turn.
      }
      if (newer === null) return later(element);
      const hadFocus = element.contains(document.activeElement);
      element.replaceWith(newer);
      document.dispatchEvent(new Event("waymark:changed"));
      if (hadFocus) newer.querySelector("a, button, input, select")?.focus();
      later(newer);
    }, seconds * 1000);
  }
}

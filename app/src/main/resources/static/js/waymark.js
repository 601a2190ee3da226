// Small comforts; every page works without them.

// An element with data-refresh="seconds" and an id is exchanged for its newer self until it no longer asks for it.
for (const element of document.querySelectorAll("[data-refresh][id]")) refreshLater(element);

function refreshLater(element) {
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
    if (newer === null) return refreshLater(element);
    const hadFocus = element.contains(document.activeElement);
    element.replaceWith(newer);
    if (hadFocus) newer.querySelector("a, button, input, select")?.focus();
    refreshLater(newer);
  }, seconds * 1000);
}

// A select of time zones that nobody has touched starts with the zone of this computer.
for (const select of document.querySelectorAll("select[data-zone]")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (select.value === "" || select.value === "UTC") {
    const option = [...select.options].find((one) => one.value === here);
    if (option) select.value = here;
  }
}

// One click sends a form once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
});

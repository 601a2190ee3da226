// A form with data-tries="id" shows in that place what it says of the data while it is being filled in. Without scripts its
// button "look" does the same.
{
  const CALM = 600;

  for (const form of document.querySelectorAll("form[data-tries]")) tryOut(form, document.getElementById(form.dataset.tries));

  function tryOut(form, place) {
    let last = written();
    let soon = 0;
    let running = null;
    form.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(look, CALM);
    });

    async function look() {
      const now = written();
      if (now === last || form.dataset.sent) return;
      running?.abort();
      const mine = (running = new AbortController());
      place.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(form.dataset.from, { method: "POST", body: new URLSearchParams(now), redirect: "manual", credentials: "same-origin", signal: mine.signal });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (!answer.ok || mine !== running) return;
        last = now;
        const open = place.querySelector("details[open]") !== null;
        place.replaceChildren(...page.body.children);
        if (open) place.querySelectorAll(":scope > details").forEach((one) => (one.open = true));
        document.dispatchEvent(new Event("waymark:changed"));
        const said = document.getElementById(`${place.id}-said`);
        if (said) said.textContent = [...place.querySelectorAll(".number-line, .metric-none, .notice li")].map((one) => one.textContent.trim()).join(" · ");
      } catch {
        // Looking along is a comfort: the button asks again, and saving says what is wrong.
      } finally {
        if (mine === running) place.removeAttribute("aria-busy");
      }
    }

    function written() {
      const fields = new URLSearchParams(new FormData(form));
      for (const name of ["key", "version"]) fields.delete(name);
      return fields.toString();
    }
  }
}

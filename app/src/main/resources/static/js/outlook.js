// While a target or a day is moved, what is said of its chance moves along. Without scripts a button asks for it.
{
  for (const place of document.querySelectorAll("[data-outlook]")) follow(place);

  function follow(place) {
    const form = place.closest("form");
    const different = form.querySelector("[data-different]");
    const folded = place.closest("details");
    let soon = 0;
    let asked = 0;
    form.addEventListener("input", (event) => {
      if (event.target.matches("[data-different] textarea")) return;
      clearTimeout(soon);
      soon = setTimeout(ask, 200);
    });
    folded?.addEventListener("toggle", () => folded.open && !place.firstElementChild && ask());

    async function ask() {
      const mine = ++asked;
      const body = new URLSearchParams(new FormData(form));
      body.delete("key");
      try {
        const answer = await fetch(place.dataset.outlook, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const said = page.querySelector(".outlook");
        if (!answer.ok || !said || mine !== asked) return;
        place.replaceChildren(said);
        if (different) different.hidden = !said.dataset.asks && ![...different.querySelectorAll("input, textarea")].some((field) => field.value);
      } catch {
        // It is a comfort; the same is said when the form is looked at again.
      }
    }
  }
}

// Search asks with every letter; arrow keys walk through what was found, Enter opens the first.
{
  let asked = 0;
  let soon;

  document.addEventListener("input", (event) => {
    if (!event.target.matches("input[data-find]")) return;
    clearTimeout(soon);
    soon = setTimeout(() => ask(event.target), 120);
  });

  async function ask(field) {
    const turn = ++asked;
    const wanted = field.value;
    try {
      const address = `${field.form.action}?${new URLSearchParams({ q: wanted })}`;
      const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const newer = page.getElementById("found");
      if (turn !== asked || field.value !== wanted || !newer) return;
      const found = field.closest(".find").querySelector(".found");
      found.replaceChildren(...newer.children);
      found.dataset.words = wanted;
    } catch {
      // The network went away: Enter still asks the server with a page of its own.
    }
  }

  document.addEventListener("keydown", (event) => {
    const find = event.target.closest?.(".find");
    if (!find || event.isComposing) return;
    const links = [...find.querySelectorAll(".found-item")];
    const field = find.querySelector("input[data-find]");
    const here = links.indexOf(event.target);
    if (event.key === "ArrowDown") go(event, links[here + 1]);
    else if (event.key === "ArrowUp" && here >= 0) go(event, links[here - 1] ?? field);
    else if (event.key === "Enter" && event.target === field && field.value.trim() && find.querySelector(".found").dataset.words === field.value && links.length) {
      event.preventDefault();
      links[0].click();
    }
  });

  function go(event, there) {
    if (!there) return;
    event.preventDefault();
    there.focus();
  }
}

// A link with data-dialog shows what it leads to above this page. Without scripts, or when that fails, it simply leads there.
{
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-dialog]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link);
  });

  async function show(link) {
    if (document.querySelector("dialog[open]")) return;
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const dialog = document.getElementById("dialog").content.firstElementChild.cloneNode(true);
      const inside = dialog.querySelector(".dialog-inside");
      inside.prepend(...page.getElementById("main").children);
      const heading = inside.querySelector("h1");
      heading.id = "dialog-title";
      dialog.setAttribute("aria-labelledby", heading.id);
      dialog.addEventListener("close", () => dialog.remove());
      dialog.addEventListener("click", (click) => click.target === dialog && dialog.close());
      document.getElementById("menu")?.hidePopover?.();
      document.body.append(dialog);
      dialog.showModal();
    } catch {
      location.href = link.href;
    }
  }
}

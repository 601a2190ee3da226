// Light or dark at once; the form tells the server, which remembers it for the next page.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-looks]") || !event.submitter) return;
  event.preventDefault();
  const look = event.submitter.value;
  if (look === "system") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look;
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === look));
  const told = new URLSearchParams({ key: crypto.randomUUID?.() ?? String(Math.random()), look });
  fetch(form.action, { method: "POST", body: told, redirect: "manual", credentials: "same-origin", keepalive: true });
}, true);

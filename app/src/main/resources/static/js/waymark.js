// Small comforts of forms; every page works without them.

// One click sends a form once.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const form = event.target;
  if (form.method === "dialog") return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
});

// A select of time zones that nobody has touched starts with the zone of this computer.
for (const select of document.querySelectorAll("select[data-zone]")) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (select.value === "" || select.value === "UTC") {
    const option = [...select.options].find((one) => one.value === here);
    if (option) select.value = here;
  }
}

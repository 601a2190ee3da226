// A form with data-drop takes a file dropped on it and sends it. Without scripts a file is chosen and sent with its button.
{
  const over = (form, yes) => form.classList.toggle("drop-over", yes);
  const target = (event) => event.target.closest?.("form[data-drop]");
  const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => {
      const form = target(event);
      if (!form || !holdsFile(event)) return;
      event.preventDefault();
      over(form, true);
    });
  }
  document.addEventListener("dragleave", (event) => {
    const form = target(event);
    if (form && !form.contains(event.relatedTarget)) over(form, false);
  });
  document.addEventListener("drop", (event) => {
    const form = target(event);
    if (!form || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    over(form, false);
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

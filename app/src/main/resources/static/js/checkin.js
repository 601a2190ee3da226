// Check-ins of Today: the value of last week is there to be typed over, and what is typed in the other fields survives the saving of one.
{
  const KEPT = "waymark-check-ins";
  const fields = () => [...document.querySelectorAll("form.owed input.input")];

  document.addEventListener("focusin", (event) => {
    if (event.target.matches("form.owed input.input[name=value]")) event.target.select();
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.owed")) return;
    const others = fields().filter((field) => field.form !== event.target && field.value !== field.defaultValue);
    sessionStorage.setItem(KEPT, JSON.stringify(others.map((field) => [field.id, field.value])));
  });

  for (const [id, value] of JSON.parse(sessionStorage.getItem(KEPT) ?? "[]")) {
    const field = document.getElementById(id);
    if (field?.matches("form.owed input.input")) field.value = value;
  }
  sessionStorage.removeItem(KEPT);
  if (document.activeElement?.matches("form.owed input.input[name=value]")) document.activeElement.select();
}

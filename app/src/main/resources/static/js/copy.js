// A button with data-copies="id" copies the text of that element, line by line. Without a clipboard (an address that is not
// secure) it marks the text instead and says so. Without scripts the button is not there, and the text can be marked by hand.
{
  show();
  document.addEventListener("waymark:changed", show);

  function show() {
    for (const button of document.querySelectorAll("button[data-copies][hidden]")) {
      if (document.getElementById(button.dataset.copies)) button.hidden = false;
    }
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copies]");
    const text = button && document.getElementById(button.dataset.copies);
    if (!text) return;
    let copied = true;
    try {
      await navigator.clipboard.writeText([...text.children].map((line) => line.textContent).join("\n"));
    } catch {
      getSelection().selectAllChildren(text);
      copied = false;
    }
    const said = button.parentElement.querySelector("[role=status]");
    said.textContent = "";
    setTimeout(() => (said.textContent = copied ? button.dataset.copied : button.dataset.marked), 50);
  });
}

// Keys that work on every page: "/" or Ctrl-K searches, "?" shows the keys, "g" and a letter goes to a place.
{
  let went = -Infinity;

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") return press(event, searching());
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") press(event, searching());
    else if (event.key === "?") press(event, document.querySelector("a[data-keys]"));
    else if (event.timeStamp - went < 1200) press(event, document.querySelector(`a[data-go="${CSS.escape(event.key)}"]`));
    went = event.key === "g" && event.timeStamp - went >= 1200 ? event.timeStamp : -Infinity;
  });

  function searching() {
    return document.getElementById("search") ?? document.querySelector("a[data-palette]");
  }

  function press(event, there) {
    if (!there || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (there.matches("input")) there.focus();
    else there.click();
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }
}

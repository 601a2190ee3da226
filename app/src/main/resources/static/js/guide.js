// The guide keeps what is typed while it is typed, and its coach reads along. Without scripts both happen on going on.
{
  const form = document.querySelector("form[data-keeps]");
  if (form) keepUp(form);
  for (const place of document.querySelectorAll("[data-coach]")) readAlong(place);
  for (const place of document.querySelectorAll("[data-drags]")) drag(place);

  function keepUp(form) {
    const says = form.querySelector("[data-kept]");
    const signIn = form.querySelector("[data-sign-in]");
    let last = written();
    let soon = 0;
    let keeping = Promise.resolve();
    let heard = Date.now();
    let ended = false;
    let through = false;

    form.addEventListener("input", () => {
      says.textContent = "";
      clearTimeout(soon);
      soon = setTimeout(keep, 1200);
    });
    form.addEventListener("focusout", () => setTimeout(keep, 0));
    // Going on without a session would leave the words behind: after a long pause, or when it is known to have ended, they are kept first.
    form.addEventListener("submit", async (event) => {
      clearTimeout(soon);
      const doubtful = ended || Date.now() - heard > 600_000;
      if (through || !doubtful || written() === last) return;
      event.preventDefault();
      await keep();
      if (ended) return;
      through = true;
      form.requestSubmit(event.submitter);
    });
    document.addEventListener("visibilitychange", () => document.hidden && keep());
    // Whoever leaves by the rail in the middle of a sentence finds it kept: first that, then the other step.
    document.addEventListener("click", async (event) => {
      const link = event.target.closest(".steps-rail a");
      if (!link || link.hash || written() === last || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await keep();
      if (!ended) location.href = link.href;
    });

    // One after the other: each is told the version that the one before it made.
    function keep() {
      clearTimeout(soon);
      keeping = keeping.then(save);
      return keeping;
    }

    async function save() {
      const now = written();
      if (now === last || form.dataset.sent || !form.isConnected) return;
      const body = new URLSearchParams(new FormData(form));
      body.set("key", crypto.randomUUID());
      try {
        const answer = await fetch(form.dataset.keeps, { method: "POST", body, redirect: "manual", credentials: "same-origin", keepalive: true });
        const version = answer.headers.get("Waymark-Version");
        // Whoever is signed out is sent to sign in; that page is no answer, and nothing was kept.
        ended = answer.type === "opaqueredirect";
        signIn.hidden = !ended;
        if (!ended) heard = Date.now();
        if (ended) says.textContent = says.dataset.ended;
        if (answer.ok && version) {
          last = now;
          form.elements.version.value = version;
          says.textContent = answer.headers.has("Waymark-Lost") ? says.dataset.lost : says.dataset.kept;
        } else if (answer.status === 409) {
          last = now;
          says.textContent = says.dataset.lost;
        }
      } catch {
        says.textContent = ""; // The network went away: the next pause tries again, and going on keeps it too.
      }
      if (written() !== now) soon = setTimeout(keep, 1200);
    }

    function written() {
      const fields = new URLSearchParams(new FormData(form));
      fields.delete("key");
      fields.delete("version");
      return fields.toString();
    }
  }

  function readAlong(place) {
    const field = document.getElementById(place.dataset.coach);
    const form = field?.form;
    if (!form) return;
    let soon = 0;
    let asked = 0;
    form.addEventListener("input", () => {
      clearTimeout(soon);
      soon = setTimeout(read, 150);
    });

    async function read() {
      const mine = ++asked;
      const body = new URLSearchParams({ text: field.value, field: field.name, sort: new FormData(form).get("sort") ?? "", guide: form.action.split("/").at(-2) });
      try {
        const answer = await fetch(place.dataset.from, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        if (answer.ok && mine === asked) place.replaceChildren(...page.body.children);
      } catch {
        // Reading along is a comfort; the step is judged when one goes on.
      }
    }
  }

  // The target as a line above the chart, by pointer or by arrow keys. Letting go asks the server for the sentence.
  function drag(place) {
    const field = document.getElementById(place.dataset.drags);
    const plane = place.querySelector(".chart-plane");
    const [low, lowAt, high, highAt] = place.dataset.places.split(" ").map(Number);
    const one = Number(place.dataset.one);
    const steep = (high - low) / (highAt - lowAt);
    const step = Math.abs(steep) / one > 20 ? 1 : 0.1;
    const typed = Number.parseFloat(field.value);
    if (!plane || !Number.isFinite(steep) || !Number.isFinite(typed) || !field.value.endsWith(place.dataset.word)) return;
    let value = typed;
    const handle = document.createElement("div");
    const says = document.createElement("output");
    handle.className = "target-drag";
    handle.tabIndex = 0;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", place.dataset.says);
    handle.setAttribute("aria-valuemin", round(valueAt(1)));
    handle.setAttribute("aria-valuemax", round(valueAt(0)));
    handle.append(says);
    plane.append(handle);
    show();
    addEventListener("resize", show);

    handle.addEventListener("pointerdown", (event) => handle.setPointerCapture(event.pointerId));
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const [top, size] = room();
      move(valueAt(Math.min(1, Math.max(0, (event.clientY - plane.getBoundingClientRect().top - top) / size))));
    });
    handle.addEventListener("pointerup", settle);
    handle.addEventListener("keydown", (event) => {
      const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step }[event.key];
      if (event.key === "Enter") settle();
      if (by === undefined) return;
      event.preventDefault();
      move(value + by);
    });

    function valueAt(share) {
      return (low + (share - lowAt) * steep) / one;
    }

    function move(to) {
      value = round(to);
      field.value = value + place.dataset.word;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      show();
    }

    function round(to) {
      return Number((Math.round(to / step) * step).toFixed(1));
    }

    function show() {
      const [top, size, left, width] = room();
      // In parts of the plane, so that it never hangs over while the window is being made narrower.
      const here = plane.getBoundingClientRect();
      handle.style.left = `${(100 * left) / here.width}%`;
      handle.style.width = `${(100 * width) / here.width}%`;
      const share = lowAt + (value * one - low) / steep;
      handle.style.top = `${(100 * (top + Math.min(1, Math.max(0, share)) * size)) / here.height}%`;
      handle.setAttribute("aria-valuenow", value);
      handle.setAttribute("aria-valuetext", value + place.dataset.word);
      says.textContent = value + place.dataset.word;
    }

    function settle() {
      field.form.requestSubmit(field.form.querySelector("button[value=metric]"));
    }

    // Where the drawing's own plane lies in the place of the chart: top, height, left and width in pixels.
    function room() {
      const drawing = [...plane.querySelectorAll("svg")].find((svg) => svg.getClientRects().length > 0);
      const box = drawing.getBoundingClientRect();
      const here = plane.getBoundingClientRect();
      const [left, top, right, floor] = drawing.dataset.plane.split(" ").map(Number);
      const scale = box.height / drawing.viewBox.baseVal.height;
      return [box.top - here.top + top * scale, (floor - top) * scale, box.left - here.left + left * scale, (right - left) * scale];
    }
  }
}

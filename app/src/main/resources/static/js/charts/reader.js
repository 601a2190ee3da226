// Reads values off a chart, by pointer, finger or arrow keys. The drawing stays the server's; uPlot lies invisibly above it,
// finds the nearest point and draws the cursor. What is read out is the row of the chart's own table.
{
  readAll();
  document.addEventListener("waymark:changed", readAll);

  function readAll() {
    for (const chart of document.querySelectorAll("figure.chart:not([data-read])")) {
      const rows = [...chart.querySelectorAll("tr[data-x]")];
      const plane = chart.querySelector(".chart-plane");
      if (plane && rows.length > 1) read(chart, plane, rows);
    }
  }

  function read(chart, plane, rows) {
    chart.dataset.read = "yes";
    const xs = rows.map((row) => Number(row.dataset.x));
    const ys = rows.map((row) => (row.dataset.y === undefined ? null : Number(row.dataset.y)));
    const reader = document.createElement("div");
    reader.className = "chart-reader";
    reader.tabIndex = 0;
    reader.setAttribute("role", "slider");
    reader.setAttribute("aria-labelledby", chart.querySelector("figcaption").id);
    reader.setAttribute("aria-valuemin", "1");
    reader.setAttribute("aria-valuemax", String(rows.length));
    if (chart.dataset.opens) reader.setAttribute("aria-description", chart.dataset.opens);
    const bubble = document.createElement("div");
    bubble.className = "chart-reading";
    bubble.setAttribute("aria-hidden", "true");
    reader.append(bubble);
    plane.append(reader);
    let at = rows.length - 1;
    tell(at);

    const plot = new uPlot(
      {
        width: 10,
        height: 10,
        padding: [0, 0, 0, 0],
        legend: { show: false },
        axes: [{ show: false }, { show: false }],
        scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
        series: [{}, { stroke: "transparent", points: { show: false } }],
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
        hooks: { setCursor: [(self) => show(self.cursor.left < 0 ? null : self.cursor.idx)] },
      },
      [xs, ys],
      reader,
    );
    new ResizeObserver(fit).observe(plane);
    fit();

    // A finger reads a value with its first touch and opens what made it with the second.
    let before = null;
    reader.addEventListener("pointerdown", () => (before = bubble.hasChildNodes() ? at : null));
    reader.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" || before === at) open(at);
    });
    reader.addEventListener("keydown", (event) => {
      if (event.key === "Enter") return open(at);
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowDown: at - 1, ArrowUp: at + 1, Home: 0, End: rows.length - 1 }[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      point(Math.min(rows.length - 1, Math.max(0, to)));
    });
    reader.addEventListener("focus", () => reader.matches(":focus-visible") && point(at));
    reader.addEventListener("blur", () => point(null));

    function fit() {
      const drawing = [...plane.querySelectorAll("svg")].find((svg) => svg.getClientRects().length > 0);
      if (!drawing) return;
      const whole = drawing.viewBox.baseVal;
      const [left, top, right, floor] = drawing.dataset.plane.split(" ").map(Number);
      reader.style.left = `${(100 * left) / whole.width}%`;
      reader.style.width = `${(100 * (right - left)) / whole.width}%`;
      reader.style.top = `${(100 * top) / whole.height}%`;
      reader.style.height = `${(100 * (floor - top)) / whole.height}%`;
      plot.setSize({ width: reader.clientWidth, height: reader.clientHeight });
    }

    function open(index) {
      const link = rows[index].querySelector("th a");
      if (link) location.href = link.href;
    }

    function point(index) {
      if (index === null) plot.setCursor({ left: -10, top: -10 });
      else plot.setCursor({ left: plot.valToPos(xs[index], "x"), top: plot.valToPos(ys[index] ?? 0, "y") });
      show(index);
    }

    function show(index) {
      bubble.replaceChildren();
      if (index === null || index === undefined) return;
      at = index;
      const [period, ...values] = tell(index);
      const head = document.createElement("strong");
      head.textContent = period;
      bubble.append(head, values.join(" · "));
      if (rows[index].querySelector("th a")) {
        const hint = document.createElement("small");
        hint.textContent = chart.dataset.opens;
        bubble.append(hint);
      }
      reader.classList.toggle("chart-reader-opens", rows[index].querySelector("th a") !== null);
      // As far to the right as the point, measured by both: so it never leaves the chart.
      bubble.style.left = `${100 * xs[index]}%`;
      bubble.style.translate = `${-100 * xs[index]}% 0`;
    }

    function tell(index) {
      const heads = [...rows[index].closest("table").querySelectorAll("thead th")].map((cell) => cell.textContent);
      const cells = [...rows[index].cells].map((cell) => cell.textContent.trim());
      const told = cells.flatMap((text, i) => (text === "" || text === "–" ? [] : i < 2 || i > 3 ? [text] : [`${heads[i]} ${text}`]));
      reader.setAttribute("aria-valuenow", String(index + 1));
      reader.setAttribute("aria-valuetext", told.join(", "));
      return told;
    }
  }
}

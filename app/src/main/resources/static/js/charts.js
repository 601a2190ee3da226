// Pages with a chart fetch what reads values off it; the chart itself is already there.
{
  const address = document.currentScript.dataset.charts;

  function load() {
    if (!address || !document.querySelector(".chart-plane") || document.querySelector(`script[src="${address}"]`)) return;
    const script = document.createElement("script");
    script.src = address;
    script.defer = true;
    document.head.append(script);
  }

  load();
  document.addEventListener("waymark:changed", load);
}

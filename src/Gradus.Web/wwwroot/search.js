// Comfort only: every page works without this. Suggestions while typing into the search field.
const field = document.getElementById("q");
if (field) {
  const list = document.createElement("div");
  list.className = "suggest";
  list.hidden = true;
  list.id = "suggestions";
  field.closest("form").append(list);
  const kept = new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => name === "on" || name === "nation"));
  let timer, asked = 0;

  const close = () => { list.hidden = true; };
  const show = results => {
    list.replaceChildren(...results.map(result => {
      const link = document.createElement("a");
      const to = new URL(result.address, location.origin);
      kept.forEach((value, name) => to.searchParams.set(name, value));
      link.href = to;
      link.textContent = result.title;
      const small = document.createElement("small");
      small.textContent = result.heading || result.kind;
      link.append(small);
      return link;
    }));
    list.hidden = results.length === 0;
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    const words = field.value.trim();
    if (words.length < 3) { close(); return; }
    timer = setTimeout(async () => {
      const turn = ++asked;
      try {
        const response = await fetch("/api/search?" + new URLSearchParams({ q: words, nation: field.closest("form").dataset.nation }), { credentials: "same-origin" });
        if (!response.ok || turn !== asked) { return; }
        const seen = new Set();
        show((await response.json()).results.filter(result => {
          const key = result.address.split("#")[0];
          return !seen.has(key) && seen.add(key);
        }).slice(0, 6));
      } catch { close(); }
    }, 150);
  });
  field.closest("form").addEventListener("keydown", event => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); field.focus(); }
    if (list.hidden || links.length === 0) { return; }
    if (event.key === "ArrowDown") { event.preventDefault(); links[Math.min(at + 1, links.length - 1)].focus(); }
    if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (at === 0 ? field : links[at - 1]).focus(); }
  });
  document.addEventListener("click", event => { if (!list.contains(event.target) && event.target !== field) { close(); } });
}

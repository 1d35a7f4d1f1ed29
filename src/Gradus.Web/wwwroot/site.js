// Comfort only: every page works without this. Suggestions while typing into the search field.
const field = document.getElementById("q");
if (field) {
  const list = document.createElement("div");
  list.className = "suggest";
  list.hidden = true;
  list.id = "suggestions";
  field.closest("form").append(list);
  let timer, asked = 0;

  const close = () => { list.hidden = true; };
  const show = results => {
    list.replaceChildren(...results.map(result => {
      const link = document.createElement("a");
      link.href = result.address;
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
        const response = await fetch("/api/search?q=" + encodeURIComponent(words), { credentials: "same-origin" });
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

// The calculator: show only the fields that the kind of change uses; print from a button.
document.documentElement.classList.add("scripted");
const uses = {
  "less-than-full-time": ["rate", "hours"], "phased-return": ["rate", "hours"],
  oopr: ["credit"], oopt: ["credit"], oopp: ["credit"],
};
const specialty = document.getElementById("specialty");
const fit = row => {
  const kind = row.querySelector("select").value;
  for (const part of ["rate", "hours", "credit"]) {
    const shown = (uses[kind] ?? []).includes(part) && (part !== "hours" || specialty?.value === "emergency-medicine" || row.querySelector("[name=weeklyHours]").value !== "");
    row.toggleAttribute("data-" + part, shown);
  }
};
const rows = [...document.querySelectorAll(".changerow")];
rows.forEach(row => { fit(row); row.querySelector("select").addEventListener("change", () => fit(row)); });
specialty?.addEventListener("change", () => rows.forEach(fit));
document.querySelectorAll("[data-print]").forEach(button => button.addEventListener("click", () => window.print()));

// On a narrow screen tables are stacked: their cells are no longer laid out as cells, and some browsers then no longer say that they are a table. There, and only there, each part says what it is.
const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
const isStacked = part => !getComputedStyle(part).display.startsWith("table");
const roleOf = part => part.tagName === "TH" ? (part.scope === "row" ? "rowheader" : "columnheader") : roles[part.tagName];
const say = () => document.querySelectorAll("table").forEach(table => {
  const parts = [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, th, td")];
  const stacked = parts.some(isStacked);
  for (const part of parts) {
    if (stacked) { part.setAttribute("role", roleOf(part)); } else { part.removeAttribute("role"); }
  }
});
if (document.querySelector("table")) {
  say();
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; say(); } });
}

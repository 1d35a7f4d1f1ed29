// Comfort only: what needs a script is shown where scripts run; a button prints; a link to a part that is folded opens it.
document.documentElement.classList.add("scripted");
document.querySelectorAll("[data-print]").forEach(button => button.addEventListener("click", () => window.print()));
const unfold = () => {
  let part = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (; part; part = part.parentElement) { if (part instanceof HTMLDetailsElement) { part.open = true; } }
};
addEventListener("hashchange", unfold);
unfold();

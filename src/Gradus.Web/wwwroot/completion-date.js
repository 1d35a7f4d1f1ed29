// Comfort only: each change shows the fields that its kind uses.
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

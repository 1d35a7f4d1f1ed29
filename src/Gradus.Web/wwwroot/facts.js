// Comfort only: a question that applies only beside another answer is shown only then. One that holds something stays in sight, so that nothing typed is sent unseen.
const asked = document.querySelectorAll("[data-when]");

// The other answer stands beside it in the same row or group, or further out.
const beside = (form, path, name) => {
  for (let parts = path.split("."); parts.length > 0;) {
    parts.pop();
    const found = form.elements[[...parts, name].join(".")];
    if (found) { return found instanceof RadioNodeList || found.type !== "radio" ? found.value : found.checked ? found.value : ""; }
  }
  return null;
};

const fit = () => asked.forEach(part => {
  const fields = [...part.querySelectorAll("input, select, textarea")];
  const [name, keys] = part.dataset.when.split("=");
  const value = beside(part.closest("form"), fields[0].name, name);
  const holds = fields.some(field => field.type === "radio" || field.type === "checkbox" ? field.checked && field.value !== "" : field.value !== "");
  part.hidden = value !== null && !keys.split(",").includes(value) && !holds;
});

fit();
document.querySelector("main").addEventListener("change", fit);

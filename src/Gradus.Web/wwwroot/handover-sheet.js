// The handover sheet. It holds what is typed in this page alone: it asks the site for nothing, keeps nothing in the browser, writes nothing to the address or the clipboard, and forgets all when the page is left.
import { find, without } from "./identifiers.js";

const levels = ["Unwell now", "Watch", "Stable"];
const forms = {
  ipass: [["situation", "What has happened, and the plan", "Patient summary: who, why here, what has happened, the plan"], ["worry", "What could go wrong", "Situation awareness"], ["contingency", "If this, then that", "If … then …, and whom to call"], ["back", "Said back by, at", "Synthesis: the receiver’s initials and the time"]],
  sbar: [["situation", "Situation", "What is happening now"], ["worry", "Background", "What led to it"], ["assessment", "Assessment", "What I think it is"], ["contingency", "Recommendation", "What I ask for, and if this, then that"], ["back", "Said back by, at", "The receiver’s initials and the time"]],
};
const sheet = document.getElementById("sheet");
const list = document.getElementById("patients");
const said = document.getElementById("sheet-said");
let turn = 0;

const make = (tag, attributes = {}, ...inside) => {
  const part = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) { part.setAttribute(name, value); }
  part.append(...inside);
  return part;
};
// No suggestions, no spelling sent to anybody, no translation: some browsers do that elsewhere.
const quiet = { autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false", translate: "no", "data-lpignore": "true", "data-1p-ignore": "" };
const field = (id, words, hint, { wide = false, lines = 0, name } = {}) => {
  const input = lines > 0 ? make("textarea", { id, rows: lines, maxlength: 600, ...quiet }) : make("input", { id, type: "text", maxlength: 120, ...quiet });
  input.dataset.part = name;
  if (hint) { input.setAttribute("aria-describedby", id + "-hint"); }
  return make("div", { class: "field" + (wide ? " field--wide" : ""), "data-field": name }, make("label", { for: id }, words), ...(hint ? [make("span", { class: "hint", id: id + "-hint" }, hint)] : []), input);
};
const button = (words, press, spoken) => {
  const made = make("button", { type: "button", class: "link" }, words, ...(spoken ? [make("span", { class: "vh" }, " " + spoken)] : []));
  made.addEventListener("click", press);
  return made;
};
const rows = () => [...list.children];
const texts = row => [...row.querySelectorAll("input[type=text], textarea")];
const isTyped = () => rows().some(row => texts(row).some(input => input.value.trim() !== "")) || [...document.querySelectorAll("#sheet-head input")].some(input => input.value.trim() !== "");
const kind = () => document.querySelector("[name=form]:checked").value;

const number = () => rows().forEach((row, i) => { row.querySelector("legend").firstChild.textContent = `Patient ${i + 1}`; });

const addTask = (row, focus) => {
  const id = `t${++turn}`;
  const task = make("li", { class: "task" }, field(id + "w", "Task", "", { name: "task" }), field(id + "o", "Owner", "", { name: "owner" }), field(id + "a", "By when", "", { name: "time" }), make("span", { class: "task__done", "aria-hidden": "true" }));
  task.append(button("Take out", () => {
    const tasks = row.querySelector(".sheet__tasks");
    task.remove();
    if (tasks.children.length === 0) { addTask(row); }
    tasks.querySelector("input").focus();
    said.textContent = "The task is out.";
  }, "this task"));
  row.querySelector(".sheet__tasks").append(task);
  if (focus) { task.querySelector("input").focus(); }
};

const fitForm = row => {
  const wanted = forms[kind()];
  for (const part of row.querySelectorAll("[data-field]")) {
    const found = wanted.find(([name]) => name === part.dataset.field);
    if (["situation", "worry", "assessment", "contingency", "back"].includes(part.dataset.field)) {
      // What holds something stays in sight: nothing typed is lost by choosing the other form.
      part.hidden = !found && part.querySelector("input, textarea").value.trim() === "";
      if (found) { part.querySelector("label").textContent = found[1]; part.querySelector(".hint").textContent = found[2]; }
    }
  }
};

const add = focus => {
  const id = `p${++turn}`;
  const level = make("select", { id: id + "l", autocomplete: "off" }, ...levels.map((words, i) => make("option", { value: String(i) }, words)));
  level.value = "2";
  const row = make("li", { class: "sheet__row" });
  const parts = make("fieldset", {}, make("legend", {}, "Patient", make("span", { class: "vh" }, "")),
    make("div", { class: "sheet__top" }, make("div", { class: "field" }, make("label", { for: id + "l" }, "How ill"), level), field(id + "b", "Bed", "", { name: "bed" }), field(id + "i", "Initials", "", { name: "initials" }), field(id + "e", "Early-warning score, escalation, allergy", "", { name: "score" })),
    make("div", { class: "sheet__parts" }, field(id + "s", "…", "…", { lines: 3, name: "situation" }), field(id + "w", "…", "…", { lines: 3, name: "worry" }), field(id + "a", "Assessment", "What I think it is", { lines: 3, name: "assessment" }), field(id + "c", "…", "…", { lines: 3, name: "contingency" })),
    make("p", { class: "legend" }, "Tasks"), make("ul", { class: "sheet__tasks plain" }), field(id + "r", "…", "…", { name: "back" }));
  row.append(parts);
  parts.append(make("p", { class: "sheet__tools" }, button("Add a task", () => addTask(row, true)), button("Take this patient out", () => {
    const at = rows().indexOf(row);
    if (texts(row).some(input => input.value.trim() !== "") && !confirm("Take this patient out? What you typed for them is gone.")) { return; }
    row.remove();
    if (rows().length === 0) { add(false); }
    number();
    rows()[Math.min(at, rows().length - 1)].querySelector("select").focus();
    said.textContent = `Taken out. The sheet has ${rows().length} ${rows().length === 1 ? "patient" : "patients"}.`;
  })));
  level.addEventListener("change", () => sort(row));
  list.append(row);
  addTask(row, false);
  fitForm(row);
  number();
  if (focus) { level.focus(); said.textContent = `Patient ${rows().length} added.`; }
  return row;
};

// Sickest first; those as ill as one another keep their order. The others move around the row that holds the focus.
const sort = moved => {
  const wanted = rows().map((row, i) => ({ row, i, level: Number(row.querySelector("select").value) })).sort((a, b) => a.level - b.level || a.i - b.i).map(one => one.row);
  const at = wanted.indexOf(moved);
  wanted.slice(0, at).forEach(row => moved.before(row));
  wanted.slice(at + 1).forEach(row => list.append(row));
  number();
  said.textContent = `${levels[moved.querySelector("select").value]}: now patient ${at + 1} of ${wanted.length}.`;
};

// What looks like a patient's identity is taken out again, and the page says what it was.
const refuse = row => {
  const inputs = texts(row);
  const found = find(inputs.map(input => input.value));
  let what = "";
  inputs.forEach((input, i) => {
    const box = input.closest(".field");
    if (found[i].length > 0) {
      what = found[i][0].what;
      input.value = without(input.value, found[i]);
      box.classList.add("field--bad");
      let error = box.querySelector(".field__error");
      if (!error) {
        error = make("p", { class: "field__error", id: input.id + "-error" });
        input.before(error);
        input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), error.id].filter(Boolean).join(" "));
      }
      error.textContent = `This looked like ${what} and was taken out. Use the bed and initials.`;
    }
  });
  if (what) { said.textContent = `What looked like ${what} was taken out.`; }
  return what !== "";
};
const clearError = input => {
  const box = input.closest(".field");
  if (box?.classList.contains("field--bad")) {
    box.classList.remove("field--bad");
    box.querySelector(".field__error")?.remove();
    const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter(id => id !== input.id + "-error").join(" ");
    if (described) { input.setAttribute("aria-describedby", described); } else { input.removeAttribute("aria-describedby"); }
  }
};
const refuseAll = () => [...rows(), document.getElementById("sheet-head")].map(refuse).some(Boolean);

const wipe = () => {
  list.replaceChildren();
  document.querySelectorAll("#sheet-head input").forEach(input => { input.value = ""; clearError(input); });
  add(false);
};

sheet.addEventListener("input", event => clearError(event.target));
sheet.addEventListener("change", event => { if (event.target.matches("input[type=text], textarea")) { refuse(event.target.closest(".sheet__row") ?? document.getElementById("sheet-head")); } });
// A browser that reloads may tick what was ticked before, while all else is empty again.
document.querySelectorAll("#sheet [type=radio]").forEach(radio => { radio.checked = radio.defaultChecked; });
document.querySelectorAll("[name=form]").forEach(radio => radio.addEventListener("change", () => rows().forEach(fitForm)));
document.querySelectorAll("[name=way]").forEach(radio => radio.addEventListener("change", () => document.documentElement.classList.toggle("sheet-upright", radio.value === "upright")));
document.getElementById("sheet-add").addEventListener("click", () => add(true));
document.getElementById("sheet-print").addEventListener("click", () => {
  if (refuseAll()) { document.querySelector(".field--bad input, .field--bad textarea").focus(); return; }
  window.print();
});
document.getElementById("sheet-clear").addEventListener("click", () => {
  if (isTyped() && !confirm("Clear the whole sheet? Nothing of it is kept anywhere.")) { return; }
  wipe();
  said.textContent = "The sheet is empty.";
  list.querySelector("select").focus();
});
addEventListener("beforeprint", refuseAll);
addEventListener("beforeunload", event => { if (isTyped()) { event.preventDefault(); } });
// Back must not show it again on a shared computer.
addEventListener("pagehide", wipe);

document.documentElement.classList.toggle("sheet-upright", document.querySelector("[name=way]:checked").value === "upright");
add(false);

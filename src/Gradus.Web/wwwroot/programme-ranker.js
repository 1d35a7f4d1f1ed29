// The programme ranker. Order, ties, undo, import and export come from ranking.js; this is its page: a list drawn only where it is looked at, kept in this browser at each change.
import { again, answer, begin, change, codes, csv, decode, file, follow, history, mark, move, nextQuestion, partial, place, questions, rank, read, readRows, reconcile, redo, remember, score, shift, table, undo, wanted, wish } from "./ranking.js";
import { clear, keptOrder, orderKey, restore, save } from "./kept.js";
import { readSheet, writeSheet } from "./xlsx.js";

const $ = id => document.getElementById(id);
const make = (tag, attributes = {}, ...inside) => {
  const part = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) { if (value !== null && value !== undefined && value !== false) { part.setAttribute(name, value === true ? "" : value); } }
  part.append(...inside);
  return part;
};
const icon = name => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ class: "i", width: 18, height: 18, "aria-hidden": "true" })) { svg.setAttribute(key, value); }
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/icons.svg#${name}`);
  svg.append(use);
  return svg;
};
const number = (count, one, many) => `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
const say = words => { $("said").textContent = words; };

let programmes = [], header = [], by = new Map(), searched = new Map();
let all = history({ order: [], marks: {}, notes: {} });
let listId = "", criteria = [], points = new Map(), ties = [];
let chosen = new Set(), shown = [], at = new Map();
let store = null, revision = 0, isAsked = false, isConflict = false;
try { store = window.localStorage; } catch { /* Not allowed here: nothing is kept, and the page says so. */ }
const tab = crypto.randomUUID();
const state = () => all.now;

// ---- keeping ----
const notSaved = words => { $("saved").textContent = words; $("saved").classList.add("is-not"); };
const keep = (isOverAll = false) => {
  if (isAsked || isConflict) { return; }
  if (!store) { notSaved("Not saved: this browser keeps nothing for this page. Save to a file."); return; }
  const before = keptOrder(store);
  if (!isOverAll && before && before.tab !== tab && before.revision !== revision) { conflict(); return; }
  const when = Date.now();
  try {
    const next = (before?.revision ?? 0) + 1;
    save(store, { id: listId, header, rows: programmes.map(programme => programme.cells) }, { revision: next, tab, when, state: state(), criteria });
    revision = next;
    $("saved").textContent = `Saved in this browser at ${new Date(when).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" })}`;
    $("saved").classList.remove("is-not");
  } catch { notSaved("Not saved: this browser has no room left. Save to a file."); }
};
const conflict = () => {
  isConflict = true;
  $("conflict").hidden = false;
  notSaved("Not saved: another tab has changed the order.");
};
addEventListener("storage", event => { if (event.key === orderKey && event.newValue && programmes.length > 0 && !isAsked) { conflict(); } });
const comeBack = () => {
  const kept = restore(store);
  if (kept === null) { return null; }
  const { list, order } = kept;
  const imported = read(JSON.stringify({ gradus: "programmes", header: list.header, rows: list.rows, state: order?.state, criteria: order?.criteria }));
  return imported.programmes.length === 0 ? null : { imported: { ...imported, id: list.id }, when: order?.when, revision: order?.revision ?? 0 };
};

// ---- the list, drawn where it is looked at ----
const scroller = $("scroller");
const list = $("programmes");
const nodes = new Map();
const narrow = matchMedia("(max-width: 47.5em)");
const height = () => narrow.matches ? 156 : 92;

const jobsOf = programme => programme.jobs.length > 0 ? programme.jobs.map(job => [job.specialty, job.site].filter(Boolean).join(", ")).join(" · ") : programme.specialties.join(" · ");
const node = key => {
  const programme = by.get(key);
  const button = (way, name, words) => make("button", { type: "button", "data-way": way, "aria-label": `Move ${programme.code} ${words}`, title: words[0].toUpperCase() + words.slice(1) }, icon(name));
  const row = make("li", { class: "prog", "data-key": key },
    make("label", { class: "prog__pick" }, make("input", { type: "checkbox", "aria-label": `Choose ${programme.code}`, autocomplete: "off" })),
    make("input", { class: "prog__at", inputmode: "numeric", maxlength: 6, autocomplete: "off", "aria-label": `Position of ${programme.code}` }),
    make("div", { class: "prog__name" }, make("b", {}, programme.code), make("span", { class: "prog__state" }), make("small", {}, [programme.title, programme.employers.join(", ") || programme.school].filter(Boolean).join(" · ")), make("small", { class: "prog__jobs" }, jobsOf(programme)), make("small", { class: "prog__why" })),
    make("span", { class: "prog__points" }),
    make("div", { class: "move" }, button("up", "up", "up"), button("down", "down", "down"), button("top", "top", "to the top"), button("bottom", "bottom", "to the bottom"), make("button", { type: "button", class: "move__to", "data-way": "more", "aria-label": `More about ${programme.code}` }, "More")));
  return row;
};
const fill = (row, key, i) => {
  const end = wanted(state());
  const place = at.get(key);
  const isNot = state().marks[key] === "not";
  const [first, last] = isNot ? [end, state().order.length - 1] : [0, end - 1];
  row.style.transform = `translateY(${i * height()}px)`;
  row.setAttribute("aria-posinset", i + 1);
  row.setAttribute("aria-setsize", shown.length);
  row.classList.toggle("is-chosen", chosen.has(key));
  row.classList.toggle("is-not", isNot);
  row.querySelector("[type=checkbox]").checked = chosen.has(key);
  const position = row.querySelector(".prog__at");
  if (document.activeElement !== position || position.dataset.place !== String(place)) { position.value = place + 1; position.dataset.place = place; }
  row.querySelector(".prog__state").textContent = [isNot ? "not wanted" : state().marks[key] === "keep" ? "keep" : "", state().notes[key] ? "note" : ""].filter(Boolean).join(", ");
  row.querySelector(".prog__points").textContent = criteria.length > 0 ? `${points.get(key)}` : "";
  row.querySelector(".prog__why").textContent = criteria.length > 0 ? score(by.get(key), criteria).reasons.map(reason => `${reason.points > 0 ? "+" : ""}${reason.points} ${reason.says}`).join(" · ") : "";
  row.querySelectorAll("[data-way]").forEach(one => {
    const isEnd = ((one.dataset.way === "up" || one.dataset.way === "top") && place === first) || ((one.dataset.way === "down" || one.dataset.way === "bottom") && place === last);
    if (isEnd) { one.setAttribute("aria-disabled", "true"); } else { one.removeAttribute("aria-disabled"); }
  });
};
const draw = () => {
  const from = Math.max(0, Math.floor(scroller.scrollTop / height()) - 4);
  const to = Math.min(shown.length, from + Math.ceil(scroller.clientHeight / height()) + 8);
  const focused = list.contains(document.activeElement) ? document.activeElement.closest(".prog") : null;
  const wantedNodes = [];
  for (let i = from; i < to; i++) { wantedNodes.push([shown[i], i]); }
  // The one that holds the focus is never taken out, wherever it is.
  if (focused && !wantedNodes.some(([key]) => key === focused.dataset.key)) {
    const i = shown.indexOf(focused.dataset.key);
    if (i >= 0) { wantedNodes.push([focused.dataset.key, i]); wantedNodes.sort((a, b) => a[1] - b[1]); }
  }
  const keys = new Set(wantedNodes.map(([key]) => key));
  for (const [key, row] of nodes) { if (!keys.has(key)) { row.remove(); nodes.delete(key); } }
  const rows = wantedNodes.map(([key, i]) => {
    if (!nodes.has(key)) { nodes.set(key, node(key)); }
    fill(nodes.get(key), key, i);
    return nodes.get(key);
  });
  // In the document they stand in the order in which they are seen; the others move around the focus.
  const pivot = rows.indexOf(focused);
  for (let i = pivot - 1; i >= 0; i--) { if (rows[i + 1].previousElementSibling !== rows[i]) { rows[i + 1].before(rows[i]); } }
  for (let i = pivot + 1; i < rows.length; i++) {
    const last = i > 0 ? rows[i - 1] : null;
    if ((last ? last.nextElementSibling : list.firstElementChild) !== rows[i]) { if (last) { last.after(rows[i]); } else { list.prepend(rows[i]); } }
  }
};
const see = key => {
  const i = shown.indexOf(key);
  if (i < 0) { return; }
  const top = i * height();
  if (top < scroller.scrollTop + height()) { scroller.scrollTop = Math.max(0, top - height()); } else if (top + height() > scroller.scrollTop + scroller.clientHeight) { scroller.scrollTop = top + 2 * height() - scroller.clientHeight; }
};
const show = () => {
  at = new Map(state().order.map((key, i) => [key, i]));
  const words = $("search").value.trim().toLowerCase();
  const only = $("only").value;
  const level = only === "ties" ? new Set(ties.flat()) : null;
  shown = words === "" && only === "all" ? state().order : state().order.filter(key => (only === "all" || (only === "ties" ? level.has(key) : only === "wanted" ? state().marks[key] !== "not" : only === "notes" ? key in state().notes : state().marks[key] === only)) && (words === "" || searched.get(key).includes(words)));
  list.style.height = `${shown.length * height()}px`;
  $("empty").hidden = shown.length > 0;
  $("count").textContent = `${number(wanted(state()), "programme", "programmes")} wanted${programmes.length > wanted(state()) ? `, ${programmes.length - wanted(state())} not` : ""}${shown.length < programmes.length ? `; ${shown.length} shown` : ""}`;
  for (const [id, some] of [["undo", all.past.length], ["redo", all.future.length]]) { if (some > 0) { $(id).removeAttribute("aria-disabled"); } else { $(id).setAttribute("aria-disabled", "true"); } }
  $("chosen").hidden = chosen.size === 0;
  $("chosen-count").textContent = `${number(chosen.size, "programme", "programmes")} chosen`;
  $("ties").hidden = criteria.length === 0 || ties.length === 0;
  $("ties-words").textContent = ties.length === 0 ? "" : `${number(ties.length, "group is", "groups are")} level: the points do not tell them apart.`;
  draw();
};
const done = (next, words) => {
  all = change(all, next, words);
  show();
  say(words);
  keep();
};
const level = () => { const ranked = rank(programmes, criteria, state()); points = ranked.points; return ranked; };
const isRanked = () => { const end = wanted(state()); for (let i = 1; i < end; i++) { if (points.get(state().order[i - 1]) < points.get(state().order[i])) { return false; } } return true; };
const tiesNow = () => {
  ties = [];
  if (criteria.length === 0 || !isRanked()) { return; }
  ties = rank(programmes, criteria, state()).ties.filter(group => group.length > 1);
};

// A list in place of another is a step like any: undo brings the one before back, with its order and wishes.
const take = (imported, words, isKept = false) => {
  const state = imported.state ? reconcile(imported.state, imported.programmes) : begin(imported);
  const wishes = Array.isArray(imported.criteria) ? imported.criteria.filter(one => one && typeof one.value === "string" && Number.isFinite(one.weight)) : criteria;
  const list = { id: imported.id ?? crypto.randomUUID(), programmes: imported.programmes, header: imported.header, criteria: wishes };
  all = programmes.length > 0 ? change(all, state, words, list) : history(state, list);
  adopt();
  opened(words);
  if (!isKept) { keep(true); }
};
const adopt = () => {
  ({ id: listId, programmes, header, criteria } = all.list);
  by = new Map(programmes.map(programme => [programme.key, programme]));
  searched = new Map(programmes.map(programme => [programme.key, programme.cells.join(" ").toLowerCase()]));
  showWishes();
};
const wishing = next => { criteria = next; all = wish(all, criteria); };
const opened = words => {
  nodes.forEach(row => row.remove());
  nodes.clear();
  chosen = new Set();
  level();
  tiesNow();
  $("work").hidden = false;
  $("import-title").textContent = "Import again, or another list";
  // With a list at hand the order comes first.
  if ($("import").nextElementSibling !== null && $("work").nextElementSibling !== $("import")) {
    $("work").after($("import"));
    $("order-title").focus();
  }
  const suggestions = new Set(programmes.flatMap(programme => [...programme.specialties, ...programme.sites, ...programme.employers, programme.school]).filter(Boolean));
  $("values").replaceChildren(...[...suggestions].sort().slice(0, 400).map(value => make("option", { value })));
  scroller.scrollTop = 0;
  show();
  say(words);
};

// ---- import ----
// A refusal is shown as every page shows one: in the title, summed up after the heading with the focus, and at the field.
const title = document.title.replace(/^Error: /, "");
const accepted = () => {
  document.title = title;
  document.querySelectorAll(".errors, #import .field__error").forEach(part => part.remove());
  document.querySelectorAll("#import .field--bad").forEach(part => part.classList.remove("field--bad"));
  document.querySelectorAll("#import [aria-invalid]").forEach(input => { input.removeAttribute("aria-invalid"); input.setAttribute("aria-describedby", (input.getAttribute("aria-describedby") ?? "").replace(`${input.id}-error`, "").trim()); });
};
const refused = (id, words) => {
  accepted();
  document.title = `Error: ${title}`;
  const input = $(id);
  input.before(make("p", { class: "field__error", id: `${id}-error` }, icon("late"), make("span", {}, make("span", { class: "vh" }, "Error: "), words)));
  input.closest(".field").classList.add("field--bad");
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${id}-error`.trim());
  const summary = make("section", { class: "errors", role: "alert", "aria-labelledby": "errors-title", tabindex: -1 }, make("h2", { id: "errors-title" }, "One thing to put right"), make("ul", { class: "plain" }, make("li", {}, make("a", { href: `#${id}` }, words))));
  document.querySelector("h1").after(summary);
  summary.focus();
};
const faultsOf = imported => {
  const lines = imported.faults.map(fault => `${fault.isItem ? "Entry" : "Line"} ${fault.line}: ${fault.says}.`);
  const unknown = imported.programmes.filter(programme => programme.orderFrom === "unknown").length;
  if (unknown > 0 && unknown < imported.programmes.length) { lines.push(`The order of jobs is not said in ${number(unknown, "programme", "programmes")}.`); } else if (unknown > 0) { lines.push("The order of jobs is not said in this list."); }
  const most = 50;
  $("import-faults").replaceChildren(...(imported.notes ?? []).concat(lines).slice(0, most).map(line => make("li", {}, line)), ...(lines.length > most ? [make("li", {}, `and ${lines.length - most} more.`)] : []));
  $("import-told").hidden = imported.faults.length + (imported.notes ?? []).length + unknown === 0;
  $("import-told-title").textContent = imported.faults.length > 0 ? `${number(imported.faults.length, "line was", "lines were")} left out` : "To know about this list";
};
// Whether the list was taken; what was typed stays in its box where it was not.
const bring = (imported, name, id) => {
  faultsOf(imported);
  $("changes").hidden = true;
  if (imported.programmes.length === 0) {
    say(`No programmes were read${name ? ` from ${name}` : ""}. ${imported.faults[0] ? `Line ${imported.faults[0].line}: ${imported.faults[0].says}.` : "Expected headings, and a line for each programme."}`);
    refused(id, $("said").textContent.trim());
    return false;
  }
  accepted();
  if (programmes.length > 0 && imported.isOrder && imported.programmes.filter(one => by.has(one.key)).length * 2 > imported.programmes.length) {
    done(follow(state(), imported.programmes.map(one => one.code)), `Your list is in the order of ${name || "the codes"}.`);
    return true;
  }
  const same = imported.programmes.filter(one => by.has(one.key)).length;
  if (programmes.length > 0 && same > 0) {
    const found = again(programmes, header, state(), imported);
    const isOwn = imported.state !== null;
    const names = keys => keys.slice(0, 12).map(key => (by.get(key) ?? imported.programmes.find(one => one.key === key)).code).join(", ") + (keys.length > 12 ? ` and ${keys.length - 12} more` : "");
    const lines = [["added, at the end", found.added], ["removed", found.removed]].filter(([, keys]) => keys.length > 0).map(([words, keys]) => `${keys.length} ${words}: ${names(keys)}.`);
    if (found.changed.length > 0) { lines.push(`${found.changed.length} changed: ${found.changed.slice(0, 12).map(one => `${imported.programmes.find(programme => programme.key === one.key).code} (${one.columns.join(", ")})`).join("; ")}${found.changed.length > 12 ? ` and ${found.changed.length - 12} more` : ""}.`); }
    const next = isOwn ? imported.state : found.state;
    take({ ...imported, state: next, criteria: imported.criteria ?? criteria }, `${name || "The list"} is in. ${lines.length === 0 ? "Nothing was added, removed or changed." : `${found.added.length} added, ${found.removed.length} removed, ${found.changed.length} changed.`} ${isOwn ? "The order is the file’s." : "Your order is kept."}`);
    $("changes-list").replaceChildren(...(lines.length > 0 ? lines : ["Nothing was added, removed or changed."]).map(line => make("li", {}, line)));
    $("changes").hidden = false;
    return true;
  }
  if (programmes.length > 0 && !confirm("This is another list: none of its codes is in yours. Put it in place of yours?")) { return false; }
  take(imported, `${number(imported.programmes.length, "programme", "programmes")} read${name ? ` from ${name}` : ""}.`);
  return true;
};
const fromFile = async one => {
  try {
    const bytes = new Uint8Array(await one.arrayBuffer());
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) { bring(readRows(await readSheet(bytes)), one.name, "file"); return; }
    const { text, note } = decode(bytes);
    const imported = read(text);
    bring({ ...imported, notes: note ? [note, ...imported.notes] : imported.notes }, one.name, "file");
  } catch (fault) { say(`${one.name} cannot be read: ${fault.message}.`); refused("file", $("said").textContent); }
};
$("import").addEventListener("submit", async event => {
  event.preventDefault();
  const input = $("file");
  if (input.files.length > 0) { await fromFile(input.files[0]); input.value = ""; } else if ($("text").value.trim() !== "") { if (bring(read($("text").value), "", "text")) { $("text").value = ""; } } else { refused("file", "Choose a file, or paste a list."); }
});
$("file").addEventListener("change", () => { if ($("file").files.length > 0) { $("import").requestSubmit(); } });
$("example").addEventListener("click", () => bring(read($("example-list").textContent), "the invented list", "file"));

// ---- by hand ----
const spoken = keys => keys.length === 1 ? by.get(keys[0]).code : number(keys.length, "programme", "programmes");
const act = (keys, next) => {
  const first = keys.reduce((low, key) => Math.min(low, next.order.indexOf(key)), Infinity);
  const isNot = state().marks[keys[0]] === "not";
  done(next, `${spoken(keys)} moved to ${(first + 1).toLocaleString("en-GB")} of ${(isNot ? next.order.length : wanted(next)).toLocaleString("en-GB")}${isNot ? ", among those not wanted" : ""}.`);
  see(keys.reduce((low, key) => next.order.indexOf(key) < next.order.indexOf(low) ? key : low));
  draw();
};
const inOrder = () => state().order.filter(key => chosen.has(key));
const toPosition = (keys, text) => {
  const to = Number.parseInt(text, 10);
  if (!/^\s*\d+\s*$/u.test(text) || to < 1) { say(`Write a position from 1 to ${state().order.length}.`); return; }
  act(keys, move(state(), keys, to - 1));
};
list.addEventListener("click", event => {
  const button = event.target.closest("[data-way]");
  const key = event.target.closest(".prog")?.dataset.key;
  if (!button || !key) { return; }
  if (button.dataset.way === "more") { openDetail(key); } else if (!button.hasAttribute("aria-disabled")) { act([key], shift(state(), [key], button.dataset.way)); }
});
list.addEventListener("change", event => {
  const key = event.target.closest(".prog")?.dataset.key;
  if (event.target.type === "checkbox") { if (event.target.checked) { chosen.add(key); } else { chosen.delete(key); } show(); } else if (event.target.matches(".prog__at") && event.target.value.trim() !== String(at.get(key) + 1)) { toPosition([key], event.target.value); }
});
list.addEventListener("keydown", event => { if (event.key === "Enter" && event.target.matches(".prog__at")) { event.preventDefault(); toPosition([event.target.closest(".prog").dataset.key], event.target.value); } });
scroller.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
addEventListener("resize", () => { if (programmes.length > 0) { show(); } });
$("search").addEventListener("input", () => { scroller.scrollTop = 0; show(); });
$("only").addEventListener("change", () => { tiesNow(); scroller.scrollTop = 0; show(); });
const turn = (way, words) => {
  const now = way(all);
  if (now === all) { return; }
  const says = words === "Undone" ? all.past.at(-1).says : all.future[0].says;
  all = now;
  $("changes").hidden = true;
  if (all.list.id === listId) { tiesNow(); show(); say(`${words}: ${says}`); } else { adopt(); opened(`${words}: ${says}`); }
  keep();
};
$("undo").addEventListener("click", () => turn(undo, "Undone"));
$("redo").addEventListener("click", () => turn(redo, "Done again"));
addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.target.matches("textarea, input:not([type=checkbox])") || programmes.length === 0) { return; }
  if (event.key.toLowerCase() === "z") { event.preventDefault(); if (event.shiftKey) { turn(redo, "Done again"); } else { turn(undo, "Undone"); } } else if (event.key.toLowerCase() === "y") { event.preventDefault(); turn(redo, "Done again"); }
});
$("chosen").addEventListener("click", event => {
  const way = event.target.closest("[data-all]")?.dataset.all;
  const keys = inOrder();
  if (!way || keys.length === 0) { return; }
  if (way === "none") { chosen = new Set(); show(); say("Nothing is chosen."); $("search").focus(); } else if (way === "to") { toPosition(keys, $("chosen-to").value); } else if (way === "compare") { openDuel(keys); } else if (way === "keep" || way === "not" || way === "neither") { done(mark(state(), keys, way === "neither" ? null : way), `${spoken(keys)}: ${{ keep: "keep", not: "not wanted", neither: "no mark" }[way]}.`); } else { act(keys, shift(state(), keys, way)); }
});
$("choose-shown").addEventListener("click", () => { shown.forEach(key => chosen.add(key)); show(); say(`${number(chosen.size, "programme", "programmes")} chosen.`); });

// ---- more about one ----
const detail = $("detail");
let detailKey = null;
const openDetail = key => {
  detailKey = key;
  const programme = by.get(key);
  const scored = score(programme, criteria);
  $("detail-title").textContent = programme.code;
  $("detail-where").textContent = `${at.get(key) + 1} of ${state().order.length}`;
  $("detail-jobs").replaceChildren(...(programme.jobs.length > 0 ? programme.jobs.map((job, i) => make("li", {}, `${i + 1}. ${[job.specialty, job.site].filter(Boolean).join(", ")}`)) : programme.specialties.map(one => make("li", {}, one))));
  $("detail-order").textContent = { columns: "", text: "The jobs were read out of the text.", unknown: "The list does not say in which order the jobs come." }[programme.orderFrom];
  $("detail-why").replaceChildren(...(criteria.length === 0 ? [] : scored.reasons.length === 0 ? [make("li", {}, "No wish fits.")] : scored.reasons.map(reason => make("li", {}, `${reason.points > 0 ? "+" : ""}${reason.points}: ${reason.says}`))));
  $("detail-points").textContent = criteria.length === 0 ? "" : `Points: ${scored.points}`;
  $("detail-cells").replaceChildren(...header.flatMap((name, i) => programme.cells[i]?.trim() ? [make("div", {}, make("dt", {}, name), make("dd", {}, programme.cells[i]))] : []));
  $("detail-note").value = state().notes[key] ?? "";
  detail.querySelectorAll("[name=mark]").forEach(radio => { radio.checked = radio.value === (state().marks[key] ?? ""); });
  detail.showModal();
};
detail.addEventListener("change", event => {
  if (event.target.name === "mark") { done(mark(state(), [detailKey], event.target.value || null), `${by.get(detailKey).code}: ${{ keep: "keep", not: "not wanted" }[event.target.value] ?? "no mark"}.`); } else if (event.target.id === "detail-note") { done(remember(state(), detailKey, event.target.value.trim()), `The note on ${by.get(detailKey).code} is kept.`); }
});
detail.addEventListener("close", () => { see(detailKey); draw(); nodes.get(detailKey)?.querySelector("[data-way=more]").focus(); });
$("detail-close").addEventListener("click", () => detail.close());

// ---- two at a time ----
const duel = $("duel");
let duelling = [], answers = {}, asked = 0, pairNow = null;
const describe = key => { const programme = by.get(key); return [make("b", {}, programme.code), make("span", {}, [programme.title, programme.employers.join(", ")].filter(Boolean).join(" · ")), make("span", {}, jobsOf(programme))]; };
const ask = () => {
  const step = nextQuestion(duelling, answers);
  if (step.order) {
    duel.close();
    ties = ties.filter(group => !group.every(key => duelling.includes(key)));
    done(place(state(), step.order), `${number(duelling.length, "programme", "programmes")} put in order by ${number(asked, "answer", "answers")}.`);
    return;
  }
  pairNow = step.ask;
  $("duel-count").textContent = `Question ${asked + 1} of at most ${questions(duelling.length)}`;
  $("duel-a").replaceChildren(...describe(pairNow[0]));
  $("duel-b").replaceChildren(...describe(pairNow[1]));
  $("duel-a").focus();
};
const openDuel = keys => {
  if (keys.length < 2 || keys.length > 100) { say("Choose from two to a hundred programmes to compare."); return; }
  [duelling, answers, asked] = [keys, {}, 0];
  duel.showModal();
  ask();
};
$("duel-a").addEventListener("click", () => { answers = answer(answers, pairNow[0], pairNow[1]); asked++; ask(); });
$("duel-b").addEventListener("click", () => { answers = answer(answers, pairNow[1], pairNow[0]); asked++; ask(); });
$("duel-stop").addEventListener("click", () => { duel.close(); if (asked > 0) { done(place(state(), partial(duelling, answers)), `Stopped after ${number(asked, "answer", "answers")}; what you said is in the order.`); } });
$("ties-compare").addEventListener("click", () => openDuel(ties[0].slice(0, 100)));

// ---- wishes ----
const kinds = { specialty: "Specialty", site: "Site", employer: "Employer", school: "School", first: "First job", text: "Anything written (pay band, on call)", travel: "Travel" };
const weights = [[3, "much wanted"], [2, "wanted"], [1, "rather"], [-1, "rather not"], [-2, "unwanted"], [-3, "much unwanted"]];
function showWishes() {
  $("wishes").replaceChildren(...criteria.map((one, i) => {
    const out = make("button", { type: "button", class: "link" }, "Take out", make("span", { class: "vh" }, ` ${one.value}`));
    out.addEventListener("click", () => { wishing(criteria.filter((_, j) => j !== i)); level(); tiesNow(); showWishes(); show(); keep(); say(`${one.value} is no wish any more.`); $("wish-value").focus(); });
    return make("li", {}, make("span", {}, `${kinds[one.kind] ?? one.kind}: ${one.value}, ${one.kind === "travel" ? `${one.minutes} minutes, weight ${Math.abs(one.weight)}` : weights.find(([weight]) => weight === one.weight)?.[1] ?? one.weight}`), out);
  }));
}
$("wish-kind").addEventListener("change", () => { $("wish-minutes-field").hidden = $("wish-kind").value !== "travel"; });
$("wish").addEventListener("submit", event => {
  event.preventDefault();
  const value = $("wish-value").value.trim();
  const kind = $("wish-kind").value;
  const minutes = Number($("wish-minutes").value);
  if (value === "" || (kind === "travel" && !(minutes >= 0 && $("wish-minutes").value.trim() !== ""))) { $("wish-said").textContent = value === "" ? "Write what the wish is about." : "Write the minutes of travel."; return; }
  $("wish-said").textContent = "";
  wishing([...criteria, { kind, value, weight: Number($("wish-weight").value), ...(kind === "travel" ? { minutes } : {}) }]);
  $("wish-value").value = "";
  level();
  tiesNow();
  showWishes();
  show();
  keep();
  const fits = programmes.filter(programme => score(programme, [criteria.at(-1)]).reasons.some(reason => reason.points !== 0)).length;
  say(`${value}: fits ${number(fits, "programme", "programmes")}. Press “Order by points” to use it.`);
  $("wish-value").focus();
});
$("rank").addEventListener("click", () => {
  const ranked = level();
  ties = ranked.ties;
  done(ranked.state, criteria.length === 0 ? "There are no wishes yet: the order stays." : `Ordered by points. ${number(ties.length, "group is", "groups are")} level.`);
});

// ---- out ----
const download = (name, type, data) => {
  const link = make("a", { href: URL.createObjectURL(new Blob([data], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${name} is written.`);
};
const best = () => { const rows = table(programmes, header, state()); const order = new Map(state().order.map((key, i) => [key, i])); return [rows[0], ...rows.slice(1).map((row, i) => [order.get(programmes[i].key), row]).sort((a, b) => a[0] - b[0]).map(([, row]) => row)]; };
$("out-file").addEventListener("click", () => download("programmes.json", "application/json", file(programmes, header, state(), criteria)));
$("out-imported").addEventListener("click", () => download("programmes-as-imported.csv", "text/csv", "\ufeff" + csv(table(programmes, header, state()))));
$("out-csv").addEventListener("click", () => download("programmes-best-first.csv", "text/csv", "\ufeff" + csv(best())));
$("out-xlsx").addEventListener("click", () => download("programmes.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeSheet(best())));
$("out-codes").addEventListener("click", () => download("codes-best-first.csv", "text/csv", codes(programmes, state())));
const paper = () => $("paper").replaceChildren(...state().order.slice(0, wanted(state())).map(key => make("li", {}, make("b", {}, by.get(key).code), ` ${[by.get(key).title, jobsOf(by.get(key)), state().notes[key]].filter(Boolean).join(" · ")}`)));
addEventListener("beforeprint", paper);
addEventListener("afterprint", () => $("paper").replaceChildren());
$("out-print").addEventListener("click", () => window.print());
$("clear").addEventListener("click", () => {
  if (!confirm("Clear the list and its order from this browser?")) { return; }
  try { clear(store); } catch { /* Nothing was kept. */ }
  [programmes, header, criteria, revision, isConflict] = [[], [], [], 0, false];
  $("conflict").hidden = true;
  $("work").hidden = true;
  $("changes").hidden = true;
  $("saved").textContent = "";
  say("The list is cleared from this browser.");
  showWishes();
  $("file").focus();
});

// ---- two tabs, and coming back ----
$("conflict-theirs").addEventListener("click", () => {
  const found = comeBack();
  [isConflict, $("conflict").hidden] = [false, true];
  if (found) { revision = found.revision; take(found.imported, "This is the other tab’s order.", true); }
});
$("conflict-mine").addEventListener("click", () => {
  [isConflict, $("conflict").hidden] = [false, true];
  revision = keptOrder(store)?.revision ?? 0;
  keep(true);
  say("Your order here is kept.");
});
const found = comeBack();
if (found) {
  isAsked = true;
  $("kept-words").textContent = `This browser kept ${number(found.imported.programmes.length, "programme", "programmes")} in your order${found.when ? `, saved on ${new Date(found.when).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })} at ${new Date(found.when).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}` : ""}. Go on with it?`;
  $("kept").hidden = false;
  $("import").hidden = true;
  const answered = () => { [isAsked, $("kept").hidden, $("import").hidden] = [false, true, false]; };
  $("kept-yes").addEventListener("click", () => { answered(); revision = found.revision; take(found.imported, "Your order is back.", true); $("saved").textContent = "Saved in this browser"; $("search").focus(); });
  $("kept-no").addEventListener("click", () => { answered(); try { clear(store); } catch { /* Nothing was kept. */ } say("What was kept is cleared."); $("file").focus(); });
}

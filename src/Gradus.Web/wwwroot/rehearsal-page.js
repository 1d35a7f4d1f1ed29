// The page of the handover rehearsal: its marks come from rehearsal.js. What is written stays here.
import { compare, lines, parts, rules, score, shuffle } from "./rehearsal.js";

const scenes = JSON.parse(document.getElementById("scenes").textContent);
const seed = new URLSearchParams(location.search).get("seed") ?? "1";
const link = (id, word) => `/handover/rehearsal?${new URLSearchParams({ scenario: id, seed: word })}`;
const make = (tag, attributes = {}, ...inside) => {
  const part = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) { part.setAttribute(name, value); }
  part.append(...inside);
  return part;
};
const points = number => number < 0 ? `−${-number}` : String(number);
const minutes = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

const start = document.getElementById("start");
if (start) {
  const word = document.getElementById("seed");
  const aim = () => { start.href = link(shuffle(scenes.map(scene => scene.id), word.value.trim() || "1")[0], word.value.trim() || "1"); };
  word.value = seed;
  word.addEventListener("input", aim);
  aim();

  const clock = document.getElementById("meeting-clock");
  const next = document.getElementById("meeting-next");
  const said = document.getElementById("meeting-said");
  let ticking = null, began = 0, patient = 1, total = 0, patients = 1;
  const show = () => {
    const gone = Math.floor((performance.now() - began) / 1000);
    const left = total - gone;
    clock.textContent = left >= 0 ? minutes(left) : `over by ${minutes(-left)}`;
    clock.classList.toggle("is-over", left < 0 || gone > patient * total / patients);
  };
  document.getElementById("meeting-start").addEventListener("click", () => {
    total = Math.max(1, Number(document.getElementById("meeting-minutes").value) || 30) * 60;
    patients = Math.max(1, Math.floor(Number(document.getElementById("meeting-patients").value) || 20));
    [began, patient] = [performance.now(), 1];
    clearInterval(ticking);
    ticking = setInterval(show, 500);
    next.hidden = false;
    said.textContent = `About ${minutes(Math.round(total / patients))} a patient. Patient 1 of ${patients}.`;
    show();
  });
  next.addEventListener("click", () => {
    const gone = (performance.now() - began) / 1000;
    const late = Math.round(gone - patient * total / patients);
    patient++;
    if (patient > patients) {
      clearInterval(ticking);
      next.hidden = true;
      said.textContent = `Done: ${patients} patients in ${minutes(Math.round(gone))}.`;
      document.getElementById("meeting-start").focus();
      return;
    }
    said.textContent = `Patient ${patient} of ${patients}. ${late > 0 ? `${minutes(late)} behind.` : `${minutes(-late)} in hand.`}`;
    show();
  });
}

const holder = document.querySelector("[data-scene]");
if (holder) {
  const scene = scenes.find(one => one.id === holder.dataset.scene);
  const round = shuffle(scenes.map(one => one.id), seed);
  const ticks = document.getElementById("by-ticking");
  const writing = document.getElementById("by-writing");
  const note = document.getElementById("note");
  const back = document.getElementById("back");
  const scored = document.getElementById("scored");
  let before = null, attempt = 0, ticking = null;

  document.getElementById("next").href = link(round[(round.indexOf(scene.id) + 1) % round.length], seed);
  document.getElementById("rules").replaceChildren(make("ul", {}, ...rules.map(rule => make("li", {}, rule))));
  for (const group of lines(scene, scenes, seed)) {
    ticks.append(make("fieldset", { class: "field" }, make("legend", {}, group.name), make("div", { class: "ticks" }, ...group.lines.map(line => make("label", { class: "choice" }, make("input", { type: "checkbox", value: line, "data-part": group.key, autocomplete: "off" }), make("span", {}, line))))));
  }
  document.querySelectorAll("[name=how]").forEach(radio => { radio.checked = radio.defaultChecked; });
  document.querySelectorAll("[name=how]").forEach(radio => radio.addEventListener("change", () => {
    ticks.hidden = radio.value !== "tick";
    writing.hidden = radio.value === "tick";
  }));

  const clock = document.getElementById("clock");
  document.getElementById("clock-start").addEventListener("click", event => {
    const began = performance.now();
    clearInterval(ticking);
    const show = () => {
      const left = Number(clock.dataset.minutes) * 60 - Math.floor((performance.now() - began) / 1000);
      clock.textContent = left >= 0 ? minutes(left) : `over by ${minutes(-left)}`;
      clock.classList.toggle("is-over", left < 0);
    };
    ticking = setInterval(show, 500);
    show();
    event.target.textContent = "Start the clock again";
    (ticks.hidden ? note : ticks.querySelector("input")).focus();
  });

  const list = (title, all) => all.length === 0 ? [] : [make("span", {}, title), make("ul", {}, ...all.map(one => make("li", {}, one)))];
  document.getElementById("mark").addEventListener("click", () => {
    const ticked = part => [...ticks.querySelectorAll(`input[data-part=${part}]:checked`)].map(input => input.value).join(" ");
    const isTicked = !ticks.hidden;
    const marks = isTicked ? score(scene, parts.slice(0, 4).map(([key]) => ticked(key)).join(" "), ticked("back"), scenes) : score(scene, note.value, back.value, scenes);
    attempt++;
    clearInterval(ticking);
    const against = before ? compare(before, marks) : null;
    const change = one => against ? make("small", { class: "soft" }, ` was ${points(one.before)}`) : "";
    scored.replaceChildren(
      make("h2", { id: "scored-title" }, `${points(marks.total)} of ${marks.of}${against ? `, ${against.total === 0 ? "as before" : against.total > 0 ? `${points(against.total)} more than before` : `${points(-against.total)} fewer than before`}` : ""}`),
      ...(marks.isWrongPatient ? [make("p", { class: "field__error" }, "This is another patient’s handover. Name, age or place is not that of the notes: in life, stop and start again.")] : []),
      ...(clock.textContent ? [make("p", { class: "soft" }, `Clock: ${clock.textContent}${clock.textContent.startsWith("over") ? "" : " left"}.`)] : []),
      make("ul", { class: "marks plain" }, ...marks.parts.map((part, i) => make("li", {}, make("b", {}, part.name), make("span", { class: "mark-n" }, `${points(part.points)} of ${part.of}`, change(against?.parts[i])),
        make("div", {}, ...list("You said the opposite of:", part.opposite), ...list("Missed:", part.missed), ...(part.opposite.length + part.missed.length === 0 ? ["Complete."] : []))))),
      ...(marks.changesMissed.length > 0 ? [make("p", {}, make("b", {}, "New since the last list, and not handed over: "), marks.changesMissed.join("; "), ".")] : []),
      ...(marks.better ? [make("div", {}, make("p", {}, `A better line, for ${marks.better.name.toLowerCase()}:`), make("blockquote", {}, marks.better.line))] : []),
      make("p", { class: "soft" }, attempt === 1 ? "Change it and mark it again: the second try is set beside this one." : `Try ${attempt}, beside the one before.`),
    );
    scored.hidden = false;
    scored.focus();
    scored.scrollIntoView({ block: "nearest" });
    before = marks;
  });
}

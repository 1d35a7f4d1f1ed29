// Comfort only: the questions and the result work without this. Answers are kept in this browser, a trade-off goes on by itself, sliders rank at once.
const key = "gradus-specialty-answers";
const form = document.getElementById("walk");
const held = name => form?.querySelector(`input[name=${name}]`)?.value;
const store = {
  read() { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  write(value) { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; } },
  clear() { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
};
const isEmpty = answers => Object.values(answers).every(part => Object.keys(part).length === 0);
const say = words => document.querySelectorAll("[data-kept]").forEach(line => { line.textContent = words; line.hidden = false; });
const time = when => new Date(when).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

const keep = () => {
  const answers = held("answers");
  if (!answers || isEmpty(JSON.parse(answers))) { return; }
  const when = Date.now();
  if (store.write({ answers, when })) { say(`Saved in this browser at ${time(when)}.`); }
};

// A page that the back button brings up again is older than what is kept.
if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") { keep(); }

const kept = document.getElementById("kept");
const saved = store.read();
if (kept && saved?.answers) {
  document.getElementById("saved").value = saved.answers;
  document.getElementById("kept-words").textContent = `This browser kept your answers of ${new Date(saved.when).toLocaleDateString("en-GB", { day: "numeric", month: "long" })}, ${time(saved.when)}.`;
  kept.hidden = false;
}
document.querySelectorAll("[data-clear]").forEach(button => button.addEventListener("click", () => {
  store.clear();
  if (kept) { kept.hidden = true; }
  say("Cleared from this browser. This page still holds your answers until you leave it.");
}));

// A trade-off goes on when both are chosen by finger or mouse; with the keyboard, arrows pass over choices that are not meant. Neither side ever clears the other.
const trade = document.querySelector("[data-trade]");
if (trade) {
  let byPointer = false;
  trade.addEventListener("pointerdown", () => { byPointer = true; });
  trade.addEventListener("keydown", () => { byPointer = false; });
  trade.addEventListener("change", () => {
    const chosen = [...trade.querySelectorAll("input:checked")].map(input => input.value);
    const isSame = chosen.length === 2 && chosen[0] === chosen[1];
    document.querySelector("[data-same]").hidden = !isSame;
    if (byPointer && chosen.length === 2 && !isSame) { form.requestSubmit(); }
  });
}

// Sliders: the same form is sent, and the parts that depend on the weights are put in place of the old ones.
const words = times => ({ 0: "left out", 0.5: "half as much", 1: "as answered", 2: "twice as much", 3: "three times as much" })[times] ?? `${times} times as much`;
let turn = 0, waiting;
const rank = async () => {
  const mine = ++turn;
  const body = new URLSearchParams(new FormData(form));
  body.set("do", "rank");
  const live = [...document.querySelectorAll("[data-live]")];
  live.forEach(part => part.classList.add("is-busy"));
  try {
    const response = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" });
    if (!response.ok || mine !== turn) { return; }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const open = [...document.querySelectorAll("details[open][id]")].map(part => part.id);
    document.querySelectorAll("[data-live]").forEach(part => {
      const next = page.querySelector(`[data-live=${part.dataset.live}]`);
      if (next) { part.replaceChildren(...next.childNodes); }
    });
    form.querySelector("input[name=answers]").value = page.querySelector("#walk input[name=answers]").value;
    open.forEach(id => document.getElementById(id)?.setAttribute("open", ""));
    keep();
  } finally {
    if (mine === turn) { document.querySelectorAll("[data-live]").forEach(part => part.classList.remove("is-busy")); }
  }
};
document.querySelectorAll(".slider input").forEach(slider => slider.addEventListener("input", () => {
  const times = words(Number(slider.value));
  slider.previousElementSibling.textContent = times;
  slider.setAttribute("aria-valuetext", times);
  clearTimeout(waiting);
  waiting = setTimeout(rank, 120);
}));

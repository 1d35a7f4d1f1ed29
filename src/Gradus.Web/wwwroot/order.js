// The order of foundation schools: a press places the next, the chosen row has the buttons, the focus stays on what moved, and the page is asked for its answer anew. The order may be kept in this browser only.
const orderForm = document.querySelector("form[data-order]");
if (orderForm) {
  const list = document.getElementById("order");
  const said = document.getElementById("order-said");
  const saved = document.getElementById("order-saved");
  const key = "gradus." + orderForm.dataset.order;
  const items = () => [...list.children];
  const names = () => items().map(item => item.dataset.school);
  let timer, turn = 0, store = null;
  try { store = window.localStorage; } catch { /* Not allowed here: nothing is kept. */ }

  const placed = orderForm.elements.placed;
  const chosen = orderForm.elements.chosen;
  let bar = list.querySelector(".move");

  // There is one set of buttons: it stands in the chosen row.
  const choose = item => {
    list.querySelectorAll(".is-chosen").forEach(other => { other.classList.remove("is-chosen"); other.querySelector(".order__pick").setAttribute("aria-expanded", "false"); });
    chosen.value = item ? item.dataset.school : "";
    if (!item) { bar?.remove(); return; }
    bar ??= document.getElementById("order-move").content.querySelector(".move").cloneNode(true);
    bar.querySelectorAll("button").forEach(button => {
      const way = button.value.split(":")[0];
      button.value = `${way}:${item.dataset.school}`;
      button.id = `${way}-${item.dataset.number}`;
      button.setAttribute("aria-label", `Move ${item.dataset.school} ${{ up: "up", down: "down", top: "to the top", bottom: "to the bottom", to: "to the position written" }[way]}`);
    });
    item.classList.add("is-chosen");
    item.querySelector(".order__pick").setAttribute("aria-expanded", "true");
    if (bar.parentElement !== item) { item.append(bar); }
  };
  const number = () => {
    const all = items();
    all.forEach((item, i) => {
      const isPlaced = i < Number(placed.value);
      item.querySelector("[name=position]").value = i + 1;
      item.classList.toggle("is-unplaced", !isPlaced);
      item.querySelector(".order__state").textContent = isPlaced ? "" : ", not placed yet";
    });
    if (bar?.isConnected) {
      const at = all.indexOf(bar.closest("li"));
      bar.querySelectorAll("button").forEach(button => {
        const way = button.value.split(":")[0];
        const atEnd = (at === 0 && (way === "up" || way === "top")) || (at === all.length - 1 && (way === "down" || way === "bottom"));
        if (atEnd) { button.setAttribute("aria-disabled", "true"); } else { button.removeAttribute("aria-disabled"); }
      });
    }
  };
  const showSaved = () => {
    saved.hidden = false;
    saved.querySelector("span").textContent = "Saved in this browser only, at " + new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  };
  const keep = () => {
    try { store.setItem(key, JSON.stringify(names())); store.setItem(key + ".placed", placed.value); showSaved(); } catch { saved.hidden = true; }
  };
  const refresh = () => {
    if (orderForm.elements.answered.value !== "1") { return; }
    clearTimeout(timer);
    list.classList.add("is-stale");
    timer = setTimeout(async () => {
      const asked = ++turn;
      const data = new URLSearchParams(new FormData(orderForm));
      data.set("do", "answer");
      try {
        const response = await fetch(orderForm.getAttribute("action"), { method: "POST", body: data, credentials: "same-origin" });
        if (!response.ok || asked !== turn) { return; }
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        for (const id of ["answer-panel", "answer-rest", "order-key"]) { document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes); }
        list.querySelectorAll(".order__chance").forEach(cell => cell.replaceChildren(...page.getElementById(cell.id).childNodes));
        list.classList.remove("is-stale");
        said.textContent += " " + document.getElementById("answer-title").textContent + ".";
      } catch { /* The order stands; “Work it out again” asks for the answer. */ }
    }, 200);
  };
  const move = (item, to) => {
    const all = items();
    const from = all.indexOf(item);
    to = Math.max(0, Math.min(all.length - 1, to));
    if (to !== from) {
      // The others move around it, so that the focus stays where it is.
      if (to > from) { all.slice(from + 1, to + 1).forEach(other => item.before(other)); } else { all.slice(to, from).reverse().forEach(other => item.after(other)); }
    }
    const done = Number(placed.value);
    placed.value = done + (from >= done && to <= done ? 1 : from < done && to >= done ? -1 : 0);
    choose(item);
    number();
    said.textContent = `${item.dataset.school} is now number ${to + 1} of ${all.length}.`;
    keep();
    if (to !== from) { refresh(); }
  };

  const moveToTyped = item => {
    const typed = Number.parseInt(item.querySelector("[name=position]").value, 10);
    move(item, Number.isNaN(typed) ? items().indexOf(item) : typed - 1);
  };
  list.addEventListener("click", event => {
    const pick = event.target.closest(".order__pick");
    if (pick) {
      event.preventDefault();
      const item = pick.closest("li");
      if (items().indexOf(item) >= Number(placed.value)) { move(item, Number(placed.value)); } else { choose(item.classList.contains("is-chosen") ? null : item); number(); }
      return;
    }
    const button = event.target.closest(".move button");
    if (!button) { return; }
    event.preventDefault();
    const item = button.closest("li");
    const at = items().indexOf(item);
    const way = button.value.split(":")[0];
    if (button.hasAttribute("aria-disabled")) { return; }
    if (way === "to") { moveToTyped(item); } else { move(item, { up: at - 1, down: at + 1, top: 0, bottom: items().length - 1 }[way]); }
  });
  list.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target.name === "position") {
      event.preventDefault();
      moveToTyped(event.target.closest("li"));
    }
  });
  document.addEventListener("click", event => {
    const tried = event.target.closest("#answer-rest button[value^='top:']");
    if (tried) {
      event.preventDefault();
      const school = tried.value.slice(4);
      move(items().find(item => item.dataset.school === school), 0);
      document.getElementById("answer-panel").scrollIntoView();
      document.getElementById("order-title").setAttribute("tabindex", "-1");
      document.getElementById("order-title").focus({ preventScroll: true });
    }
  });
  document.getElementById("order-clear").addEventListener("click", () => {
    try { store.removeItem(key); store.removeItem(key + ".placed"); } catch { /* Nothing was kept. */ }
    saved.hidden = true;
    said.textContent = "Your order is no longer kept in this browser.";
    list.querySelector("[name=position]").focus();
  });

  // Dragging a name is an extra beside the buttons.
  let dragged = null;
  list.querySelectorAll(".order__name").forEach(name => {
    name.draggable = true;
    name.addEventListener("dragstart", event => { dragged = name.closest("li"); dragged.classList.add("is-dragged"); event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", dragged.dataset.school); });
    name.addEventListener("dragend", () => { dragged?.classList.remove("is-dragged"); dragged = null; unmark(); });
  });
  const unmark = () => list.querySelectorAll(".is-over--above, .is-over--below").forEach(item => item.classList.remove("is-over--above", "is-over--below"));
  list.addEventListener("dragover", event => {
    const target = event.target.closest("#order > li");
    if (!dragged || !target) { return; }
    event.preventDefault();
    unmark();
    if (target !== dragged) { target.classList.add(items().indexOf(target) < items().indexOf(dragged) ? "is-over--above" : "is-over--below"); }
  });
  list.addEventListener("drop", event => {
    const target = event.target.closest("#order > li");
    if (dragged && target) { event.preventDefault(); move(dragged, items().indexOf(target)); }
  });

  // An order kept earlier comes back on an untouched page only.
  try {
    const kept = JSON.parse(store.getItem(key));
    const untouched = orderForm.elements.answered.value === "0" && said.textContent.trim() === "" && !document.querySelector(".errors");
    if (untouched && Array.isArray(kept) && kept.length === items().length && new Set(kept).size === kept.length && names().every(name => kept.includes(name))) {
      kept.forEach(name => list.append(items().find(item => item.dataset.school === name)));
      const count = Number.parseInt(store.getItem(key + ".placed"), 10);
      placed.value = count >= 0 && count <= kept.length ? count : kept.length;
      number();
      showSaved();
      saved.querySelector("span").textContent = "Your order is back. It is saved in this browser only";
    } else if (!untouched && kept) { keep(); }
  } catch { /* Nothing usable was kept. */ }
}

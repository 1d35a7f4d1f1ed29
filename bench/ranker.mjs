// The programme ranker: scoring in Node, and moves in a browser on the site's own page, 50 rows and 1,000 in turn.
// usage: node bench/ranker.mjs http://127.0.0.1:5200 [chromium]
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { begin, csv, pointsOf, rank, read } from "../src/Gradus.Web/wwwroot/ranking.js";

const [base, chromium = "chromium-headless-shell"] = process.argv.slice(2);
if (!base) { console.error("usage: node bench/ranker.mjs http://127.0.0.1:5200 [chromium]"); process.exit(2); }

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const jobs = ["General Medicine", "General Surgery", "Psychiatry", "Paediatrics", "General Practice", "Emergency Medicine", "Geriatric Medicine"];
// Rows of the shape of the public listing: placements in free text, codes with blanks.
const listing = count => csv([["ProgrammePreference", "ProgrammeTitle", "FoundationSchool", "EmployerTrust", "Specialties", "ProgrammeDescription"], ...Array.from({ length: count }, (_, i) => {
  const chosen = Array.from({ length: 6 }, (_, job) => jobs[(i * 5 + job * (i % 6 + 1)) % jobs.length]);
  const code = `INV ${String(i + 1).padStart(4, "0")} a`;
  return [code, code, "Invented School", `Trust ${i % 9}, Trust ${i % 4}`, chosen.toSorted().join(", "), `F1 - ${chosen.slice(0, 3).join(", ")}. F2 - ${chosen.slice(3).join(", ")}.`];
})]);

// ---- scoring ----
const imported = read(listing(1000));
const state = begin(imported);
const criteria = [...jobs.map((value, i) => ({ kind: "specialty", value, weight: i % 5 - 2 || 3 })), { kind: "employer", value: "Trust 3", weight: 2 }, { kind: "employer", value: "Trust 1", weight: -1 }, { kind: "first", value: "Psychiatry", weight: 1 }, { kind: "text", value: "F2 - General Surgery", weight: 2 }, { kind: "travel", value: "Trust 2", minutes: 45, weight: 1 }];
const milliseconds = work => { const started = process.hrtime.bigint(); work(); return Number(process.hrtime.bigint() - started) / 1e6; };
// What one would write first: every wish looked for in every cell of every row.
const plainly = () => imported.programmes.map(programme => criteria.reduce((sum, one) => sum + programme.cells.filter(cell => cell.toLowerCase().includes(one.value.toLowerCase())).length * one.weight, 0));
const scoring = () => imported.programmes.forEach(programme => pointsOf(programme, criteria));
const first = milliseconds(scoring);
for (let i = 0; i < 30; i++) { scoring(); rank(imported.programmes, criteria, state); plainly(); }
const [scored, ranked, plain] = [[], [], []];
for (let i = 0; i < 101; i++) { scored.push(milliseconds(scoring)); ranked.push(milliseconds(() => rank(imported.programmes, criteria, state))); plain.push(milliseconds(plainly)); }
console.log(`1,000 programmes scored by ${criteria.length} wishes: ${median(scored).toFixed(2)} ms, ${first.toFixed(1)} ms the first time; scored and put in order: ${median(ranked).toFixed(2)} ms; a search through the cells: ${median(plain).toFixed(2)} ms; ratio ${(median(plain) / median(scored)).toFixed(2)}`);

// ---- moves, in a browser that is spoken to through a pipe ----
const folder = mkdtempSync(join(tmpdir(), "gradus-ranker-"));
const browser = spawn(chromium, ["--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", `--user-data-dir=${folder}`], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const waiting = new Map();
let told = 0, rest = "";
browser.stdio[4].on("data", data => {
  const parts = (rest + data).split("\0");
  rest = parts.pop();
  for (const part of parts) { const message = JSON.parse(part); if (waiting.has(message.id)) { waiting.get(message.id)(message); waiting.delete(message.id); } }
});
const tell = (method, params = {}, sessionId = undefined) => new Promise((done, fail) => {
  const id = ++told;
  waiting.set(id, message => message.error ? fail(new Error(`${method}: ${message.error.message}`)) : done(message.result));
  browser.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
});
try {
  const { targetId } = await tell("Target.createTarget", { url: "about:blank", width: 1280, height: 900 });
  const { sessionId } = await tell("Target.attachToTarget", { targetId, flatten: true });
  const evaluate = async expression => {
    const { result, exceptionDetails } = await tell("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId);
    if (exceptionDetails) { throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text); }
    return result.value;
  };
  const open = async count => {
    await tell("Page.navigate", { url: `${base}/foundation-applications/programmes` }, sessionId);
    for (let i = 0; i < 100; i++) { await new Promise(done => setTimeout(done, 50)); if (await evaluate("document.readyState === 'complete' && location.pathname.endsWith('/programmes') && performance.now() > 500")) { break; } }
    await evaluate("localStorage.clear()");
    await tell("Page.reload", {}, sessionId);
    for (let i = 0; i < 100; i++) { await new Promise(done => setTimeout(done, 50)); if (await evaluate("document.readyState === 'complete' && performance.now() > 500")) { break; } }
    await evaluate(`(() => { document.getElementById("text").value = ${JSON.stringify(listing(count))}; document.querySelector("#import button[value=read]").click(); })()`);
    for (let i = 0; i < 100 && await evaluate("document.querySelectorAll('.prog').length") === 0; i++) { await new Promise(done => setTimeout(done, 50)); }
  };
  // From the press to the page laid out again: the move, the list drawn, the words spoken, the order kept in the browser.
  const moves = () => evaluate(`(async () => {
    const times = [];
    for (let i = 0; i < 60; i++) {
      const button = document.querySelectorAll(".prog")[i % 4].querySelector("[data-way=down]");
      const started = performance.now();
      button.click();
      document.getElementById("scroller").getBoundingClientRect();
      times.push(performance.now() - started);
      await new Promise(done => setTimeout(done, 5));
    }
    return times.slice(10).sort((a, b) => a - b)[25];
  })()`);
  const [few, many] = [[], []];
  for (let i = 0; i < 5; i++) { await open(50); few.push(await moves()); await open(1000); many.push(await moves()); }
  console.log(`a move in the browser, the middle of 50, five times in turn: ${median(many).toFixed(2)} ms of 1,000 rows; ${median(few).toFixed(2)} ms of 50; ratio ${median(many.map((one, i) => one / few[i])).toFixed(2)}`);
} finally {
  browser.kill();
  await new Promise(done => browser.once("exit", done));
  rmSync(folder, { recursive: true, force: true });
}

// Reads every page of the site map, and pages that only a form leads to, with the W3C's checker. Whatever it calls an error fails.
// usage: node run.mjs http://127.0.0.1:5200
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "out");
const base = process.argv[2];
if (!base) { console.error("usage: node run.mjs http://127.0.0.1:5200"); process.exit(2); }

const map = await (await fetch(base + "/sitemap.xml")).text();
const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(match => new URL(match[1]).pathname);
// Figures and specialties have one page each, made by one view: every tenth stands for the rest.
const [many, few] = [path => path.startsWith("/figures/") || /^\/specialty-explorer\/[^/]+$/.test(path), path => !many(path)];
const paths = [...listed.filter(few), ...listed.filter(many).filter((_, i) => i % 10 === 0), "/search?q=leave", "/search?q=zzzz", "/no-such-page", "/handover?on=2027-06-01"];
const post = async (address, fields) => (await fetch(base + address, { method: "POST", body: new URLSearchParams(fields) })).text();
const tools = (await (await fetch(base + "/api/tools")).json()).tools.filter(tool => tool.declared);

// The states of a tool's page that only a form leads to: the answer to a worked example, nothing typed, and nonsense in every field.
async function states(address) {
  const html = await (await fetch(base + address)).text();
  const example = html.match(/value="(example[:-][^"]+)"/)?.[1];
  const names = [...new Set([...html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(match => match[1]))].filter(name => !["do", "file", "return", "on"].includes(name));
  return [
    ...example ? [["example", await post(address, { do: example })]] : [],
    ["empty", await post(address, { do: "answer" })],
    ["nonsense", await post(address, [["do", "answer"], ...names.map(name => [name, "no such thing"])])],
  ];
}

// The questionnaire goes on from what its own page carries.
async function questionnaire() {
  const address = "/specialty-explorer/match";
  const question = await post(address, { do: "start-short" });
  const carried = [...question.matchAll(/<input type="hidden" name="(answers|form|way|at)" value="([^"]*)"/g)].map(match => [match[1], match[2].replaceAll("&quot;", "\"")]);
  return [["question", question], ...await Promise.all(["next", "result", "summary"].map(async pressed => [pressed, await post(address, [...carried, ["do", pressed]])])), ["code", await post(address, { do: "open-code", code: "no such code" })]];
}

const posted = (await Promise.all([
  ...tools.map(async tool => (await states(tool.address)).map(([state, html]) => [`${tool.address} (${state})`, html])),
  questionnaire().then(all => all.map(([state, html]) => [`/specialty-explorer/match (${state})`, html])),
  states("/specialty-explorer/why-undecided").then(all => all.map(([state, html]) => [`/specialty-explorer/why-undecided (${state})`, html])),
  states("/foundation-applications/programmes").then(all => all.map(([state, html]) => [`/foundation-applications/programmes (${state})`, html])),
])).flat();

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
const names = new Map();
const save = (address, html) => { const name = `${names.size}.html`; names.set(name, address); writeFileSync(join(out, name), html); };
for (const path of paths) { save(path, await (await fetch(base + path)).text()); }
for (const [address, html] of posted) { save(address, html); }

const checked = spawnSync("java", ["-Xss4m", "-jar", join(here, "node_modules/vnu-jar/build/dist/vnu.jar"), "--exit-zero-always", "--format", "json", "--errors-only", out], { encoding: "utf8", maxBuffer: 1 << 30 });
if (!checked.stderr.startsWith("{")) { console.error(checked.stderr); process.exit(1); }
const errors = JSON.parse(checked.stderr).messages.filter(message => message.type !== "info");
const kinds = new Map();
for (const error of errors) {
  const kind = error.message;
  const seen = kinds.get(kind) ?? { count: 0, at: `${names.get(error.url.split("/").at(-1))}:${error.lastLine}:${error.lastColumn}: ${error.extract?.trim()}` };
  seen.count++;
  kinds.set(kind, seen);
}
for (const [kind, seen] of [...kinds].sort((one, other) => other[1].count - one[1].count)) { console.error(`${seen.count} × ${kind} First at ${seen.at}`); }
console.log(`${names.size} pages, ${errors.length} errors.`);
process.exit(errors.length === 0 ? 0 : 1);

// Reads the API's document as a stranger would: checks it by Redocly's recommended rules, makes a client from it, compiles each tool's example against the client's types, and asks every tool.
// usage: node run.mjs http://127.0.0.1:5200
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "out");
const base = process.argv[2];
if (!base) { console.error("usage: node run.mjs http://127.0.0.1:5200"); process.exit(2); }
const bin = name => join(here, "node_modules", ".bin", name);
const fetched = async path => {
  const response = await fetch(base + path);
  if (!response.ok) { throw new Error(`${path} answers ${response.status}`); }
  return response.text();
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
writeFileSync(join(out, "openapi.json"), await fetched("/openapi/v1.json"));

const lint = spawnSync(bin("redocly"), ["lint", "--config", join(here, "redocly.yaml"), "--format", "json", "--max-problems", "1000", join(out, "openapi.json")], { encoding: "utf8", env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } });
const problems = JSON.parse(lint.stdout.slice(lint.stdout.indexOf("{"))).problems;
for (const problem of problems) { console.error(`${problem.severity} ${problem.ruleId}: ${problem.message} ${problem.location?.[0]?.pointer ?? ""}`); }
if (problems.length > 0 || lint.status !== 0) { console.error(`The document has ${problems.length} problems.`); process.exit(1); }

execFileSync(bin("openapi-typescript"), [join(out, "openapi.json"), "--output", join(out, "api.d.ts")], { stdio: ["ignore", "ignore", "inherit"] });

const document = JSON.parse(readFileSync(join(out, "openapi.json"), "utf8"));
const posts = Object.keys(document.paths).filter(path => document.paths[path].post);
const examples = new Map(JSON.parse(await fetched("/api/tools")).tools.filter(tool => tool.example !== null).map(tool => ["/api" + tool.address, tool.example]));
const asked = posts.filter(path => examples.has(path));
for (const path of examples.keys()) { if (!posts.includes(path)) { console.error(`${path} has an example and is not in the document.`); process.exit(1); } }
if (asked.length === 0) { console.error("No tool has an example."); process.exit(1); }

// Each example is written into the program as it is, so that it must fit the type that the document gives.
writeFileSync(join(out, "ask.ts"), [
  `import createClient from "openapi-fetch";`,
  `import type { paths } from "./api.js";`,
  `const client = createClient<paths>({ baseUrl: process.argv[2]! });`,
  `let wrong = 0;`,
  `const told = (path: string, answer: { data?: { says?: string; verdict?: unknown }; error?: unknown; response: Response }) => {`,
  `  if (!answer.data?.says || !answer.data.verdict) { wrong++; console.error(path, answer.response.status, JSON.stringify(answer.error ?? answer.data)); }`,
  `};`,
  ...asked.map(path => `told(${JSON.stringify(path)}, await client.POST(${JSON.stringify(path)}, { body: ${JSON.stringify(examples.get(path))} }));`),
  `process.exit(wrong === 0 ? 0 : 1);`,
].join("\n") + "\n");
const compiled = spawnSync(bin("tsc"), ["-p", here], { encoding: "utf8" });
if (compiled.status !== 0) { console.error(compiled.stdout); process.exit(1); }
execFileSync(process.execPath, [join(out, "ask.js"), base], { stdio: "inherit" });
console.log(`0 problems in the document; ${asked.length} of ${posts.length} calls that are posted have an example and answer it.`);

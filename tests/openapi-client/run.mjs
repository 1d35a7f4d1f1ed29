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

const lint = spawnSync(bin("redocly"), ["lint", "--config", join(here, "redocly.yaml"), "--format", "json", "--max-problems", "1000", join(out, "openapi.json")], { encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } });
const problems = JSON.parse(lint.stdout.slice(lint.stdout.indexOf("{"))).problems;
for (const problem of problems) { console.error(`${problem.severity} ${problem.ruleId}: ${problem.message} ${problem.location?.[0]?.pointer ?? ""}`); }
if (problems.length > 0 || lint.status !== 0) { console.error(`The document has ${problems.length} problems.`); process.exit(1); }

execFileSync(bin("openapi-typescript"), [join(out, "openapi.json"), "--output", join(out, "api.d.ts")], { stdio: ["ignore", "ignore", "inherit"] });

const document = JSON.parse(readFileSync(join(out, "openapi.json"), "utf8"));
const tools = JSON.parse(await fetched("/api/tools")).tools;
const wrong = tools.filter(tool => tool.declared !== (tool.example !== null) || tool.declared !== (document.paths["/api" + tool.address]?.post !== undefined)).map(tool => tool.address);
if (tools.length === 0 || wrong.length > 0) { console.error("A tool with a call lacks an example, or its call is not in the document:", ...wrong); process.exit(1); }

// Each example is written into the program as it is, so that it must fit the type that the document gives; it is asked on its own day.
const plain = facts => Object.values(facts).every(value => typeof value !== "object");
const calls = tools.filter(tool => tool.declared).flatMap(tool => {
  const path = "/api" + tool.address;
  const facts = JSON.stringify({ on: tool.exampleOn, ...tool.example });
  const expected = JSON.stringify(tool.exampleVerdict);
  return [
    `told(${JSON.stringify("POST " + path)}, ${expected}, await client.POST(${JSON.stringify(path)}, { body: ${facts} }));`,
    ...document.paths[path].get && plain(tool.example) ? [`told(${JSON.stringify("GET " + path)}, ${expected}, await client.GET(${JSON.stringify(path)}, { params: { query: ${facts} } }));`] : [],
  ];
});
writeFileSync(join(out, "ask.ts"), [
  `import createClient from "openapi-fetch";`,
  `import type { paths } from "./api.js";`,
  `const client = createClient<paths>({ baseUrl: process.argv[2]! });`,
  `let wrong = 0;`,
  `const told = (call: string, expected: string | null, answer: { data?: { says?: string; verdict?: string } | string; error?: unknown; response: Response }) => {`,
  `  if (!answer.data || typeof answer.data === "string" || !answer.data.says || !answer.data.verdict || answer.data.verdict !== (expected ?? answer.data.verdict)) { wrong++; console.error(call, answer.response.status, "expected", expected, JSON.stringify(answer.error ?? answer.data)); }`,
  `};`,
  ...calls,
  `process.exit(wrong === 0 ? 0 : 1);`,
].join("\n") + "\n");
const compiled = spawnSync(bin("tsc"), ["-p", here], { encoding: "utf8" });
if (compiled.status !== 0) { console.error(compiled.stdout); process.exit(1); }
const asked = spawnSync(process.execPath, [join(out, "ask.js"), base], { stdio: "inherit" });
if (asked.status !== 0) { process.exit(1); }

// The tools that are pages without a call.
const pages = tools.filter(tool => !tool.declared);
for (const page of pages) { await fetched(page.address); }
const known = tools.filter(tool => tool.exampleVerdict !== null).length;
console.log(`0 problems in the document; ${calls.length} calls of ${tools.length - pages.length} tools answer their examples, ${known} of them with the verdict that the example expects; ${pages.length} tools are pages.`);

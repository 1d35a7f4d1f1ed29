// Runs the tests of scripts; the scenes of the rehearsal are asked of the site, as its page has them.
// usage: node run.mjs http://127.0.0.1:5200
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const base = process.argv[2];
if (!base) { console.error("usage: node run.mjs http://127.0.0.1:5200"); process.exit(2); }

const page = await (await fetch(base + "/handover/rehearsal")).text();
const scenes = page.match(/<script type="application\/json" id="scenes">(.*?)<\/script>/s)?.[1];
if (!scenes) { console.error("the page of the rehearsal has no scenes"); process.exit(1); }
const folder = mkdtempSync(join(tmpdir(), "gradus-"));
try {
  const file = join(folder, "scenes.json");
  writeFileSync(file, scenes);
  const tests = readdirSync(here).filter(name => name.endsWith(".test.mjs")).map(name => join(here, name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...tests], { stdio: "inherit", env: { ...process.env, GRADUS_SCENES: file } }).status ?? 1;
} finally { rmSync(folder, { recursive: true }); }

// Order, ties, undo, import and export of the programme ranker.
import assert from "node:assert/strict";
import test from "node:test";
import { again, answer, begin, change, codes, csv, decode, file, follow, history, mark, move, nextQuestion, partial, place, questions, rank, read, readRows, reconcile, redo, remember, score, shift, table, undo, wanted, wish } from "../../src/Gradus.Web/wwwroot/ranking.js";
import { readSheet, writeSheet } from "../../src/Gradus.Web/wwwroot/xlsx.js";

const random = seed => () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
const pick = (next, list) => list[Math.floor(next() * list.length)];
const specialties = ["General Surgery", "General practice", "Psychiatry", "Paediatrics", "Emergency Medicine", "Obstetrics & Gynaecology", "T&O, elective", "=Cardiology", "Über \"special\"", "line\nbreak"];
const sites = ["Kent Site", "Royal, North", "None", "", "+Site", "'=odd", "-12", "@place", " spaced "];

/** A list as the spreadsheet has it, in any order of columns, with what is awkward in cells. */
const invented = (next, count) => {
  const header = ["Programme Title", ...[1, 2, 3, 4, 5, 6].flatMap(n => [`Placement ${n}: Site`, `Placement ${n}: Specialty`]), "Employer", "Empty", "Note of theirs"].map(name => ({ name, at: next() })).sort((a, b) => a.at - b.at).map(one => one.name);
  const rows = Array.from({ length: count }, (_, i) => header.map(name => name === "Programme Title" ? `${pick(next, ["EoE", "lnr ", "  KSS", "=W"])} ${i}/${Math.floor(next() * 90)}` : name === "Empty" ? "" : name.endsWith("Site") ? pick(next, sites) : name.endsWith("Specialty") ? pick(next, specialties) : pick(next, ["Trust A", "Trust B, Trust C", "", "'quoted'", "1e5", "007"])));
  return { header, rows };
};
const shuffled = (next, imported) => {
  let state = begin(imported);
  const keys = imported.programmes.map(one => one.key);
  for (let i = 0; i < 40 && keys.length > 0; i++) {
    const key = pick(next, keys);
    state = [() => move(state, [key], Math.floor(next() * keys.length)), () => mark(state, [key], pick(next, ["keep", "not", null])), () => remember(state, key, pick(next, ["=1+1", "a, b", "", "two\nlines", "'=x", "ok"])), () => shift(state, [key, pick(next, keys)], pick(next, ["up", "down", "top", "bottom"]))][Math.floor(next() * 4)]();
  }
  return state;
};
const same = (a, b) => { assert.deepEqual(b.state ?? begin(b), a.state); assert.deepEqual(b.programmes, a.programmes); assert.deepEqual(b.header, a.header); assert.deepEqual(b.faults, []); };

test("importing one's own export is identity, as CSV, as a workbook and as a saved file, over random lists", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = random(seed);
    const { header, rows } = invented(next, Math.floor(next() * 40) + 1);
    const imported = readRows([header, ...rows]);
    assert.equal(imported.programmes.length, new Set(rows.map(cells => cells[header.indexOf("Programme Title")].trim().replace(/\s+/gu, " ").toUpperCase())).size);
    const state = shuffled(next, imported);
    const written = { ...imported, state };
    const rowsOut = table(imported.programmes, imported.header, state);
    same(written, read(csv(rowsOut)));
    same(written, readRows(await readSheet(writeSheet(rowsOut))));
    same(written, read(file(imported.programmes, imported.header, state, [])));
  }
});

test("a move keeps every programme once, whatever is done", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const next = random(seed);
    const { header, rows } = invented(next, 30);
    const imported = readRows([header, ...rows]);
    const state = shuffled(next, imported);
    assert.deepEqual(state.order.toSorted(), imported.programmes.map(one => one.key).toSorted());
    assert.ok(state.order.slice(wanted(state)).every(key => state.marks[key] === "not") && state.order.slice(0, wanted(state)).every(key => state.marks[key] !== "not"));
  }
});

const letters = { order: ["A", "B", "C", "D", "E"], marks: {}, notes: {} };
for (const [says, state, order] of [
  ["up", shift(letters, ["C"], "up"), "ACBDE"], ["down", shift(letters, ["C"], "down"), "ABDCE"], ["top", shift(letters, ["D"], "top"), "DABCE"], ["bottom", shift(letters, ["A"], "bottom"), "BCDEA"],
  ["to a position", move(letters, ["E"], 1), "AEBCD"], ["several together, in their order", move(letters, ["D", "B"], 0), "BDACE"], ["several down", shift(letters, ["A", "B"], "down"), "CABDE"],
  ["up at the top", shift(letters, ["A"], "up"), "ABCDE"], ["down at the bottom", shift(letters, ["E"], "down"), "ABCDE"], ["beyond the end", move(letters, ["A"], 99), "BCDEA"], ["before the start", move(letters, ["C"], -4), "CABDE"],
  ["not wanted goes behind", mark(letters, ["B"], "not"), "ACDEB"], ["a wanted one never goes behind what is not", shift(mark(letters, ["B"], "not"), ["A"], "bottom"), "CDEAB"], ["wanted again is the last wanted", mark(mark(mark(letters, ["A"], "not"), ["B"], "not"), ["A"], null), "CDEAB"],
]) {
  test(`moves: ${says}`, () => assert.equal(state.order.join(""), order));
}

test("undo goes back to the beginning and redo to the end, with every state the same", () => {
  const next = random(5);
  let all = history(letters);
  const seen = [all.now];
  for (let i = 0; i < 100; i++) { all = change(all, move(all.now, [pick(next, letters.order)], Math.floor(next() * 5)), `move ${i}`); seen.push(all.now); }
  for (let i = 100; i > 0; i--) { assert.equal(all.now, seen[i]); all = undo(all); }
  assert.equal(all.now, letters);
  assert.equal(undo(all), all);
  for (let i = 1; i <= 100; i++) { all = redo(all); assert.equal(all.now, seen[i]); }
  assert.equal(redo(all), all);
  assert.deepEqual(change(undo(all), letters, "other").future, []);
});

test("undo goes on through an import to the beginning, with each list, its order and its wishes", () => {
  const step = (id, text) => { const imported = read(text); return { id, programmes: imported.programmes, header: imported.header, criteria: [] }; };
  const first = step("one", "Code,Site\nA1,Kent\nA2,Leeds\nA3,York\n");
  let all = history(begin(first), first);
  all = change(all, move(all.now, ["A3"], 0), "A3 moved");
  all = wish(all, [{ kind: "site", value: "Kent", weight: 2 }]);
  const second = step("two", "Code,Site\nA1,Kent\nA3,Hull\nA4,Bath\n");
  all = change(all, again(first.programmes, first.header, all.now, second).state, "the list is in", second);
  all = change(all, move(all.now, ["A4"], 0), "A4 moved");
  assert.deepEqual(all.now.order, ["A4", "A3", "A1"]);
  all = undo(undo(all));
  assert.deepEqual([all.now.order, all.list.id, all.list.programmes.map(one => one.cells[1])], [["A3", "A1", "A2"], "one", ["Kent", "Leeds", "York"]]);
  assert.equal(all.list.criteria.length, 1, "the wishes of the list before are back");
  all = undo(all);
  assert.deepEqual([all.now.order, all.list.criteria.length, undo(all)], [["A1", "A2", "A3"], 1, all]);
  all = redo(redo(redo(all)));
  assert.deepEqual([all.now.order, all.list.id, all.list.criteria], [["A4", "A3", "A1"], "two", []]);
  assert.equal(redo(all), all);
  const unchanged = change(all, all.now, "again", step("three", "Code\nA1\nA3\nA4\n"));
  assert.equal(unchanged.past.length, all.past.length + 1, "a list alone is a step too");
});

test("columns in any order, codes with blanks and mixed case, unknown columns kept", () => {
  const imported = read("Colour,Placement 2: Specialty,programme title ,Placement 1: Site,Placement 1: Specialty\r\nred,Surgery,  eoe/001  a ,Kent,Medicine\r\nblue,GP,LNR 2,None,None\r\n");
  assert.deepEqual(imported.programmes.map(one => [one.key, one.code]), [["EOE/001 A", "eoe/001 a"], ["LNR 2", "LNR 2"]]);
  assert.deepEqual(imported.programmes[0].jobs, [{ site: "Kent", specialty: "Medicine" }, { site: "", specialty: "Surgery" }]);
  assert.deepEqual(imported.programmes[1].jobs, [{ site: "", specialty: "GP" }]);
  assert.deepEqual(imported.header, ["Colour", "Placement 2: Specialty", "programme title", "Placement 1: Site", "Placement 1: Specialty"]);
});

for (const [mark, name] of [[";", "semicolon"], ["\t", "tab"], ["|", "bar"]]) {
  test(`cells parted by a ${name}`, () => assert.deepEqual(read(`Code${mark}Specialties\nA1${mark}GP\n`).programmes[0].specialties, ["GP"]));
}

test("a broken line is named and the rest kept", () => {
  const imported = read("Code,Site\nA1,Kent\nA2,Kent,more,and more\n,Leeds\na1 ,Hull\nA4,\"two\nlines\"\nA5,York\nA5,York\n");
  assert.deepEqual(imported.faults, [{ line: 3, says: "4 cells, where the heading has 2" }, { line: 4, says: "there is no code" }, { line: 5, says: "a1 stands on line 2 too" }, { line: 9, says: "A5 stands on line 8 too" }]);
  assert.deepEqual(imported.programmes.map(one => one.key), ["A1", "A4", "A5"]);
});

test("a quotation mark that is never closed spoils its own line alone", () => {
  const imported = read("Code,Site\nA1,Kent\nA2,\"open\nA3,York\nA4,Leeds\n");
  assert.deepEqual(imported.faults, [{ line: 3, says: "a quotation mark is opened and never closed" }]);
  assert.deepEqual(imported.programmes.map(one => one.key), ["A1", "A3", "A4"]);
});

test("no column for the code is said, and nothing is guessed", () => {
  const imported = read("a,b,c,d\n1,2,3,4\n");
  assert.equal(imported.programmes.length, 0);
  assert.match(imported.faults[0].says, /no column for the code/u);
});

for (const [says, text] of [["nothing", ""], ["white space", " \n \n"], ["a heading alone", "Code,Site\n"], ["no JSON", "{"], ["JSON of something else", "{\"a\":1}"], ["an empty list", "[]"], ["null", "[null]"], ["bytes", "PK\u0000\u0003"]]) {
  test(`${says} is no list and no fault of ours`, () => assert.equal(read(text).programmes.length, 0));
}

test("the public listing's JSON", () => {
  const imported = read(JSON.stringify({ Data: [
    { FoundationProgrammesId: 1, Id: "0000000001", ProgrammeType: "FP", FoundationSchool: "LNR", EmployerTrust: "Trust A, Trust B", Specialties: "Cardiology, General Practice, Psychiatry", ProgrammePreference: "LNR 001 a", ProgrammeTitle: "F1: Psychiatry, Cardiology, Surgery F2: General Practice, A&E, Medicine", NumberOfVacancies: 1, Pattern: null },
    { FoundationProgrammesId: 2, Id: "0000000002", ProgrammeType: "FPP", FoundationSchool: "LNR", EmployerTrust: "Trust C", Specialties: "Medicine, Surgery", ProgrammePreference: "LNR 002", ProgrammeTitle: "LNR 002", NumberOfVacancies: 1, Pattern: null },
    null,
  ], Total: 3, AggregateResults: null, Errors: null }));
  assert.deepEqual(imported.programmes.map(one => one.key), ["LNR 001 A", "LNR 002"]);
  assert.equal(imported.programmes[0].orderFrom, "text");
  assert.equal(imported.programmes[0].jobs[0].specialty, "Psychiatry");
  assert.deepEqual(imported.programmes[0].employers, ["Trust A", "Trust B"]);
  assert.equal(imported.programmes[1].orderFrom, "unknown", "specialties in alphabetical order are no order of jobs");
  assert.match(imported.notes[0], /1 entries/u);
});

test("codes alone, best first, without a heading, order a list that is there", () => {
  const imported = read("Code\nA\nB\nC\nD\n");
  const order = read("c\nA\nX9\n");
  assert.ok(order.isOrder);
  assert.deepEqual(follow(begin(imported), order.programmes.map(one => one.code)).order, ["C", "A", "B", "D"]);
  const state = mark(move(begin(imported), ["D"], 0), ["B"], "not");
  assert.equal(codes(imported.programmes, state), "D\r\nA\r\nC\r\n");
});

for (const [name, bytes] of [["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...Buffer.from("Code\nÉ1\n")]], ["UTF-16 LE", [0xff, 0xfe, ...Buffer.from("Code\nÉ1\n", "utf16le")]], ["UTF-16 BE", [0xfe, 0xff, ...Buffer.from("Code\nÉ1\n", "utf16le").swap16()]], ["Windows-1252", [...Buffer.from("Code\n"), 0xc9, 0x31, 0x0a]]]) {
  test(`letters in ${name}`, () => assert.equal(read(decode(Uint8Array.from(bytes)).text).programmes[0].code, "É1"));
}

test("formulas are guarded in what is written", () => {
  const text = csv([["=1+1", "@x", "-3", "+4", "\tz", "fine"]]);
  assert.equal(text, "'=1+1,'@x,'-3,'+4,\"'\tz\",fine\r\n".replace("\"'\tz\"", "'\tz"));
});

test("imported again: added, removed, changed, and the order kept", () => {
  const before = read("Code,Site\nA,Kent\nB,Leeds\nC,York\n");
  const state = remember(mark(move(begin(before), ["C"], 0), ["C"], "keep"), "B", "mine");
  const found = again(before.programmes, before.header, state, read("Site,Code\nKent,a\nHull,c\nBath,D\n"));
  assert.deepEqual([found.added, found.removed, found.changed], [["D"], ["B"], [{ key: "C", columns: ["Site"] }]]);
  assert.deepEqual(found.state, { order: ["C", "A", "D"], marks: { C: "keep" }, notes: {} });
});

for (const spoilt of [{}, { order: null }, { order: ["A", "A", "Z", 4], marks: { A: "odd", Z: "keep" }, notes: { A: 3 } }, { order: [], marks: null, notes: null }]) {
  test(`what was kept and is spoilt is fitted to the list: ${JSON.stringify(spoilt)}`, () => {
    const imported = read("Code\nA\nB\n");
    assert.deepEqual(reconcile({ order: [], ...spoilt, ...(Array.isArray(spoilt.order) ? {} : { order: [] }) }, imported.programmes), { order: ["A", "B"], marks: {}, notes: {} });
  });
}

test("points and their reasons", () => {
  const imported = read("Code,Employer,Pay band,Placement 1: Site,Placement 1: Specialty,Placement 2: Site,Placement 2: Specialty\nA,Trust A,1A,Kent,General Practice,Kent,general practice\nB,Trust B,1B,Leeds,Surgery,Kent,Medicine\nC,Trust B,1B,Leeds,Surgery,Kent,Medicine\n");
  const criteria = [{ kind: "specialty", value: "general practice", weight: 2 }, { kind: "first", value: "Surgery", weight: 1 }, { kind: "employer", value: "trust b", weight: -1 }, { kind: "text", value: "1A", weight: 3 }, { kind: "travel", value: "Kent", minutes: 60, weight: 1 }, { kind: "site", value: "", weight: 3 }];
  assert.deepEqual(score(imported.programmes[0], criteria), { points: 5, reasons: [{ says: "general practice ×2", points: 4 }, { says: "1A", points: 3 }, { says: "travel 60 minutes", points: -2 }] });
  const ranked = rank(imported.programmes, criteria, begin(imported));
  assert.deepEqual(ranked.state.order, ["A", "B", "C"]);
  assert.deepEqual(ranked.ties, [["B", "C"]]);
  assert.deepEqual(rank(imported.programmes, [], move(begin(imported), ["C"], 0)).state.order, ["C", "A", "B"], "with nothing to tell them apart the order stays");
});

test("merge insertion sorts every order of six and a random forty, within the questions it promises", () => {
  const permute = list => list.length < 2 ? [list] : list.flatMap((one, i) => permute(list.toSpliced(i, 1)).map(rest => [one, ...rest]));
  const sorted = items => {
    let answers = {}, asked = 0;
    for (;;) {
      const step = nextQuestion(items, answers);
      if (step.order) { return { order: step.order, asked }; }
      asked++;
      const [a, b] = step.ask;
      answers = a < b ? answer(answers, a, b) : answer(answers, b, a);
    }
  };
  for (const items of permute(["a", "b", "c", "d", "e", "f"])) {
    const { order, asked } = sorted(items);
    assert.deepEqual(order, ["a", "b", "c", "d", "e", "f"]);
    assert.ok(asked <= 10, `${asked} questions`);
  }
  assert.equal(questions(5), 7);
  assert.equal(questions(12), 30);
  const next = random(9);
  const many = Array.from({ length: 40 }, (_, i) => String(i).padStart(2, "0"));
  const { order, asked } = sorted(many.toSorted(() => next() - 0.5));
  assert.deepEqual(order, many);
  assert.ok(asked <= questions(40), `${asked} of ${questions(40)}`);
});

test("comparing that was stopped keeps what is known and leaves the rest", () => {
  assert.deepEqual(partial(["A", "B", "C", "D"], answer(answer({}, "C", "A"), "D", "C")), ["B", "D", "C", "A"]);
  assert.deepEqual(place({ order: ["X", "A", "Y", "B"], marks: {}, notes: {} }, ["B", "A"]).order, ["X", "B", "Y", "A"]);
});

test("fifty thousand rows are read, and a thousand scored by twelve wishes", () => {
  const next = random(3);
  const { header, rows } = invented(next, 50_000);
  const imported = read(csv([header, ...rows.map((cells, i) => cells.map((cell, j) => header[j] === "Programme Title" ? `P ${i}` : cell))]));
  assert.equal(imported.programmes.length, 50_000);
  const thousand = readRows([header, ...rows.slice(0, 1000)]);
  assert.equal(rank(thousand.programmes, Array.from({ length: 12 }, (_, i) => ({ kind: pick(next, ["specialty", "site", "text"]), value: specialties[i % 6], weight: i % 5 - 2 })), begin(thousand)).state.order.length, thousand.programmes.length);
});

test("a workbook that is none is said", async () => {
  await assert.rejects(readSheet(new TextEncoder().encode("no workbook at all")), /no workbook/u);
});

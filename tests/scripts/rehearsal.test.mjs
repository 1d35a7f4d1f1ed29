// The rules of rehearsal.js, and what they make of notes that were not used to write them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { compare, lines, parts, score, shuffle } from "../../src/Gradus.Web/wwwroot/rehearsal.js";
import { later, notes } from "./rehearsal-notes.mjs";

const scene = {
  id: "invented", severity: "watcher", patient: { name: "Mrs Quill", age: 60, sex: "f", where: "ward 1 bed 2" }, others: ["Parrish"],
  facts: [{ says: "asthma", any: ["asthma"] }, { says: "not for resuscitation", any: ["dnacpr", "not for resuscitation"], against: ["full resuscitation"], changed: true }],
  actions: [{ says: "peak flow at 22:00", what: ["peak flow"], when: ["22:00"] }],
  ifs: [{ says: "if silent chest, call the registrar", if: ["silent chest"], then: ["registrar"] }],
  better: { severity: "Watcher.", patient: "Mrs Quill, 60, ward 1 bed 2: asthma. Not for resuscitation.", actions: "Peak flow at 22:00, you.", contingency: "If silent chest, call the registrar.", back: "So a watcher, peak flow at 22:00, if silent chest I call the registrar. Right?" },
};
const part = (note, key, back = "") => score(scene, note, back).parts.find(one => one.key === key);
const whole = one => [one.better.severity, one.better.patient, one.better.actions, one.better.contingency].join(" ");

test("a whole handover has all twenty", () => {
  const scored = score(scene, whole(scene), scene.better.back);
  assert.equal(scored.total, 20);
  assert.equal(scored.better, null);
});

test("nothing said is nothing, and not below it", () => assert.equal(score(scene, "", "").total, 0));

for (const when of ["22:00", "22.00", "at 10 pm", "10pm", "at ten", "2200h", "by 2200"].map(time => time.startsWith("2") ? "at " + time : time)) {
  test(`a time may be written as “${when}”`, () => assert.equal(part(`Peak flow ${when}, you.`, "actions").points, 4));
}

for (const when of ["at 9 pm", "at 21:00", "at some point", "in 10 minutes"]) {
  test(`“${when}” is not 22:00`, () => assert.equal(part(`Peak flow ${when}, you.`, "actions").points, 3));
}

for (const [words, points] of [["She is unwell now.", 2], ["She is stable.", -2], ["She is not stable.", 2], ["She is not a watcher.", -2], ["Watcher.", 4], ["Mrs Quill. Asthma. Watcher.", 3], ["She is a bit poorly.", 0]]) {
  test(`how ill: “${words}” has ${points}`, () => assert.equal(part(words, "severity").points, points));
}

for (const words of ["No peak flow at 22:00.", "The peak flow at 22:00 is not needed.", "Do not do the peak flow.", "Cancel the peak flow."]) {
  test(`“${words}” is the opposite`, () => assert.equal(part(words, "actions").points, -1));
}

for (const words of ["Don't forget the peak flow at 22:00, you.", "She has not had her peak flow: 22:00, you.", "Peak flow not later than 22:00, you."]) {
  test(`“${words}” is no opposite`, () => assert.ok(part(words, "actions").points > 0));
}

test("a fact that is itself a no is not taken for its opposite", () => {
  assert.deepEqual(part("Mrs Quill, 60, asthma, not for resuscitation.", "patient").opposite, []);
  assert.deepEqual(part("Mrs Quill, 60, asthma, for full resuscitation.", "patient").opposite, ["not for resuscitation"]);
});

test("a task without owner and time is named as such", () => assert.deepEqual(part("Peak flow.", "actions").missed, ["by when: peak flow at 22:00", "who: peak flow at 22:00"]));

test("what changed and was missed is said", () => assert.deepEqual(score(scene, "Mrs Quill, 60. Asthma.").changesMissed, ["not for resuscitation"]));

for (const words of ["Mr Parrish, 60. Asthma.", "Parrish in bed 3", "Ms Someone, 60, asthma", "A man of 45 years old in bed 9. He is well, his chest is clear.", "Bed 7, 44 years old, asthma."]) {
  test(`wrong patient: “${words}”`, () => assert.equal(score(scene, words).total, -20));
}

for (const words of ["Mrs Quill, 60, under Mr Someone. Asthma.", "Mrs Quill, not Mr Parrish, has asthma.", "Lady with asthma", "Call Mr Someone the surgeon about her. Asthma."]) {
  test(`right patient: “${words}”`, () => assert.equal(score(scene, words).isWrongPatient, false));
}

test("a read-back in the note counts as one beside it", () => assert.equal(score(scene, `${whole(scene)} Read-back: ${scene.better.back}`).total, 20));

test("the second try is set beside the first", () => {
  const both = compare(score(scene, "Watcher."), score(scene, whole(scene), scene.better.back));
  assert.equal(both.total, 16);
  assert.deepEqual(both.parts[0], { key: "severity", name: "Illness severity", before: 4, after: 4 });
});

test("a seed repeats, another differs, and nothing is lost", () => {
  const list = [...Array(13).keys()];
  assert.deepEqual(shuffle(list, "7"), shuffle(list, "7"));
  assert.notDeepEqual(shuffle(list, "7"), shuffle(list, "8"));
  assert.deepEqual(shuffle(list, "x").toSorted((a, b) => a - b), list);
});

// The scenes as the site sends them; run.mjs fetches them.
const file = process.env.GRADUS_SCENES;
const scenes = file ? JSON.parse(readFileSync(file, "utf8")) : [];
test("there are twelve scenes or more, each with its four notes", { skip: !file && "no site to ask for the scenes" }, () => {
  assert.ok(scenes.length >= 12);
  assert.deepEqual(scenes.map(one => one.id).toSorted(), Object.keys(notes).toSorted());
});
for (const [id, written] of Object.entries(later)) {
  test(`${id}: notes by another hand rank the same`, { skip: !file && "no site to ask for the scenes" }, () => {
    const one = scenes.find(scene => scene.id === id);
    const [good, vague, negated, wrong] = ["good", "vague", "negated", "wrong"].map(kind => score(one, written[kind], "", scenes).total);
    assert.ok(good > vague && vague > negated && negated > wrong, `${good}, ${vague}, ${negated}, ${wrong}`);
    assert.ok(good >= 18, `the good note has ${good}`);
  });
}
for (const one of scenes) {
  test(`${one.id}: the better lines have all twenty`, () => assert.equal(score(one, whole(one), one.better.back, scenes).total, 20));

  test(`${one.id}: good, vague, negated, wrong patient, in that order`, () => {
    const [good, vague, negated, wrong] = ["good", "vague", "negated", "wrong"].map(kind => score(one, notes[one.id][kind], "", scenes).total);
    assert.ok(good > vague && vague > negated && negated > wrong, `${good}, ${vague}, ${negated}, ${wrong}`);
    assert.ok(good >= 16, `the good note has ${good}`);
  });

  test(`${one.id}: every other scene's handover is the wrong patient`, () => {
    for (const other of scenes.filter(two => two.id !== one.id)) { assert.equal(score(one, whole(other), other.better.back, scenes).total, -20, other.id); }
  });

  test(`${one.id}: the right lines ticked have all twenty`, () => {
    const ticks = lines(one, scenes, "1").map(group => group.lines.find(line => line === one.better[group.key]));
    assert.equal(ticks.filter(Boolean).length, parts.length);
    assert.equal(score(one, ticks.slice(0, 4).join(" "), ticks[4], scenes).total, 20);
  });
}

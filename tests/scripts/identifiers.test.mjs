// What is taken out of the handover sheet, and what is left.
import assert from "node:assert/strict";
import test from "node:test";
import { find, without } from "../../src/Gradus.Web/wwwroot/identifiers.js";

const what = texts => find(texts).flat().map(one => one.what);

for (const text of ["943 476 5919", "9434765919", "943-476-5919", "943.476.5919", "NHS no 943 476 5919", "943\u00a0476\u00a05919", "NHS: 9434765918", "chase 943 476 5919 bloods", "0101501234", "943/476/5919", "９４３４７６５９１９".normalize("NFKC")]) {
  test(`NHS number: ${text}`, () => assert.deepEqual(what([text]), ["an NHS number"]));
}

for (const text of ["RXH1234567", "hospital number 12345", "MRN 00123456", "hosp no: A12345", "K123456", "1234567", "AB 123456", "Unit no. 445566", "patient id 778812"]) {
  test(`hospital number: ${text}`, () => assert.deepEqual(what([text]), ["a hospital number"]));
}

for (const text of ["John Smith 01/02/1950", "Smith, John b 1.2.50", "Mary Ann-Jones, 3 March 1948", "Mrs Jones 04-05-1933", "DOB 1/2/50", "born 3rd March 1948", "d.o.b. 1950-02-01", "John O’Neill 12 Jan 71"]) {
  test(`date of birth: ${text}`, () => assert.equal(what([text]).length, 1));
}

test("a name in one field and a date of birth in another are found together", () => assert.deepEqual(find(["John Smith", "", "1/2/1950"]).map(found => found.length), [0, 0, 1]));

for (const text of ["Bed 12, EA, 71", "K 3.2, Na 128, CRP 180, lactate 3.1", "BP 160/110, HR 124, sats 94%", "Gas at 22:00, 2 litres, 1.5 g at 06:00", "bleep 2041", "Started 28/11/2026, day 3", "ext 45678", "INR 2.4 on 29/11", "platelets 118 from 160", "Trop 18 then 45", "1,000 ml in 8 hours", "22:00 00:00 02:00 04:00", "For Full Escalation", "eGFR 45 (was 78), 25 ml/h for 3 h", "warfarin 3 4 3 5 mg", "T 39.1 P 124 R 28", "Day 2, NEWS 4, was 6, O2 2L", "ward 4 bed 12, 12/24 fluids"]) {
  test(`left alone: ${text}`, () => assert.deepEqual(what([text]), []));
}

test("only what was found is taken out", () => {
  const [text] = ["Pneumonia, NHS 943 476 5919, on oxygen"];
  assert.equal(without(text, find([text])[0]), "Pneumonia, NHS , on oxygen");
});

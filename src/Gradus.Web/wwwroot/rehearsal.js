// Scores a handover of an invented patient by stated rules. Pure: the scene and the words in, the marks out; the same words always get the same marks.
export const parts = [["severity", "Illness severity"], ["patient", "Patient summary"], ["actions", "Action list"], ["contingency", "Situation awareness, contingency"], ["back", "Said back by the receiver"]];
export const rules = [
  "Five elements, four points each, twenty in all.",
  "Illness severity: unwell now, watcher or stable. Four points in the first two sentences, three later; two when you make it sound worse than it is.",
  "Patient summary: one point for two of name, age and place (half for one); three for the facts that matter, in equal shares.",
  "Action list: each task has half its share for what, a quarter for by when, a quarter for who, said together.",
  "Contingency: half for the sign, half for what to do, said together.",
  "Said back: a point each for how ill, a task with its time, the sign to call for, and asking whether it is right.",
  "Saying the opposite costs more than silence: the element is then below nothing, by one point a fact and two at most; calling somebody better than they are costs two.",
  "The wrong patient costs everything: minus twenty, whatever else is right.",
];

const least = -20;
const hours = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 };
const negatives = new Set(["no", "not", "never", "without", "denies", "nil", "neither", "nor", "cancel", "cancelled", "skip", "stop", "ignore", "omit", "don't", "doesn't", "didn't", "isn't", "wasn't", "aren't", "weren't", "needn't", "won't", "hasn't", "haven't", "shouldn't", "mustn't", "cannot", "can't"]);
const harmless = { no: ["later", "less", "longer", "change"], not: ["yet", "had", "been", "done", "only", "just", "forget", "hesitate", "later", "sure", "certain", "improving"], "don't": ["forget", "hesitate"], "hasn't": ["had", "been"], "haven't": ["had", "been"], never: ["forget"], nil: ["by"] };
const owners = new Set(["you", "i", "i'll", "me", "myself", "we", "nurse", "nurses", "sister", "midwife", "registrar", "reg", "spr", "sho", "f1", "f2", "fy1", "fy2", "doctor", "consultant", "outreach", "anaesthetist", "radiologist", "pharmacist", "team", "matron", "gp", "physio", "night", "urology"]);

const plain = text => text.normalize("NFKC").toLowerCase().replace(/[‘’]/gu, "'").replace(/[“”]/gu, "\"").replace(/[–—]/gu, "-");
const two = number => String(number).padStart(2, "0");

// Words, with times as one word each: 22:00, 22.00, 2200h, 10 pm and midnight are one; “at ten” may be either of two.
const tokens = text => {
  const timed = text
    .replace(/\bmidnight\b/gu, " @00:00 ").replace(/\b(?:noon|midday)\b/gu, " @12:00 ")
    .replace(/\bhalf past (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gu, (_, hour) => ` @?${(hours[hour] ?? Number(hour)) % 12}:30 `)
    .replace(/\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)\b/gu, (_, hour, minute, half) => ` @${two((Number(hour) % 12) + (half === "pm" ? 12 : 0))}:${minute ?? "00"} `)
    .replace(/(?<![@\d.?])\b([01]?\d|2[0-4]):([0-5]\d)\b/gu, (_, hour, minute) => ` @${two(Number(hour) % 24)}:${minute} `)
    .replace(/\b(at|by|before|until|till|around|from|after)\s+([01]?\d|2[0-3])\.([0-5]\d)\b/gu, (_, word, hour, minute) => `${word} @${two(hour)}:${minute} `)
    .replace(/\b([01]\d|2[0-4])([0-5]\d)\s*(?:h\b|hrs?\b|hours?\b)/gu, (_, hour, minute) => ` @${two(Number(hour) % 24)}:${minute} `)
    .replace(/\b(at|by|before|until|till|around|due)\s+([01]\d|2[0-3])([0-5]\d)\b/gu, (_, word, hour, minute) => `${word} @${hour}:${minute} `)
    .replace(/\b(at|by|before|until|till|around|due)\s+(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s*(?:mg|ml|mls|l|litres?|%|hours?|hourly|days?|minutes?|weeks?|months?|years?|units?|\/|[.:]\d))/gu, (_, word, hour) => `${word} @?${(hours[hour] ?? Number(hour)) % 12}:00 `);
  return timed.match(/@\??[\d:]+|[\p{L}\d&%'+/()-]+(?:[.:]\d+)*|,/gu) ?? [];
};
const sentences = text => plain(text).split(/[.!?;]+(?=\s|$)|\n+/u).flatMap(sentence => sentence.split(/\b(?:but|however|although|whereas)\b/u)).map(tokens).filter(sentence => sentence.length > 0);

const isTime = word => /^\d{2}:\d{2}$/u.test(word);
const fits = (word, wanted) => isTime(wanted)
  ? word === "@" + wanted || (word.startsWith("@?") && word.slice(2) === `${Number(wanted.slice(0, 2)) % 12}${wanted.slice(2)}`)
  : word === wanted || (wanted.length >= 4 && word.startsWith(wanted));
const wordsOf = term => plain(term).split(/\s+/u);

/** Where a term stands in a sentence: its words in order, at most two others between two of them; two words the other way round as well, as in “drops her pressure”. */
const places = (sentence, term) => {
  const wanted = wordsOf(term);
  return wanted.length === 2 ? [...inOrder(sentence, wanted), ...inOrder(sentence, wanted.toReversed())] : inOrder(sentence, wanted);
};

const inOrder = (sentence, wanted) => {
  const found = [];
  for (let from = 0; from < sentence.length; from++) {
    if (!fits(sentence[from], wanted[0])) { continue; }
    let at = from;
    const all = wanted.slice(1).every(word => {
      for (let next = at + 1; next <= at + 3 && next < sentence.length; next++) {
        if (sentence[next] === ",") { return false; }
        if (fits(sentence[next], word)) { at = next; return true; }
      }
      return false;
    });
    if (all) { found.push([from, at]); }
  }
  return found;
};

const isNegated = (sentence, from, to) => {
  const before = sentence.slice(Math.max(0, from - 5), from);
  const clause = before.slice(before.lastIndexOf(",") + 1);
  const count = clause.filter((word, i) => negatives.has(word) && !(harmless[word] ?? []).includes(clause[i + 1] ?? sentence[from])).length;
  if (count % 2 === 1) { return true; }
  const after = sentence.slice(to + 1, to + 7).join(" ");
  return /^(?:[^ ,]+ ){0,3}?(?:(?:is|are|was|were|has been|have been) )?(?:(?:not|never|no longer) (?:needed|required|necessary|wanted|to be|present|indicated)|unnecessary|cancelled|ruled out|excluded|isn't needed|not a (?:problem|concern))/u.test(after);
};

// Whether it is said, and if only the opposite is.
const look = (said, terms, against = []) => {
  let isOpposite = false;
  const at = [];
  said.forEach((sentence, i) => terms.forEach(term => places(sentence, term).forEach(([from, to]) => {
    if (isNegated(sentence, from, to)) { isOpposite = true; } else { at.push(i); }
  })));
  said.forEach(sentence => against.forEach(term => places(sentence, term).forEach(([from, to]) => { if (!isNegated(sentence, from, to)) { isOpposite = true; } })));
  const isSaid = at.length > 0;
  return { isSaid, isOpposite: isOpposite && (!isSaid || against.length > 0 && against.some(term => said.some(sentence => places(sentence, term).some(([from, to]) => !isNegated(sentence, from, to))))), at };
};

const order = ["stable", "watcher", "unwell"];
const levelWords = { unwell: ["unwell", "sick", "sickest", "critical", "critically", "unstable", "deteriorating", "peri-arrest"], watcher: ["watcher", "watch", "watching"], stable: ["stable"] };
const levelIn = said => {
  let found = -1;
  for (const [level, words] of Object.entries(levelWords)) {
    for (const sentence of said) {
      sentence.forEach((word, i) => {
        if (!words.includes(word)) { return; }
        const isNot = isNegated(sentence, i, i);
        const meant = isNot ? (level === "stable" ? "unwell" : "stable") : level;
        found = Math.max(found, order.indexOf(meant));
      });
    }
  }
  return found;
};

const surname = scene => plain(scene.patient.name).split(" ").at(-1);
const whoIs = (scene, note) => {
  const text = plain(note);
  const own = surname(scene);
  const at = name => text.search(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, "u"));
  // A title counts before a name alone, not in “Baby with a cough”; a surgeon who is called is not handed over.
  const titled = [...note.matchAll(/(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Baby|Master)\.?\s+(\p{Lu}[\p{L}'’-]+)/gu)]
    .filter(match => plain(match[1]) !== own && !/(?:under|with|call|ring|phone|consultant|surgeon|ask|tell|bleep|team)\s*$/iu.test(note.slice(0, match.index))).map(match => match.index);
  const others = [...scene.others.map(name => at(plain(name))).filter(place => place >= 0), ...titled];
  const ownAt = at(own);
  const other = others.length === 0 ? -1 : Math.min(...others);
  const unit = scene.patient.unit ?? "years";
  const stem = unit.replace(/s$/u, "");
  const ages = [...text.matchAll(/\b(\d{1,3})[\s-]*(years?|yrs?|y\/?o|months?|weeks?|days?)[\s-]*old\b|\b(\d{1,3})\s*(y\/?o|yrs?)\b/gu)].map(match => ({ number: Number(match[1] ?? match[3]), unit: (match[2] ?? match[4]).startsWith("y") ? "year" : (match[2] ?? match[4]).replace(/s$/u, "") }));
  const afterName = text.match(new RegExp(`${own}\\W{1,3}(\\d{1,3})(?![\\d:./])`, "u"));
  const isAge = ages.some(age => age.number === scene.patient.age && age.unit === stem) || (afterName && Number(afterName[1]) === scene.patient.age) || new RegExp(`(?<![\\d:./])${scene.patient.age}(?![\\d:./%])\\s*(?:,|-?\\s*year|-?\\s*month)`, "u").test(text);
  const isOtherAge = !isAge && (ages.some(age => age.unit === stem && age.number !== scene.patient.age) || (unit === "years" && afterName !== null));
  const numbered = plain(scene.patient.where).match(/(bed|room|cubicle|ward) (\d+)/gu) ?? [];
  const isPlace = plain(scene.patient.where).split(" ").length > 0 && (text.includes(plain(scene.patient.where)) || numbered.some(place => !place.startsWith("ward") && new RegExp(`${place}(?!\\d)`, "u").test(text)));
  const kinds = numbered.filter(place => !place.startsWith("ward")).map(place => place.split(" ")[0]);
  const isOtherPlace = !isPlace && kinds.some(kind => new RegExp(`\\b${kind} \\d+`, "u").test(text));
  const his = (text.match(/\b(?:he|him|his)\b/gu) ?? []).length;
  const hers = (text.match(/\b(?:she|her|hers)\b/gu) ?? []).length;
  const isOtherSex = scene.patient.sex === "f" ? his >= 2 && hers === 0 : hers >= 2 && his === 0;
  const wrong = [isOtherAge, isOtherPlace, isOtherSex].filter(Boolean).length;
  return { isWrong: (other >= 0 && (ownAt < 0 || other < ownAt)) || wrong >= 2 || (wrong === 1 && ownAt < 0), isDoubtful: wrong === 1, known: [ownAt >= 0, isAge, isPlace].filter(Boolean).length };
};

const half = number => Math.round(number * 2) / 2;
const lost = opposite => -Math.min(2, opposite.length);
const near = (said, at, terms) => at.some(i => [said[i], said[i + 1] ?? [], said[i - 1] ?? []].some((sentence, which) => which < 2 && terms.some(term => places(sentence, term).length > 0)));

const severity = (scene, said) => {
  const wanted = order.indexOf(scene.severity);
  const first = levelIn(said.slice(0, 2));
  const level = first >= 0 ? first : levelIn(said);
  const words = { unwell: "unwell now", watcher: "watcher", stable: "stable" }[scene.severity];
  if (level < 0) { return { points: 0, missed: [`how ill: ${words}`], opposite: [] }; }
  if (level < wanted) { return { points: -2, missed: [], opposite: [`${words}, and you made it sound better than it is`] }; }
  if (level > wanted) { return { points: 2, missed: [`${words}: you made it sound worse than it is`], opposite: [] }; }
  return { points: first >= 0 ? 4 : 3, missed: first >= 0 ? [] : ["say it first, before the story"], opposite: [] };
};

const patient = (scene, said, who) => {
  const looked = scene.facts.map(fact => ({ fact, ...look(said, fact.any, fact.against) }));
  const opposite = looked.filter(one => one.isOpposite).map(one => one.fact.says);
  if (who.isDoubtful) { opposite.push("who it is: the age, the place or the sex is another patient’s"); }
  const missed = looked.filter(one => !one.isSaid && !one.isOpposite).map(one => one.fact.says);
  if (who.known < 2) { missed.unshift("who it is, by two of name, age and place"); }
  const points = opposite.length > 0 ? lost(opposite) : half((who.known >= 2 ? 1 : who.known / 2) + 3 * looked.filter(one => one.isSaid).length / looked.length);
  return { points, missed, opposite, changes: looked.filter(one => one.fact.changed && !one.isSaid).map(one => one.fact.says) };
};

const actions = (scene, said) => {
  const opposite = [], missed = [];
  let points = 0;
  for (const action of scene.actions) {
    const found = look(said, action.what);
    const together = found.at.filter(i => near(said, [i], action.when));
    const isOwned = found.at.some(i => [said[i], said[i + 1] ?? []].some(sentence => sentence.some(word => owners.has(word))));
    if (found.isOpposite) { opposite.push(action.says); } else if (!found.isSaid) { missed.push(action.says); } else {
      points += 2 + (together.length > 0 ? 1 : 0) + (isOwned ? 1 : 0);
      if (together.length === 0) { missed.push(`by when: ${action.says}`); }
      if (!isOwned) { missed.push(`who: ${action.says}`); }
    }
  }
  return { points: opposite.length > 0 ? lost(opposite) : half(points / scene.actions.length), missed, opposite };
};

const contingency = (scene, said) => {
  const opposite = [], missed = [];
  let points = 0;
  const conditional = said.map(sentence => sentence.some(word => ["if", "should", "when", "unless", "once"].includes(word)));
  for (const one of scene.ifs) {
    const then = look(said, one.then);
    const sign = look(said, one.if);
    const signAt = sign.at.filter(i => conditional[i]);
    const thenAt = then.at.filter(i => conditional[i] || conditional[i - 1]);
    // A sign is said inside an if, so only what to do can be said the other way round.
    if (thenAt.length === 0 && said.some((sentence, i) => (conditional[i] || conditional[i - 1]) && one.then.some(term => places(sentence, term).some(([from, to]) => isNegated(sentence, from, to)))) || /\b(?:no need to|don't|do not|needn't) (?:call|ring|escalate|worry|bleep)\b/u.test(said.map(sentence => sentence.join(" ")).join(" . "))) { opposite.push(one.says); continue; }
    points += (signAt.length > 0 ? 2 : 0) + (signAt.length > 0 && thenAt.length > 0 ? 2 : 0);
    if (signAt.length === 0) { missed.push(one.says); } else if (thenAt.length === 0) { missed.push(`what to do then: ${one.says}`); }
  }
  return { points: opposite.length > 0 ? lost(opposite) : half(points / scene.ifs.length), missed, opposite };
};

const back = (scene, readBack) => {
  const said = sentences(readBack);
  if (said.length === 0) { return { points: 0, missed: ["nothing was said back"], opposite: [] }; }
  const level = levelIn(said);
  const tasks = scene.actions.map(action => ({ found: look(said, action.what), action }));
  const opposite = [];
  if (level >= 0 && level < order.indexOf(scene.severity)) { opposite.push("how ill"); }
  tasks.filter(task => task.found.isOpposite).forEach(task => opposite.push(task.action.says));
  if (opposite.length > 0) { return { points: -2, missed: [], opposite }; }
  const missed = [];
  let points = 0;
  const count = (isThere, words) => { if (isThere) { points++; } else { missed.push(words); } };
  count(level === order.indexOf(scene.severity), "how ill");
  count(tasks.some(task => task.found.isSaid && near(said, task.found.at, task.action.when)), "a task with its time");
  count(scene.ifs.some(one => look(said, one.if).isSaid && said.some(sentence => sentence.includes("if") || sentence.includes("when"))), "the sign to call for");
  count(/\?|\b(?:correct|is that right|did i miss|anything else)\b/u.test(plain(readBack)), "asking whether it is right");
  return { points, missed, opposite };
};

/** The marks of one handover. What the receiver says back may stand in the note after “Read-back:”. Other scenes help to see that a note is about somebody else. */
export function score(scene, note, readBack = "", scenes = []) {
  const split = readBack.trim() === "" ? note.split(/\b(?:read[\s-]?back|reading back|repeat(?:ed)? back|said back|summary back|back to you|synthesis|receiver(?: says)?)\s*:/iu) : [note, readBack];
  const given = split[0];
  const said = sentences(given);
  const who = whoIs(scene, given);
  const facts = one => one.facts.filter(fact => look(said, fact.any).isSaid).length;
  const isElsewhere = who.known === 0 && facts(scene) === 0 && scenes.some(other => other.id !== scene.id && facts(other) >= 2);
  const marks = { severity: severity(scene, said), patient: patient(scene, said, who), actions: actions(scene, said), contingency: contingency(scene, said), back: back(scene, split.slice(1).join(" ")) };
  const isWrong = said.length > 0 && (who.isWrong || isElsewhere);
  const scored = parts.map(([key, name]) => ({ key, name, of: 4, ...marks[key] }));
  const worst = scored.reduce((low, part) => part.points < low.points ? part : low);
  return {
    total: isWrong ? least : scored.reduce((sum, part) => sum + part.points, 0),
    of: 20,
    isWrongPatient: isWrong,
    parts: scored,
    changesMissed: marks.patient.changes,
    better: worst.points < 4 || isWrong ? { part: isWrong ? "patient" : worst.key, name: isWrong ? "Patient summary" : worst.name, line: scene.better[isWrong ? "patient" : worst.key] } : null,
  };
}

/** The second try beside the first: each element with both marks. */
export const compare = (first, second) => ({ total: second.total - first.total, parts: second.parts.map((part, i) => ({ key: part.key, name: part.name, before: first.parts[i].points, after: part.points })) });

/** The same seed always gives the same order. */
export function shuffle(list, seed) {
  let state = [...String(seed)].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0, 2166136261);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const shuffled = [...list];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
  }
  return shuffled;
}

const vague = { severity: "A bit poorly today.", patient: "Came in with the usual, you may know the case.", actions: "Chase bloods when you can.", contingency: "Just keep an eye on things.", back: "OK, thanks, got it." };

/** The lines to tick: what is right for this patient, what is vague, and what another patient needs, in the order of the seed. */
export const lines = (scene, scenes, seed) => {
  const others = shuffle(scenes.filter(other => other.id !== scene.id), seed + scene.id);
  return parts.map(([key, name], i) => ({ key, name, lines: shuffle([scene.better[key], vague[key], key === "severity" ? Object.entries({ unwell: "Unwell now.", watcher: "Watcher.", stable: "Stable." }).find(([level]) => level !== scene.severity)[1] : others[i % others.length].better[key]], seed + key + scene.id) }));
};

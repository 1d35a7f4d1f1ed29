// The order of programmes: reading lists, scoring, moving, undoing, comparing, importing again, writing. Pure: nothing here touches a page, a browser's store or a network.

// Plain letters are most of what there is, and much faster.
const plain = text => {
  const all = String(text ?? "");
  return /^[\0-\x7f]*$/u.test(all) ? all.toLowerCase().replace(/[^a-z0-9]+/gu, "") : all.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
};
const tidy = text => String(text ?? "").replace(/\s+/gu, " ").trim();
/** What two spellings of one code have in common: blanks and case do not count. */
export const keyOf = code => tidy(code).toUpperCase();

const own = { rank: "Gradus rank", choice: "Gradus choice", note: "Gradus note" };
const codeColumns = ["programmepreference", "jobcode", "programmecode", "code", "preference", "programmetitle", "title"];
const columns = {
  title: ["programmetitle", "title", "name"], school: ["foundationschool", "school", "deanery"], employer: ["employertrust", "employer", "trust", "employertrusts"],
  specialties: ["specialties", "specialty"], description: ["programmedescription", "description"], sites: ["sites", "site", "hospital", "location"], type: ["programmetype", "type"],
};
const placement = /^placement\s*(\d{1,2})\s*[:.\-–]?\s*(site|specialty|speciality|description)$/iu;
const longest = 200_000;

/** The words of a file's bytes, and what had to be guessed. */
export function decode(bytes) {
  const of = (name, from = 0) => new TextDecoder(name).decode(bytes.subarray(from));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) { return { text: of("utf-16le", 2), note: "Read as UTF-16." }; }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) { return { text: of("utf-16be", 2), note: "Read as UTF-16." }; }
  try { return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), note: null }; } catch { return { text: of("windows-1252"), note: "The file is not UTF-8; it was read as a Windows file. Look at names with accents." }; }
}

// Records of a table with the line on which each begins. A quote that is never closed spoils its own line alone.
function records(text, delimiter) {
  const all = [], faults = [];
  let at = 0, line = 1, unclosed = 0;
  while (at < text.length) {
    const [from, began] = [at, line];
    const cells = [];
    let isBroken = false;
    for (;;) {
      let cell = "";
      if (text[at] === "\"" && unclosed < 20) {
        at++;
        for (;;) {
          const quote = text.indexOf("\"", at);
          if (quote < 0) { isBroken = true; break; }
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== "\"") { break; }
          cell += "\"";
          at++;
        }
        if (isBroken) { break; }
      }
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") { end++; }
      cell += text.slice(at, end);
      cells.push(cell);
      at = end;
      if (text[at] !== delimiter) { break; }
      at++;
    }
    if (isBroken) {
      unclosed++;
      const next = text.slice(from).search(/\r\n|\r|\n/u);
      at = next < 0 ? text.length : from + next;
      faults.push({ line: began, says: "a quotation mark is opened and never closed" });
    } else { all.push({ line: began, cells }); }
    if (text[at] === "\r" && text[at + 1] === "\n") { at += 2; } else if (at < text.length) { at++; }
    for (let i = from; i < at; i++) { if (text[i] === "\n" || (text[i] === "\r" && text[i + 1] !== "\n")) { line++; } }
  }
  return { all: all.filter(record => record.cells.some(cell => cell.trim() !== "")), faults };
}

const delimiterOf = text => {
  const first = text.slice(0, 20_000).split(/\r\n|\r|\n/u).find(line => line.trim() !== "") ?? "";
  return [",", ";", "\t", "|"].map(mark => ({ mark, count: first.split(mark).length })).reduce((most, one) => one.count > most.count ? one : most).mark;
};

// Jobs out of free text, where they are written as “F1: a, b, c. F2: d, e, f”.
const jobsFrom = text => {
  const found = tidy(text).match(/\bF(?:Y)?1\s*[:\-–]\s*(.+?)[.;,]?\s+F(?:Y)?2\s*[:\-–]\s*(.+?)\.?$/iu);
  return found ? [found[1], found[2]].flatMap(year => year.split(/\s*[,;/]\s*/u)).map(tidy).filter(Boolean).map(specialty => ({ site: "", specialty })) : null;
};
const list = text => [...new Set(tidy(text).split(/\s*,\s*/u).filter(part => part && part.toLowerCase() !== "none"))];

const describe = (cells, map) => {
  const cell = name => map[name] === undefined ? "" : tidy(cells[map[name]]);
  const jobs = map.placements.map(place => ({ site: place.site === undefined ? "" : tidy(cells[place.site]), specialty: place.specialty === undefined ? "" : tidy(cells[place.specialty]) }))
    .filter(job => (job.site && job.site.toLowerCase() !== "none") || (job.specialty && job.specialty.toLowerCase() !== "none"));
  const written = jobs.length > 0 ? null : jobsFrom(cell("description")) ?? jobsFrom(cell("title"));
  const known = jobs.length > 0 ? jobs : written ?? [];
  return {
    key: keyOf(cells[map.code]), code: tidy(cells[map.code]), title: map.title === map.code ? "" : cell("title"), school: cell("school"), type: cell("type"), description: cell("description"),
    employers: list(cell("employer")), sites: [...new Set([...jobs.map(job => job.site).filter(Boolean), ...list(cell("sites"))])], jobs: known, orderFrom: jobs.length > 0 ? "columns" : written ? "text" : "unknown",
    specialties: list(cell("specialties")).length > 0 ? list(cell("specialties")) : [...new Map(known.map(job => [job.specialty.toLowerCase(), job.specialty])).values()].filter(Boolean), cells,
  };
};

const mapOf = header => {
  const names = header.map(plain);
  const find = wanted => { const at = wanted.map(name => names.indexOf(name)).find(place => place >= 0); return at === undefined ? undefined : at; };
  const placements = [];
  header.forEach((name, at) => {
    const found = tidy(name).match(placement);
    if (found) { (placements[Number(found[1])] ??= {})[found[2].toLowerCase().replace("speciality", "specialty")] = at; }
  });
  return { code: find(codeColumns), ...Object.fromEntries(Object.entries(columns).map(([name, wanted]) => [name, find(wanted)])), placements: placements.filter(Boolean) };
};
const ownOf = header => Object.fromEntries(Object.entries(own).map(([name, title]) => [name, header.findIndex(column => plain(column) === plain(title))]));

const guarded = cell => /^'*[=+\-@\t\r]/u.test(cell) ? "'" + cell : cell;
const unguarded = cell => /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;

const fromTable = (all, faults, notes, isText = false) => {
  if (all.length === 0) { return { programmes: [], header: [], faults, notes: [...notes, "The file is empty."], state: null, isOrder: false }; }
  let header = all[0].cells.map(tidy);
  let rows = all.slice(1);
  let map = mapOf(header);
  let isOrder = false;
  if (map.code === undefined) {
    // No heading that we know: the code stands first, best first, as it is pasted onwards.
    const width = Math.max(...all.map(record => record.cells.length));
    if (width > 3) { return { programmes: [], header, faults: [{ line: all[0].line, says: `no column for the code was found among “${header.slice(0, 8).join("”, “")}”; call it Code, Job code or Programme title` }, ...faults], notes, state: null, isOrder: false }; }
    header = ["Code", ...Array.from({ length: width - 1 }, (_, i) => `Column ${i + 2}`)];
    rows = all;
    map = mapOf(header);
    isOrder = true;
  }
  const ours = ownOf(header);
  const isOurs = ours.rank >= 0;
  const kept = header.map((_, at) => at).filter(at => !Object.values(ours).includes(at));
  const keptHeader = kept.map(at => header[at]);
  const keptMap = mapOf(keptHeader);
  const programmes = [], seen = new Map(), ranks = [], marks = {}, memos = {};
  for (const { line, cells } of rows) {
    const width = cells.findLastIndex(cell => cell.trim() !== "") + 1;
    if (width > header.length) { faults.push({ line, says: `${width} cells, where the heading has ${header.length}` }); continue; }
    const full = header.map((_, at) => isOurs && isText ? unguarded(cells[at] ?? "") : cells[at] ?? "");
    const programme = describe(kept.map(at => full[at]), keptMap);
    if (programme.key === "") { faults.push({ line, says: "there is no code" }); continue; }
    if (seen.has(programme.key)) { faults.push({ line, says: `${programme.code} stands on line ${seen.get(programme.key)} too` }); continue; }
    seen.set(programme.key, line);
    programmes.push(programme);
    if (isOurs) {
      ranks.push([Number(full[ours.rank]) || Infinity, programme.key]);
      if (/^keep/iu.test(full[ours.choice] ?? "")) { marks[programme.key] = "keep"; }
      if (/^not/iu.test(full[ours.choice] ?? "")) { marks[programme.key] = "not"; }
      if (ours.note >= 0 && full[ours.note] !== "") { memos[programme.key] = full[ours.note]; }
    }
  }
  const order = isOurs ? ranks.map((pair, i) => [...pair, i]).sort((a, b) => (a[0] - b[0] || 0) || a[2] - b[2]).map(([, key]) => key) : programmes.map(programme => programme.key);
  return { programmes, header: keptHeader, faults: faults.sort((a, b) => a.line - b.line), notes, state: isOurs ? settle({ order, marks, notes: memos }) : null, isOrder };
};

const fromJson = (text, notes) => {
  const said = { programmes: [], header: [], faults: [], notes, state: null, isOrder: false };
  let json;
  try { json = JSON.parse(text); } catch (fault) { return { ...said, faults: [{ line: 1, says: `this is no JSON that can be read: ${fault.message}` }] }; }
  if (json?.gradus === "programmes" && Array.isArray(json.header) && Array.isArray(json.rows)) {
    const read = fromTable([{ line: 1, cells: json.header.map(String) }, ...json.rows.filter(Array.isArray).map((cells, i) => ({ line: i + 2, cells: cells.map(cell => String(cell ?? "")) }))], [], notes);
    const state = json.state ?? {};
    return { ...read, state: reconcile({ order: Array.isArray(state.order) ? state.order.map(String) : [], marks: state.marks ?? {}, notes: state.notes ?? {} }, read.programmes), criteria: Array.isArray(json.criteria) ? json.criteria : [] };
  }
  const pages = Array.isArray(json) ? json : [json];
  const items = pages.flatMap(page => Array.isArray(page?.Data) ? page.Data : Array.isArray(json) ? [page] : []);
  const objects = items.filter(item => item !== null && typeof item === "object" && !Array.isArray(item));
  if (objects.length === 0) { return { ...said, faults: [{ line: 1, says: "no programmes were found in it: expected the listing’s “Data”, or a list saved here" }] }; }
  const header = [...new Set(objects.flatMap(item => Object.keys(item)))];
  const cells = item => header.map(name => item[name] === null || item[name] === undefined ? "" : typeof item[name] === "object" ? JSON.stringify(item[name]) : String(item[name]));
  const read = fromTable([{ line: 0, cells: header }, ...objects.map((item, i) => ({ line: i + 1, cells: cells(item) }))], [], notes);
  return { ...read, notes: items.length > objects.length ? [...read.notes, `${items.length - objects.length} entries are no programmes and were left out.`] : read.notes, faults: read.faults.map(fault => ({ ...fault, isItem: true })) };
};

/** Reads a list: the public listing’s JSON, a table in any order of columns, codes alone, or what was saved here. What is broken is named with its line and the rest is kept. */
export function read(text) {
  const clean = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (clean.includes("\0")) { return { programmes: [], header: [], faults: [{ line: 1, says: "this is no text: save the sheet as “CSV UTF-8” or .xlsx" }], notes: [], state: null, isOrder: false }; }
  const begins = clean.trimStart()[0];
  if (begins === "{" || begins === "[") { return fromJson(clean, []); }
  const { all, faults } = records(clean, delimiterOf(clean));
  const few = all.slice(0, longest);
  return fromTable(few, faults, all.length > longest ? [`Only the first ${longest.toLocaleString("en-GB")} lines were read.`] : [], true);
}
/** Reads the rows of a sheet. */
export const readRows = rows => fromTable(rows.map((cells, i) => ({ line: i + 1, cells })).filter(row => row.cells.some(cell => cell.trim() !== "")), [], []);

// What is not wanted stands behind all that is.
const settle = state => ({ ...state, order: [...state.order.filter(key => state.marks[key] !== "not"), ...state.order.filter(key => state.marks[key] === "not")] });
/** How many are wanted: they stand first. */
export const wanted = state => { let count = state.order.length; while (count > 0 && state.marks[state.order[count - 1]] === "not") { count--; } return count; };
/** A new order of a list: as it came, or as its export said. */
export const begin = imported => imported.state ?? { order: imported.programmes.map(programme => programme.key), marks: {}, notes: {} };

/** Moves programmes together, in their order, so that the first stands at a place (from 0) among those as wanted as they. */
export function move(state, keys, to) {
  const chosen = new Set(keys);
  const end = wanted(state);
  const step = (part, at) => {
    const moving = part.filter(key => chosen.has(key));
    const others = part.filter(key => !chosen.has(key));
    const place = Math.max(0, Math.min(others.length, at));
    return moving.length === 0 ? part : [...others.slice(0, place), ...moving, ...others.slice(place)];
  };
  return { ...state, order: [...step(state.order.slice(0, end), to), ...step(state.order.slice(end), to - end)] };
}
/** Moves one place up or down, or to an end. */
export function shift(state, keys, way) {
  const at = keys.map(key => state.order.indexOf(key)).filter(place => place >= 0);
  const first = Math.min(...at);
  return move(state, keys, { up: first - 1, down: first + 1, top: first < wanted(state) ? 0 : wanted(state), bottom: state.order.length }[way]);
}
/** Marks programmes as kept, not wanted or neither (<c>null</c>). */
export function mark(state, keys, as) {
  const marks = { ...state.marks };
  keys.forEach(key => { if (as) { marks[key] = as; } else { delete marks[key]; } });
  const chosen = new Set(keys);
  const back = as !== "not" ? state.order.filter(key => chosen.has(key) && state.marks[key] === "not") : [];
  const stay = state.order.filter(key => !back.includes(key));
  const end = stay.filter(key => marks[key] !== "not").length;
  return settle({ ...state, marks, order: back.length === 0 ? stay : [...stay.filter(key => marks[key] !== "not").slice(0, end), ...back, ...stay.filter(key => marks[key] === "not")] });
}
/** Keeps a note with a programme. */
export function remember(state, key, text) {
  const notes = { ...state.notes };
  if (text === "") { delete notes[key]; } else { notes[key] = text; }
  return { ...state, notes };
}

/** A history: what was, what is, what was undone. Each step has its order and, with it, its list: { id, programmes, header, criteria }. */
export const history = (now, list = null) => ({ past: [], now, list, future: [] });
export const change = (all, now, says, list = all.list) => now === all.now && list === all.list ? all : { past: [...all.past, { state: all.now, list: all.list, says }], now, list, future: [] };
/** The list with other wishes; they are no step of the history. */
export const wish = (all, criteria) => ({ ...all, list: { ...all.list, criteria } });
// Back to the same list, its wishes stay what they are now; back to another, they are what they were with it.
const listOf = (all, step) => step.list?.id === all.list?.id ? all.list : step.list;
export const undo = all => all.past.length === 0 ? all : { past: all.past.slice(0, -1), now: all.past.at(-1).state, list: listOf(all, all.past.at(-1)), future: [{ state: all.now, list: all.list, says: all.past.at(-1).says }, ...all.future] };
export const redo = all => all.future.length === 0 ? all : { past: [...all.past, { state: all.now, list: all.list, says: all.future[0].says }], now: all.future[0].state, list: listOf(all, all.future[0]), future: all.future.slice(1) };

// Each spelling is made plain once and has a number; a wish remembers which numbers it fits. Scoring then compares numbers.
const words = [], numbers = new Map(), plainNumbers = new Map();
const numberOf = text => {
  let number = numbers.get(text);
  if (number === undefined) {
    const word = plain(text);
    number = plainNumbers.get(word);
    if (number === undefined) { number = words.push(word) - 1; plainNumbers.set(word, number); }
    numbers.set(text, number);
  }
  return number;
};
const facets = new WeakMap(), wishes = new WeakMap();
const facetsOf = programme => {
  let known = facets.get(programme);
  if (known === undefined) {
    const hasSites = programme.jobs.some(job => job.site);
    const jobs = programme.jobs.map(job => numberOf(job.specialty));
    const sites = (hasSites ? programme.jobs.map(job => job.site) : programme.sites).map(numberOf);
    const employers = programme.employers.map(numberOf);
    known = { specialty: jobs.length > 0 ? jobs : programme.specialties.map(numberOf), site: sites, employer: employers, school: [numberOf(programme.school)], first: programme.orderFrom !== "unknown" && jobs.length > 0 ? [jobs[0]] : [], text: null, travel: hasSites || programme.sites.length > 0 ? sites : employers };
    facets.set(programme, known);
  }
  return known;
};
const kindsOfWish = new Set(["specialty", "site", "employer", "school", "first", "text"]);
const once = new Set(["employer", "text"]);
const wishesOf = criteria => {
  let known = wishes.get(criteria);
  if (known === undefined) {
    const all = criteria.map(({ kind, value, weight, minutes }) => ({ kind, value, weight, minutes, wanted: plain(value), isOnce: once.has(kind), fits: [] })).filter(wish => wish.wanted !== "");
    known = { counted: all.filter(wish => kindsOfWish.has(wish.kind)), travel: all.filter(wish => wish.kind === "travel") };
    wishes.set(criteria, known);
  }
  return known;
};
const fits = (wish, number) => {
  while (wish.fits.length <= number) { wish.fits.push(words[wish.fits.length].includes(wish.wanted)); }
  return wish.fits[number];
};

// The points, and the reasons where they are wanted.
const add = (programme, criteria, reasons) => {
  const known = facetsOf(programme);
  const { counted, travel } = wishesOf(criteria);
  let points = 0;
  for (const wish of counted) {
    const { kind, value, weight, isOnce } = wish;
    const all = kind === "text" ? known.text ??= programme.cells.map(numberOf) : known[kind];
    let count = 0;
    for (let i = 0; i < all.length; i++) { if (fits(wish, all[i])) { count++; if (isOnce) { break; } } }
    points += count * weight;
    if (reasons === null) { continue; }
    if (count > 0) { reasons.push({ says: count > 1 ? `${value} ×${count}` : value, points: count * weight }); } else if (kind === "first" && programme.orderFrom === "unknown") { reasons.push({ says: `first job ${value}: the order of jobs is not said`, points: 0 }); }
  }
  if (travel.length > 0) {
    const found = known.travel.map(number => travel.find(one => fits(one, number))).filter(Boolean);
    const mean = found.reduce((sum, one) => sum + one.minutes, 0) / found.length;
    const off = found.length > 0 ? -Math.round(mean / 30 * Math.abs(found[0].weight) * 100) / 100 : 0;
    points += off;
    reasons?.push(found.length > 0 ? { says: `travel ${Math.round(mean)} minutes${found.length < known.travel.length ? ` (${found.length} of ${known.travel.length} places said)` : ""}`, points: off } : { says: "travel: not said for these places", points: 0 });
  }
  return Math.round(points * 100) / 100;
};
/** The points of one programme. */
export const pointsOf = (programme, criteria) => add(programme, criteria, null);
/** The points of one programme with the reason for each. */
export function score(programme, criteria) {
  const reasons = [];
  return { points: add(programme, criteria, reasons), reasons };
}
/** The order by points; those with as many keep the order they have. With the groups that are level. */
export function rank(programmes, criteria, state) {
  const points = new Map(programmes.map(programme => [programme.key, pointsOf(programme, criteria)]));
  // The sort is stable, so those with as many points keep the order that they have.
  const order = settle({ ...state, order: state.order.map(key => ({ key, points: points.get(key) })).sort((a, b) => b.points - a.points).map(one => one.key) });
  const ties = [];
  let from = 0;
  const end = wanted(order);
  for (let i = 1; i <= end; i++) {
    if (i === end || points.get(order.order[i]) !== points.get(order.order[from])) {
      if (i - from > 1) { ties.push(order.order.slice(from, i)); }
      from = i;
    }
  }
  return { state: order, points, ties };
}

const pair = (a, b) => `${a}\u0000${b}`;
/** Remembers that one was preferred to another. */
export const answer = (answers, better, worse) => ({ ...answers, [pair(better, worse)]: true });
/** The next two to compare, by merge insertion, which asks close to the fewest questions; or the whole order, best first. */
export function nextQuestion(items, answers) {
  const isBetter = (a, b) => {
    if (answers[pair(a, b)]) { return true; }
    if (answers[pair(b, a)]) { return false; }
    throw { ask: [a, b] };
  };
  // Worst first inside; s stands below b for each pair.
  const sort = all => {
    if (all.length < 2) { return all; }
    const below = new Map();
    const bigs = [];
    for (let i = 0; i + 1 < all.length; i += 2) {
      const [big, small] = isBetter(all[i], all[i + 1]) ? [all[i], all[i + 1]] : [all[i + 1], all[i]];
      below.set(big, small);
      bigs.push(big);
    }
    const sorted = sort(bigs);
    const smalls = [...sorted.map(big => below.get(big)), ...(all.length % 2 === 1 ? [all.at(-1)] : [])];
    const chain = [smalls[0], ...sorted];
    for (let done = 1, size = 2, last = 2; done < smalls.length;) {
      const upTo = Math.min(smalls.length, done + size);
      for (let i = upTo - 1; i >= done; i--) {
        let low = 0, high = i < sorted.length ? chain.indexOf(sorted[i]) : chain.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (isBetter(smalls[i], chain[middle])) { low = middle + 1; } else { high = middle; }
        }
        chain.splice(low, 0, smalls[i]);
      }
      done = upTo;
      [size, last] = [2 ** (Math.log2(last) + 1) - size, last * 2];
    }
    return chain;
  };
  try { return { order: sort(items).toReversed() }; } catch (question) {
    if (!question.ask) { throw question; }
    return question;
  }
}
/** At most how many questions merge insertion asks for so many. */
export const questions = count => Array.from({ length: count }, (_, i) => Math.ceil(Math.log2(3 * (i + 1) / 4))).reduce((sum, one) => sum + Math.max(0, one), 0);
/** The order so far, where comparing was stopped: nothing stands above what was preferred to it, and all else stays. */
export function partial(items, answers) {
  const left = [...items], order = [];
  while (left.length > 0) {
    const next = left.findIndex(one => !left.some(other => answers[pair(other, one)]));
    order.push(...left.splice(Math.max(0, next), 1));
  }
  return order;
}
/** Puts items, in this order, into the places that they hold together. */
export function place(state, items) {
  const set = new Set(items);
  let i = 0;
  return { ...state, order: state.order.map(key => set.has(key) ? items[i++] : key) };
}

/** An order fitted to a list: what the list lacks goes, what the order lacks comes last of the wanted. */
export function reconcile(state, programmes) {
  const there = new Set(programmes.map(programme => programme.key));
  const order = [...new Set(state.order)].filter(key => there.has(key));
  const known = new Set(order);
  const only = part => Object.fromEntries(Object.entries(part ?? {}).filter(([key, value]) => there.has(key) && typeof value === "string" && value !== ""));
  const marks = Object.fromEntries(Object.entries(only(state.marks)).filter(([, value]) => value === "keep" || value === "not"));
  return settle({ order: [...order, ...programmes.map(programme => programme.key).filter(key => !known.has(key))], marks, notes: only(state.notes) });
}
/** Imports a list again: what was added, removed and changed, and the order kept. */
export function again(programmes, header, state, imported) {
  const before = new Map(programmes.map(programme => [programme.key, programme]));
  const after = new Set(imported.programmes.map(programme => programme.key));
  const cell = (programme, names, name) => programme.cells[names.indexOf(name)] ?? "";
  const changed = imported.programmes.filter(programme => before.has(programme.key)).map(programme => ({ key: programme.key, columns: imported.header.filter(name => !header.includes(name) || keyOf(cell(programme, imported.header, name)) === programme.key ? !header.includes(name) : tidy(cell(before.get(programme.key), header, name)) !== tidy(cell(programme, imported.header, name))) })).filter(one => one.columns.length > 0);
  return { added: imported.programmes.filter(programme => !before.has(programme.key)).map(programme => programme.key), removed: programmes.filter(programme => !after.has(programme.key)).map(programme => programme.key), changed, state: reconcile(state, imported.programmes) };
}
/** An order alone (codes, best first) laid over a list that is already here. */
export const follow = (state, codes) => {
  const there = new Set(state.order);
  const first = [...new Set(codes.map(keyOf))].filter(key => there.has(key));
  const named = new Set(first);
  return settle({ ...state, order: [...first, ...state.order.filter(key => !named.has(key))] });
};

/** The list as it was imported, with rank, choice and note in columns of their own. */
export function table(programmes, header, state) {
  const at = new Map(state.order.map((key, i) => [key, i + 1]));
  return [[...header, own.rank, own.choice, own.note], ...programmes.map(programme => [...header.map((_, i) => programme.cells[i] ?? ""), String(at.get(programme.key)), { keep: "keep", not: "not wanted" }[state.marks[programme.key]] ?? "", state.notes[programme.key] ?? ""])];
}
const quoted = cell => /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell;
/** CSV of rows; what a spreadsheet would run is guarded by an apostrophe, which is taken off again when it comes back. */
export const csv = rows => rows.map(row => row.map(cell => quoted(guarded(cell))).join(",")).join("\r\n") + "\r\n";
/** The codes of what is wanted, best first, without a heading: the shape that is pasted onwards. */
export const codes = (programmes, state) => {
  const by = new Map(programmes.map(programme => [programme.key, programme.code]));
  return state.order.slice(0, wanted(state)).map(key => quoted(by.get(key))).join("\r\n") + "\r\n";
};
/** Everything, to be opened again. */
export const file = (programmes, header, state, criteria) => JSON.stringify({ gradus: "programmes", version: 1, header, rows: programmes.map(programme => programme.cells), state, criteria });

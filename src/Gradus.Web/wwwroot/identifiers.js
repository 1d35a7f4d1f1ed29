// What looks as if it named a patient. Pure: words in, what was found out; nothing is kept.
const months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const gap = "[\\s\\u00a0.\\-\\u2010-\\u2015/]";

// Ten digits in any grouping: an NHS number, a CHI number, or a health and care number. The check digit is not asked for: a slip of the finger still points at somebody.
const tenDigits = new RegExp(`(?<![\\d:])\\d(?:${gap}?\\d){9}(?!${gap}?\\d)`, "gu");
// A number by its name, or one long enough to be a record's.
const named = /\b(?:nhs|chi|mrn|hosp(?:ital)?|unit|patient|record|pas|district|case ?note)\s*(?:no\b|num(?:ber)?\b|id\b|#|:)?\.?\s*:?\s*([a-z]{0,3}[\s-]?\d[\d\s-]{3,}\d)/giu;
const hospital = /(?<![\p{L}\d])(?:(?!(?:ext|tel|room)\b)\p{L}{1,3}[\s-]?\d{5,9}\p{L}?|\d{6,9}\p{L}?)(?![\p{L}\d])/giu;
const date = new RegExp(`(?<!\\d)(?:\\d{1,2}[\\s./-]\\d{1,2}[\\s./-](?:19|20)?\\d{2}|(?:19|20)\\d{2}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?[\\s-]*(?:${months})[\\s,.-]*(?:19|20)?\\d{2}|(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19|20)\\d{2})(?!\\d)`, "giu");
const born = /\b(?:dob|d\.o\.b\.?|date of birth|born(?: on)?)\b/iu;
const title = /\b(?:mr|mrs|ms|miss|mx|master|baby|sir|lady)\.?\s+\p{L}[\p{L}'’-]+/iu;
const fullName = /(?<![\p{L}])\p{Lu}[\p{L}'’-]+,?\s+(?:\p{Lu}\.?\s+)?\p{Lu}[\p{L}'’-]+/u;

const all = (pattern, text) => [...text.matchAll(pattern)].map(match => ({ from: match.index, to: match.index + match[0].length }));

/** What in the words of one patient's row looks like a number of theirs, or like a full name beside a date of birth. A row is looked at whole: a name in one field and a date in another are found too. */
export function find(texts) {
  const row = texts.join("\n");
  const hasName = fullName.test(row) || title.test(row);
  return texts.map(text => {
    const found = all(tenDigits, text).map(place => ({ ...place, what: "an NHS number" }));
    const isNew = place => !found.some(other => place.from < other.to && other.from < place.to);
    const dates = all(date, text);
    const add = (places, what) => places.filter(isNew).forEach(place => found.push({ ...place, what }));
    if (born.test(row)) { add(dates, "a date of birth"); }
    else if (hasName) { add(dates, "a full name with a date of birth"); }
    const isDate = place => dates.some(one => place.from < one.to && one.from < place.to);
    add(all(named, text), "a hospital number");
    add(all(hospital, text).filter(place => !isDate(place)), "a hospital number");
    return found.sort((a, b) => a.from - b.from);
  });
}

/** The words without what was found in them. */
export function without(text, found) {
  return found.reduceRight((kept, place) => kept.slice(0, place.from) + kept.slice(place.to), text).replace(/[ \t]{2,}/gu, " ").trim();
}

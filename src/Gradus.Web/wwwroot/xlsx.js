// The first sheet of a workbook (.xlsx) as rows of words, and rows as a workbook. No network, no page: the browser unpacks.
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const mostUnpacked = 200 * 1024 * 1024;

const unescape = text => text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/giu, (_, number, hex, name) => name ? { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" }[name.toLowerCase()] : String.fromCodePoint(number ? Number(number) : Number.parseInt(hex, 16)));
const escape = text => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"\r]/gu, mark => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\r": "&#13;" })[mark]);

async function parts(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) { end--; }
  if (end < 0) { throw new Error("this is no workbook (.xlsx)"); }
  const found = new Map();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = view.getUint16(end + 10, true); i > 0 && view.getUint32(at, true) === 0x02014b50; i--) {
    const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [name, extra, note, local] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
    const path = decoder.decode(bytes.subarray(at + 46, at + 46 + name));
    total += size;
    if (total > mostUnpacked) { throw new Error("the workbook is too large when unpacked: save it as “CSV UTF-8”"); }
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    found.set(path, { method, data: bytes.subarray(from, from + packed) });
    at += 46 + name + extra + note;
  }
  return { found, text: async path => {
    const part = found.get(path);
    if (!part) { return null; }
    if (part.method === 0) { return decoder.decode(part.data); }
    const stream = new Blob([part.data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return decoder.decode(new Uint8Array(await new Response(stream).arrayBuffer()));
  } };
}

const attribute = (tag, name) => tag.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`, "u"))?.[1];
const words = xml => [...xml.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gsu, "").matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>(.*?)<\/(?:\w+:)?t>/gsu)].map(found => unescape(found[1])).join("");

/** The rows of the first sheet; every cell as words. */
export async function readSheet(bytes) {
  const { found, text } = await parts(bytes);
  const book = await text("xl/workbook.xml");
  const links = await text("xl/_rels/workbook.xml.rels") ?? "";
  const first = book?.match(/<(?:\w+:)?sheet\b[^>]*>/u)?.[0];
  const id = first?.match(/\w+:id="([^"]*)"/u)?.[1];
  const target = [...links.matchAll(/<Relationship\b[^>]*>/gu)].map(one => one[0]).find(one => attribute(one, "Id") === id);
  const path = target ? attribute(target, "Target").replace(/^\/?(?:xl\/)?/u, "xl/") : [...found.keys()].filter(name => /^xl\/worksheets\/[^/]+\.xml$/u.test(name)).sort()[0];
  const sheet = path ? await text(path) : null;
  if (!sheet) { throw new Error("this is no workbook (.xlsx) with a sheet"); }
  const shared = [...(await text("xl/sharedStrings.xml") ?? "").matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gsu)].map(one => words(one[1] ?? ""));
  const rows = [];
  for (const row of sheet.matchAll(/<(?:\w+:)?row\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?row>)/gsu)) {
    const cells = [];
    for (const cell of (row[2] ?? "").matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gsu)) {
      const letters = attribute(cell[1], "r")?.match(/^[A-Z]+/u)?.[0];
      const at = letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : cells.length;
      if (at > 16_383) { continue; }
      while (cells.length < at) { cells.push(""); }
      const type = attribute(cell[1], "t");
      const value = (cell[2] ?? "").match(/<(?:\w+:)?v(?:\s[^>]*)?>(.*?)<\/(?:\w+:)?v>/su)?.[1];
      cells[at] = type === "inlineStr" ? words(cell[2] ?? "") : value === undefined ? "" : type === "s" ? shared[Number(value)] ?? "" : type === "b" ? (value === "1" ? "TRUE" : "FALSE") : unescape(value);
    }
    const number = Number(attribute(row[1], "r")) || rows.length + 1;
    while (rows.length < number - 1 && rows.length < 1_048_576) { rows.push([]); }
    rows[number - 1] = cells;
  }
  return rows.map(cells => cells ?? []);
}

let crcs = null;
const crc = bytes => {
  crcs ??= Uint32Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k++) { c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; } return c >>> 0; });
  let sum = 0xffffffff;
  for (const byte of bytes) { sum = crcs[(sum ^ byte) & 255] ^ (sum >>> 8); }
  return (sum ^ 0xffffffff) >>> 0;
};

/** Rows as a workbook. Every cell is words, so nothing runs as a formula. */
export function writeSheet(rows) {
  const column = at => at < 26 ? String.fromCharCode(65 + at) : column(Math.floor(at / 26) - 1) + String.fromCharCode(65 + at % 26);
  const head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const files = [
    ["[Content_Types].xml", `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`],
    ["_rels/.rels", `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ["xl/workbook.xml", `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Programmes" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`],
    ["xl/worksheets/sheet1.xml", `${head}<worksheet xmlns="${main}"><sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells.map((cell, j) => cell === "" ? "" : `<c r="${column(j)}${i + 1}" t="inlineStr"><is><t xml:space="preserve">${escape(cell.slice(0, 32_767))}</t></is></c>`).join("")}</row>`).join("")}</sheetData></worksheet>`],
  ].map(([name, text]) => ({ name: encoder.encode(name), data: encoder.encode(text) }));
  const size = files.reduce((sum, file) => sum + 30 + 46 + 2 * file.name.length + file.data.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put = (...fields) => { for (const [length, value] of fields) { if (length === 2) { view.setUint16(at, value, true); } else { view.setUint32(at, value, true); } at += length; } };
  const copy = data => { bytes.set(data, at); at += data.length; };
  const day = 0x21; // 1 January 1980: the file says nothing of when it was made.
  for (const one of files) {
    one.at = at;
    one.crc = crc(one.data);
    put([4, 0x04034b50], [2, 20], [2, 0x800], [2, 0], [2, 0], [2, day], [4, one.crc], [4, one.data.length], [4, one.data.length], [2, one.name.length], [2, 0]);
    copy(one.name);
    copy(one.data);
  }
  const directory = at;
  for (const one of files) {
    put([4, 0x02014b50], [2, 20], [2, 20], [2, 0x800], [2, 0], [2, 0], [2, day], [4, one.crc], [4, one.data.length], [4, one.data.length], [2, one.name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, one.at]);
    copy(one.name);
  }
  const length = at - directory;
  put([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, directory], [2, 0]);
  return bytes;
}

/**
 * A block of pasted cells. A text is what the cell says; null is a place that a merged cell covers, which is left alone.
 *
 * @typedef {Array<Array<string|null>>} Block
 */

/** What people write where there is no figure. */
const NOTHING = /^[-–—－─/／\\]+$/;
const FIGURE = /^[-+]?\d+(\.\d+)?%?$/;

/**
 * A figure as it is written in a file: plain digits. Anything else stays as it is.
 *
 * @param {string} words such as "１，２３４" or "1 234"
 */
export function figure(words) {
  const trimmed = words.replace(/^[\s\u00a0\u3000\u200b\ufeff]+|[\s\u00a0\u3000\u200b\ufeff]+$/g, "");
  if (NOTHING.test(trimmed)) {
    return "";
  }
  const plain = trimmed.normalize("NFKC").replace(/[\s\u00a0\u200b,'’、]/g, "").replace(/^[−–]/, "-");
  return FIGURE.test(plain) ? plain : trimmed;
}

/** @param {string} words @returns {Block} the cells of a text with tabs; Excel puts those with line breaks into quotation marks */
export function fromTabs(words) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = words.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (quoted) {
      if (c === '"' && source[i + 1] === '"') {
        cell += source[++i];
      } else if (c === '"') {
        quoted = false;
      } else {
        cell += c;
      }
    } else if (c === '"' && cell === "") {
      quoted = true;
    } else if (c === "\t" || c === "\n") {
      rows.at(-1).push(cell);
      cell = "";
      if (c === "\n") {
        rows.push([]);
      }
    } else {
      cell += c;
    }
  }
  rows.at(-1).push(cell);
  return rows;
}

/** @param {string} html @returns {Block|null} the cells of its first table */
export function fromHtml(html) {
  const parsed = new DOMParser().parseFromString(html.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)|<style[\s\S]*?<\/style>/gi, ""), "text/html");
  const table = parsed.querySelector("table");
  if (!table) {
    return null;
  }
  /** @type {Block} */
  const block = [];
  [...table.rows].forEach((row, y) => {
    block[y] ??= [];
    let x = 0;
    for (const cell of row.cells) {
      while (block[y][x] !== undefined) {
        x++;
      }
      const height = Math.min(cell.rowSpan || 1, table.rows.length - y);
      for (let dy = 0; dy < height; dy++) {
        block[y + dy] ??= [];
        for (let dx = 0; dx < Math.min(cell.colSpan, 200); dx++) {
          block[y + dy][x + dx] = dy + dx === 0 ? cell.textContent.replace(/\s+/g, " ").trim() : null;
        }
      }
    }
  });
  const width = Math.max(...block.map((row) => row.length));
  return block.map((row) => Array.from({ length: width }, (_, x) => (row[x] === undefined ? "" : row[x])));
}

const isFigure = (cell) => cell !== null && FIGURE.test(figure(cell));
const isWord = (cell) => cell !== null && !FIGURE.test(figure(cell)) && figure(cell) !== "" && !/^\d/.test(figure(cell));

/**
 * The figures of a block: rows of headings and columns of labels that were copied with them are left out.
 *
 * @param {Block} block
 * @param {(row: Block[0]) => boolean} [isOwn] whether a row without figures is known to be one of the form, left blank
 * @returns {Block}
 */
export function withoutLabels(block, isOwn = () => false) {
  if (!block.some((row) => row.some(isFigure))) {
    return block;
  }
  const first = block.findIndex((row) => row.some(isFigure) || !row.some(isWord) || isOwn(row));
  const body = block.slice(first);
  const width = Math.max(...body.map((row) => row.length));
  let labels = 0;
  while (labels < width && body.some((row) => isWord(row[labels] ?? null)) && !body.some((row) => isFigure(row[labels] ?? null))) {
    labels++;
  }
  return body
    .filter((row) => row.some(isFigure) || !row.slice(labels).some(isWord))
    .filter((row) => !(labels > 0 && row.length > labels && row.slice(labels).every((cell) => cell === null)))
    .map((row) => row.slice(labels));
}

/** What is in the clipboard as a block of cells. @param {DataTransfer} data @returns {Block} */
export function blockOf(data) {
  const html = data.getData("text/html");
  return (/<table/i.test(html) && fromHtml(html)) || fromTabs(data.getData("text/plain"));
}

/** Puts cells into a clipboard, for spreadsheets and for texts. @param {DataTransfer} data @param {string[][]} rows */
export function copyTo(data, rows) {
  const safe = (cell) => cell.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  data.setData("text/plain", rows.map((row) => row.join("\t")).join("\n"));
  data.setData(
    "text/html",
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join("")}</tr>`).join("")}</table>`,
  );
}

// Makes what the peers need from documents of nianbao: a template for each format, and the data of each report.
//   node templates.mjs DOCUMENTS TARGET
// DOCUMENTS holds NAME.html and NAME.docx of reports of one edition; the first one gives the templates.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { parse } from "node-html-parser";
import PizZip from "pizzip";
import { stringify } from "yaml";

const [documents, target] = process.argv.slice(2);
const pages = readdirSync(documents).filter((name) => name.endsWith(".html"));

/** The blocks of a page: headings, paragraphs and tables; a section has its paragraphs, and a table at most. */
function sections(main) {
  const found = [{ heading: null, paragraphs: [], table: null }];
  for (const block of main.querySelectorAll("h2, h3, h4, p, li, table")) {
    if (block.tagName === "H2") found.push({ heading: block.text, paragraphs: [], table: null });
    else if (block.tagName === "TABLE") found.at(-1).table = block;
    else if (!block.closest("table") && block.text.trim()) found.at(-1).paragraphs.push(block.text);
  }
  return found;
}

const cells = (row) => row.querySelectorAll("th, td");
const rows = (table) => table.querySelectorAll("tr");
const page = (name) => parse(readFileSync(join(documents, name), "utf8")).querySelector("main");

for (const name of pages) {
  const main = page(name);
  const data = { title: main.querySelector("h1").text, prose: {}, figures: {} };
  sections(main).forEach((section, i) => (data.prose[`s${i}`] = section.paragraphs));
  main.querySelectorAll("td").forEach((cell, i) => (data.figures[`f${i}`] = cell.text));
  writeFileSync(join(target, name.replace(/html$/, "yaml")), stringify(data));
}

const first = page(pages[0]);
const parts = sections(first);
writeFileSync(join(target, "report.html"), html());
writeFileSync(join(target, "report.typ"), typst());
writeFileSync(join(target, "report.docx"), docx());

function html() {
  let figure = 0;
  const body = parts.map((part, i) => {
    const heading = part.heading === null ? "" : `<h2>${part.heading}</h2>\n`;
    const prose = `{% for text in prose.s${i} %}<p>{{ text }}</p>\n{% endfor %}`;
    part.table?.querySelectorAll("td").forEach((cell) => cell.set_content(`{{ figures.f${figure++} }}`));
    return heading + prose + (part.table ?? "");
  });
  const head = parse(readFileSync(join(documents, pages[0]), "utf8")).querySelector("style");
  return `<!DOCTYPE html>\n<html lang="zh"><head><meta charset="UTF-8"><title>{{ title }}</title>${head}</head><body><main>
<h1>{{ title }}</h1>\n${body.join("\n")}</main></body></html>\n`;
}

function typst() {
  let figure = 0;
  const table = (of) => {
    const widths = of.querySelectorAll("col").map((col) => `${parseFloat(col.getAttribute("style").split(":")[1])}fr`);
    const content = rows(of).flatMap((row) => cells(row).map((cell) => {
      const text = cell.tagName === "TD" ? `#report.figures.f${figure++}` : cell.text.trim();
      return `  table.cell(colspan: ${span(cell, "colspan")}, rowspan: ${span(cell, "rowspan")})[${text}],`;
    }));
    return `#table(columns: (${widths.join(", ")}), align: center + horizon, stroke: 0.5pt,\n${content.join("\n")}\n)\n`;
  };
  const body = parts.map((part, i) => (part.heading === null ? "" : `= ${part.heading}\n`)
    + `#for text in report.prose.s${i} [#par(text)]\n` + (part.table ? table(part.table) : ""));
  return `#let report = yaml(bytes(sys.inputs.report))
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1")
#set text(font: "FandolFang R", size: 16pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0pt, justify: false)
#set document(title: report.title)
#align(center, text(size: 22pt, report.title))
${body.join("\n")}`;
}

function docx() {
  const zip = new PizZip(readFileSync(join(documents, pages[0].replace(/html$/, "docx"))));
  const xml = new DOMParser().parseFromString(zip.file("word/document.xml").asText(), "text/xml");
  const body = xml.getElementsByTagName("w:body")[0];
  const tables = parts.filter((part) => part.table).map((part) => part.table);
  const seen = new Set();
  let section = 0;
  let figure = 0;
  for (const block of Array.from(body.childNodes)) {
    const style = block.getElementsByTagName("w:pStyle")[0]?.getAttribute("w:val");
    if (block.nodeName === "w:tbl") {
      const written = rows(tables.shift()).flatMap(cells);
      const ours = Array.from(block.getElementsByTagName("w:tc")).filter((cell) => !continues(cell));
      if (written.length !== ours.length) throw new Error(`${written.length} cells in HTML, ${ours.length} in DOCX`);
      ours.forEach((cell, i) => written[i].tagName === "TD" && say(cell, `{f${figure++}}`));
    } else if (block.nodeName !== "w:p" || block.getElementsByTagName("w:sectPr").length) {
      continue;
    } else if (style === "Title") {
      say(block, "{title}");
    } else if (style === "Heading1") {
      section++;
    } else if (seen.has(section)) {
      body.removeChild(block);
    } else {
      seen.add(section);
      const end = body.insertBefore(block.cloneNode(true), block.nextSibling);
      const begin = body.insertBefore(block.cloneNode(true), block);
      say(begin, `{#s${section}}`);
      say(block, "{.}");
      say(end, `{/s${section}}`);
    }
  }
  zip.file("word/document.xml", new XMLSerializer().serializeToString(xml));
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

/** Puts a text into the first run of a paragraph or cell, and takes the others out. */
function say(element, text) {
  const [run, ...others] = Array.from(element.getElementsByTagName("w:r"));
  others.forEach((other) => other.parentNode.removeChild(other));
  const [at] = Array.from(run.getElementsByTagName("w:t"));
  at.textContent = text;
}

function continues(cell) {
  const merge = cell.getElementsByTagName("w:vMerge")[0];
  return merge && merge.getAttribute("w:val") !== "restart";
}

function span(cell, name) {
  return Number(cell.getAttribute(name) ?? 1);
}

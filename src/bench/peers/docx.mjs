// DOCX by docxtemplater: node docx.mjs TEMPLATE OUTPUT REPORT.yaml...
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { parse } from "yaml";

const [template, output, ...reports] = process.argv.slice(2);
const file = readFileSync(template);
for (const report of reports) {
  const document = new Docxtemplater(new PizZip(file), { paragraphLoop: true });
  const { title, prose, figures } = parse(readFileSync(report, "utf8"));
  document.render({ title, ...prose, ...figures });
  writeFileSync(join(output, `${basename(report, ".yaml")}.docx`), document.toBuffer());
}

// PDF by Typst: node pdf.mjs TEMPLATE FONTS OUTPUT REPORT.yaml...
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [template, fonts, output, ...reports] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
const mainFileContent = readFileSync(template, "utf8");
for (const report of reports) {
  const pdf = compiler.pdf({ mainFileContent, inputs: { report: readFileSync(report, "utf8") } });
  writeFileSync(join(output, `${basename(report, ".yaml")}.pdf`), pdf);
}

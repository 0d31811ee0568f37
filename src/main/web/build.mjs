// Bundles the scripts of `nianbao serve` into the resources of the program, beside its page and its style sheet. They are kept
// with the sources, so that Maven needs no Node. `node build.mjs --check` only tells whether that bundle is the one of these sources.
import { build } from "esbuild";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../resources/org/nianbao/serve/web");

/** The licence of every package that is in the bundle, by its name and version. */
async function licences(metafile) {
  const packages = new Set(
    Object.keys(metafile.inputs)
      .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
      .filter(Boolean),
  );
  const texts = [];
  for (const name of [...packages].sort()) {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    texts.push(`${name} ${version} (${license})\n\n${file ? (await readFile(join(folder, file), "utf8")).trim() : ""}\n`);
  }
  return `app.js contains these packages.\n\n${texts.join(`\n${"-".repeat(72)}\n\n`)}`;
}

const result = await build({
  absWorkingDir: here,
  entryPoints: ["app.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  write: false,
});
const files = {
  "app.js": result.outputFiles[0].text,
  "licences.txt": await licences(result.metafile),
};
let stale = false;
for (const [name, text] of Object.entries(files)) {
  const path = join(target, name);
  if (process.argv.includes("--check")) {
    if ((await readFile(path, "utf8").catch(() => "")) !== text) {
      console.error(`${name} is not the one of src/main/web: cd src/main/web && npm ci && npm run build`);
      stale = true;
    }
  } else {
    await writeFile(path, text);
    console.log(`${name} ${Math.round(text.length / 1024)} kB`);
  }
}
process.exitCode = stale ? 1 : 0;

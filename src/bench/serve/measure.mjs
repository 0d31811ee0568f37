// How long a key takes in the form of `nianbao serve`, in real Chromium: until the finding, and until the page beside it has
// changed. With many edits also how the memory of browser and server grows.
//
//   (cd src/main/web && npm ci); mvn -q package; node src/bench/serve/measure.mjs [EDITS] [INPUT] [PLACE]
//
// NIANBAO and CHROMIUM name other programs than target/nianbao/bin/nianbao and chromium.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("../../..", import.meta.url));
const { chromium } = createRequire(join(home, "src/main/web/"))("playwright-core");
const [edits = "200", input = "houma-2021.yaml", place = "收到和处理政府信息公开申请情况.本年新收.自然人"] = process.argv.slice(2);

/** Keys before the first one that counts: the Java machine compiles what is used. */
const WARM = 100;
/** After how many edits memory is looked at. */
const STEP = 1000;

const folder = mkdtempSync(join(tmpdir(), "serve-"));
copyFileSync(join(home, "inputs", input), join(folder, basename(input)));
const server = spawn(process.env.NIANBAO ?? join(home, "target/nianbao/bin/nianbao"), ["serve", folder, "--no-open", "--port", "0"]);
const address = await new Promise((resolve) => server.stdout.on("data", (said) => /http:\S+/.test(said) && resolve(String(said).match(/http:\S+/)[0])));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

function serverMemory() {
  try {
    const pid = String(server.pid); // the launcher becomes the Java machine
    execFileSync("jcmd", [pid, "GC.run"]);
    const heap = /used (\d+)K/.exec(execFileSync("jcmd", [pid, "GC.heap_info"], { encoding: "utf8" }));
    const resident = execFileSync("ps", ["-o", "rss=", "-p", pid], { encoding: "utf8" });
    return { heap: Math.round(heap[1] / 1024), resident: Math.round(resident / 1024) };
  } catch {
    return { heap: NaN, resident: NaN };
  }
}

/** In the page: makes ready to time what follows the next key in a place. */
function watch(path) {
  const box = document.querySelector(`#pane-form input[data-path="${path}"]`);
  const page = document.querySelector("iframe").contentDocument;
  const until = (root, found) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => found() && (observer.disconnect(), resolve(performance.now())));
      observer.observe(root, { subtree: true, childList: true, characterData: true });
    });
  window.arm = () => {
    let key = 0;
    box.select();
    box.addEventListener("keydown", (event) => (key = event.timeStamp), { once: true });
    const cell = () => page.querySelector(`td[data-path="${path}"]`)?.textContent.trim();
    const finding = until(document.querySelector(".findings ol"), () => true);
    const printed = until(page, () => cell() === box.value);
    window.timed = Promise.all([finding, printed]).then(([one, other]) => ({ finding: one - key, page: other - key }));
  };
  box.focus();
}

const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(0);

function told(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`key to ${name}: median ${share(sorted, 0.5)} ms, 95 % ${share(sorted, 0.95)} ms, 99 % ${share(sorted, 0.99)} ms, longest ${share(sorted, 1)} ms`);
}

try {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await page.goto(address);
  await page.waitForSelector("#pane-form input[data-path]");
  await page.waitForFunction(() => document.querySelector("iframe")?.contentDocument?.querySelector("td[data-path]"));
  await page.waitForTimeout(1000);
  await page.evaluate(watch, place);
  const findings = [];
  const pages = [];
  const load = loadavg()[0];
  for (let i = -WARM; i < Number(edits); i++) {
    await page.evaluate(() => window.arm());
    await page.keyboard.press(String(1 + ((i + WARM) % 9)));
    const { finding, page: printed } = await page.evaluate(() => window.timed);
    if (i >= 0) {
      findings.push(finding);
      pages.push(printed);
      if (i % STEP === STEP - 1) {
        await protocol.send("HeapProfiler.collectGarbage");
        const { metrics } = await protocol.send("Performance.enable").then(() => protocol.send("Performance.getMetrics"));
        const used = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
        const nodes = metrics.find(({ name }) => name === "Nodes").value;
        const { heap, resident } = serverMemory();
        console.log(`${i + 1} edits: browser ${(used / 1024 / 1024).toFixed(1)} MB, ${nodes} nodes; server heap ${heap} MB, resident ${resident} MB`);
      }
    }
  }
  told("finding", findings);
  told("page", pages);
  console.log(`${edits} edits of ${input}; load before ${load.toFixed(2)}, after ${loadavg()[0].toFixed(2)}`);
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}

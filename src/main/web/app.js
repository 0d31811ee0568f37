import { api } from "./api.js";
import { h } from "./dom.js";
import { ListView } from "./list.js";
import { ReportView } from "./report.js";
import { isChinese, say } from "./words.js";

const live = h("p", { class: "told", role: "status", "aria-live": "polite" });
const main = h("div", { id: "view" });
let shown = null;
let fading = 0;

/** Says something for some seconds. */
function tell(words) {
  clearTimeout(fading);
  live.textContent = words;
  fading = setTimeout(() => (live.textContent = ""), 6000);
}

const wanted = () => decodeURIComponent(location.hash.replace(/^#\/?/, ""));

/** Opens the report that the address names, or the list. */
async function route() {
  const id = wanted();
  const folder = await api.reports();
  shown?.close();
  document.title = id ? `${id} · ${say("product")}` : say("product");
  const view = id ? new ReportView(id, folder, tell) : new ListView(folder, tell);
  shown = view;
  main.replaceChildren(view.element);
  await view.open();
}

function open() {
  route().catch((failure) => {
    main.replaceChildren(h("main", { class: "list" }, h("p", { role: "alert" }, say("failed", failure.message)), h("p", {}, h("a", { href: "#" }, say("reports")))));
  });
}

document.documentElement.lang = isChinese ? "zh-CN" : "en";
document.body.append(main, live);
addEventListener("hashchange", open);
addEventListener("beforeunload", (event) => shown?.isIdle === false && event.preventDefault());

const events = new EventSource("/api/events");
events.addEventListener("changed", (event) => {
  const { id, revision } = JSON.parse(event.data);
  shown?.changedElsewhere(id, revision);
});
events.addEventListener("reports", () => shown?.reportsChanged());

api.reports().then(({ reports }) => {
  if (!wanted() && reports.length === 1) {
    location.replace(`#/${encodeURIComponent(reports[0].id)}`);
  } else {
    open();
  }
}, open);

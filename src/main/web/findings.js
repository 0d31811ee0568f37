import { h, refill } from "./dom.js";
import { say } from "./words.js";

/** What the check found, each a way to its place. */
export class Findings {
  element = h("section", { class: "findings", "aria-label": say("findings"), tabindex: "-1" });
  #list = h("ol", { tabindex: "-1" });
  #count = h("h2");
  #key = "";
  #goTo;

  /** @param {(finding: import("./api.js").Finding) => void} goTo */
  constructor(goTo) {
    this.#goTo = goTo;
    this.element.append(this.#count, this.#list);
  }

  focus() {
    this.element.scrollIntoView({ block: "nearest" });
    (this.#list.querySelector("button") ?? this.element).focus();
  }

  /** @param {import("./api.js").State} state */
  show(state) {
    const own = state.findings.filter((finding) => !finding.unfilled);
    const errors = own.filter((finding) => finding.severity === "error").length;
    const warnings = own.filter((finding) => finding.severity === "warning").length;
    const counts = [errors || warnings ? say("counts", errors, warnings) : "", state.unfilled ? say("unfilled", state.unfilled) : ""];
    this.#count.textContent = counts.filter(Boolean).join(" · ") || say("noFindings");
    const key = JSON.stringify(own);
    if (key === this.#key) {
      return;
    }
    this.#key = key;
    refill(this.#list, own.map((finding) => this.#item(finding, state.text)));
  }

  #item(finding, text) {
    const line = Number.isInteger(finding.from) ? text.slice(0, finding.from).split("\n").length : null;
    return h(
      "li",
      { class: finding.severity },
      h(
        "button",
        { type: "button", onclick: () => this.#goTo(finding) },
        h("b", {}, say(finding.severity)),
        finding.rule && ` ${finding.rule}`,
        line && h("span", { class: "line" }, ` ${say("line", line)}`),
        ` ${finding.message}`,
      ),
      finding.help && h("p", { class: "help" }, say("help", finding.help)),
    );
  }
}

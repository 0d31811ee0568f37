import { h, refill } from "./dom.js";
import { say } from "./words.js";

/** What the check found, each a way to its place. */
export class Findings {
  element = h("section", { class: "findings", "aria-label": say("findings"), tabindex: "-1" });
  #list = h("ol", { tabindex: "-1" });
  #count = h("h2");
  #key = "";
  #goTo;

  #accept;

  /**
   * @param {(finding: import("./api.js").Finding) => void} goTo
   * @param {((finding: import("./api.js").Finding, reason: string) => void)|null} accept null if nothing may be changed
   */
  constructor(goTo, accept) {
    this.#goTo = goTo;
    this.#accept = accept;
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
      { class: finding.severity, data: { rule: finding.rule ?? "", subject: finding.path ?? "" } },
      h(
        "button",
        { type: "button", onclick: () => this.#goTo(finding) },
        h("b", {}, say(finding.severity)),
        finding.rule && ` ${finding.rule}`,
        line && h("span", { class: "line" }, ` ${say("line", line)}`),
        ` ${finding.message}`,
      ),
      finding.help && h("p", { class: "help" }, say("help", finding.help)),
      finding.acceptable && this.#accept && h("button", { type: "button", class: "explain", onclick: () => this.#ask(finding) }, say("explain")),
    );
  }

  /** Asks for the reason for which a finding is right as it is. */
  #ask(finding) {
    const reason = h("textarea", { id: "reason", rows: 3, required: true });
    const dialog = h(
      "dialog",
      { "aria-labelledby": "explain", onclose: () => dialog.remove() },
      h("h2", { id: "explain" }, say("explain")),
      h("p", {}, h("b", {}, finding.rule), ` ${finding.message}`),
      h(
        "form",
        {
          method: "dialog",
          onsubmit: () => (this.#accept(finding, reason.value.trim()), setTimeout(() => this.element.focus())),
        },
        h("div", { class: "fact" }, h("label", { for: "reason" }, say("reason")), reason, h("span", { class: "last" }, say("reasonsHelp"))),
        h("div", { class: "choices" }, h("button", { class: "main" }, say("save")), h("button", { type: "button", onclick: () => dialog.close() }, say("cancel"))),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    reason.focus();
  }
}

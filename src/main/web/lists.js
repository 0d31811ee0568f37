import { blockOf } from "./clipboard.js";
import { h } from "./dom.js";
import { say } from "./words.js";

const ANNEXES = "附表";
const REASONS = "核对说明";

/** What an input has beside the places of its form: annexes, reasons for findings, and what is changed in the YAML only. */
export class Lists {
  element = h("div");
  #options;
  #key = "";

  /** @param {{isReadOnly: boolean, edit: (edits: any[]) => void, toYaml: (from: number, to: number) => void}} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Shows the lists of a state. They are made anew where a member comes or goes; else only words change.
   *
   * @param {any} state
   * @param {(path: string) => string} labelOf
   */
  show(state, labelOf) {
    const { lists = {}, others = [] } = state;
    const annexes = lists[ANNEXES] ?? [];
    const reasons = lists[REASONS] ?? [];
    const key = JSON.stringify([annexes.map((one) => one.文件 ?? ""), reasons.map((one) => [one.核对, one.位置]), others.map((one) => one.key)]);
    this.#places = { annexes, reasons, others };
    if (key !== this.#key) {
      this.#key = key;
      this.element.replaceChildren(
        this.#section(ANNEXES, say("annexes"), [annexes.map((annex, i) => this.#annex(annex, i)), !this.#options.isReadOnly && h("button", { type: "button", onclick: () => this.#addAnnex() }, say("addAnnex"))]),
        ...(reasons.length ? [this.#section(REASONS, say("reasons"), [h("p", { class: "help" }, say("reasonsHelp")), reasons.map((reason, i) => this.#reason(reason, i, labelOf))])] : []),
        ...(others.length ? [this.#section("others", say("others"), h("p", {}, others.map((other, i) => this.#toYaml(other.key, () => this.#places.others[i]))))] : []),
      );
    }
    for (const box of this.element.querySelectorAll("[data-path]")) {
      const [list, number, name] = box.dataset.path.split(".");
      const words = (lists[list][number - 1][name] ?? "").replace(/\n+$/, "");
      if (document.activeElement !== box && box.value !== words) {
        box.value = words;
      }
    }
  }

  #places = {};

  #section(id, title, content) {
    return h("section", { "aria-labelledby": `title-${id}` }, h("h2", { id: `title-${id}` }, title), content);
  }

  #toYaml(label, placeOf) {
    return h("button", { type: "button", onclick: () => this.#options.toYaml(placeOf().from, placeOf().to) }, label);
  }

  #box(tag, path, label, properties = {}) {
    const { isReadOnly, edit } = this.#options;
    const send = () => edit([{ path, value: tag === "textarea" ? box.value.split("\n").filter((line) => line.trim()) : box.value.trim() }]);
    const box = h(tag, {
      id: `box-${path}`,
      readonly: isReadOnly,
      data: { path },
      oninput: (event) => event.isComposing || send(),
      oncompositionend: send,
      ...properties,
    });
    return h("div", { class: "fact long" }, h("label", { for: box.id }, label), box);
  }

  #remove(path) {
    return !this.#options.isReadOnly && h("button", { type: "button", onclick: () => this.#options.edit([{ path, value: "" }]) }, say("remove"));
  }

  #annex(annex, i) {
    const path = `${ANNEXES}.${i + 1}`;
    return h(
      "div",
      { class: "member" },
      this.#box("input", `${path}.标题`, say("annexTitle"), { type: "text", autocomplete: "off" }),
      annex.文件 ? h("p", {}, say("annexFile", annex.文件)) : this.#box("textarea", `${path}.表`, say("annexTable"), { rows: 4, onpaste: pasteRows }),
      h("div", { class: "choices" }, this.#toYaml(say("toYaml"), () => this.#places.annexes[i]), this.#remove(path)),
    );
  }

  #reason(reason, i, labelOf) {
    const path = `${REASONS}.${i + 1}`;
    return h(
      "div",
      { class: "member" },
      this.#box("input", `${path}.说明`, `${reason.核对 ?? ""} ${labelOf(reason.位置 ?? "")}${reason.原文 ? `：${reason.原文}` : ""}`, { type: "text", autocomplete: "off" }),
      h("div", { class: "choices" }, this.#toYaml(say("toYaml"), () => this.#places.reasons[i]), this.#remove(path)),
    );
  }

  #addAnnex() {
    const title = h("input", { id: "annex-title", type: "text", required: true, autocomplete: "off" });
    const rows = h("textarea", { id: "annex-rows", rows: 8, required: true, onpaste: pasteRows });
    const box = (input, label) => h("div", { class: "fact long" }, h("label", { for: input.id }, label), input);
    const dialog = h(
      "dialog",
      { "aria-labelledby": "add-annex", onclose: () => dialog.remove() },
      h("h2", { id: "add-annex" }, say("addAnnex")),
      h(
        "form",
        { method: "dialog", onsubmit: () => this.#options.edit([{ path: `${ANNEXES}.+`, value: [title.value.trim(), rows.value.trim()] }]) },
        box(title, say("annexTitle")),
        box(rows, say("annexTable")),
        h("div", { class: "choices" }, h("button", { class: "main" }, say("save")), h("button", { type: "button", onclick: () => dialog.close() }, say("cancel"))),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    title.focus();
  }
}

/** Rows of a pasted table as the YAML has them, with a line below the heads. */
function pasteRows(event) {
  const block = blockOf(event.clipboardData);
  if (block.length < 2 || block[0].length < 2) {
    return; // as into any box
  }
  event.preventDefault();
  const cell = (words) => (words ?? "").replace(/\s+/g, " ").replace(/[\\|`*_{}[\]<>#]/g, "\\$&").trim();
  const rows = block.map((row) => `| ${row.map(cell).join(" | ")} |`);
  rows.splice(1, 0, `|${" --- |".repeat(block[0].length)}`);
  event.target.setRangeText(rows.join("\n"), event.target.selectionStart, event.target.selectionEnd, "end");
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
}

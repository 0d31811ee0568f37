import { api, addressOf, Refusal } from "./api.js";
import { attribute, h, kept, text } from "./dom.js";
import { createEditor, reveal, underline } from "./editor.js";
import { Findings } from "./findings.js";
import { FormPane } from "./form.js";
import { PagePane } from "./page.js";
import { Sync } from "./sync.js";
import { say } from "./words.js";

const PANES = ["form", "yaml", "page"];
const FORMATS = ["pdf", "docx", "html", "ofd"];

/** A narrow window shows one pane at first. */
const firstPanes = () => (innerWidth < 900 ? ["form"] : ["form", "page"]);

/** One report: form, YAML and page side by side, with what the check found below. */
export class ReportView {
  element = h("div", { class: "report" });
  #id;
  #folder;
  #tell;
  #sync;
  #editor;
  #form;
  #page;
  #findings;
  #panes = {};
  #status = h("span", { class: "status", role: "status" });
  #title = h("h1");
  #name;

  constructor(id, folder, tell) {
    this.#id = id;
    this.#folder = folder;
    this.#tell = tell;
    const own = folder.reports.find((report) => report.id === id);
    this.#name = [own?.agency, own?.year].filter(Boolean).join(" ") || id;
  }

  get isIdle() {
    return this.#sync?.isIdle ?? true;
  }

  async open() {
    const state = await api.report(this.#id);
    const isReadOnly = this.#folder.readOnly;
    const accept = ({ rule, path, quote }, reason) => this.#sync.edit([{ path: "核对说明.+", value: [rule, path, quote ?? "", reason] }]);
    this.#findings = new Findings((finding) => this.#goTo(finding), isReadOnly ? null : accept);
    this.#form = new FormPane({
      isReadOnly,
      edit: (edits) => this.#sync.edit(edits),
      tell: this.#tell,
      toYaml: (from, to) => this.#toYaml(from, to),
      went: (path, line) => this.#show(path, line, "form"),
    });
    const yaml = h("div", { class: "yaml" });
    this.#page = new PagePane(this.#id, (path, line) => this.#show(path, line, "page"));
    this.#editor = createEditor(yaml, state, {
      isReadOnly,
      onTyped: (changes) => this.#sync.typed(changes),
      onPlace: (offset) => this.#placed(offset),
      current: () => this.#sync.state,
    });
    this.#sync = new Sync(state, this.#editor);
    this.#sync.addEventListener("state", (event) => this.#changed(event.detail.isForeign));
    this.#sync.addEventListener("status", () => this.#showStatus());
    this.#sync.addEventListener("conflict", (event) => this.#conflict(event.detail));
    this.#sync.addEventListener("refused", ({ detail }) => {
      const { from, to } = this.#placeOf(detail.path);
      this.#toYaml(from, to);
      this.#tell(say("refused", `${this.#form.labelOf(detail.path)}。${detail.message}`));
    });
    this.#lay({ form: this.#form.element, yaml, page: this.#page.element });
    this.#changed(false);
  }

  close() {
    this.#sync?.close();
    this.#editor?.destroy();
  }

  changedElsewhere(id, revision) {
    if (id === this.#id) {
      this.#sync?.changedElsewhere(revision);
    }
  }

  reportsChanged() {}

  #lay(content) {
    const open = kept.get("panes", firstPanes());
    const toggles = PANES.map((name) => {
      const pane = h("section", { class: "pane", id: `pane-${name}`, "aria-label": say(name) }, content[name]);
      this.#panes[name] = pane;
      pane.hidden = !open.includes(name);
      return h("button", { type: "button", "aria-pressed": String(!pane.hidden), "aria-controls": pane.id, onclick: (event) => this.#fold(name, event.currentTarget) }, say(name));
    });
    const { readOnly, saveMode } = this.#folder;
    this.element.replaceChildren(
      h("a", { class: "skip", href: "#pane-form", onclick: (event) => (event.preventDefault(), this.#form.element.querySelector("input, select, textarea")?.focus()) }, say("skip")),
      h(
        "header",
        {},
        h("nav", {}, h("a", { href: "#" }, say("reports")), this.#title),
        h("div", { class: "panes", role: "group", "aria-label": say("panes") }, toggles),
        h(
          "div",
          { class: "tools", role: "group", "aria-label": say("tools") },
          !readOnly && button("undo", () => this.#sync.step(true)),
          !readOnly && button("redo", () => this.#sync.step(false)),
          !readOnly && saveMode === "manual" && button("save", () => this.#sync.save()),
          button("check", () => this.#findings.focus()),
          FORMATS.map((format) => h("a", { class: "button", href: addressOf(this.#id, "documents", format), download: true }, say("download", format.toUpperCase()))),
          !readOnly && button("renderAll", () => this.#renderAll()),
          h("a", { class: "button", href: addressOf(this.#id, "compare"), target: "_blank", rel: "noopener" }, say("compare")),
          this.#status,
        ),
      ),
      h("main", { class: "all" }, PANES.map((name) => this.#panes[name])),
      this.#findings.element,
    );
    this.element.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "s") {
        event.preventDefault();
        if (saveMode === "manual" && !readOnly) {
          this.#sync.save();
        }
      }
    });
  }

  /** Where a place of the form is, or would be, in the YAML. */
  #placeOf(path) {
    const { values } = this.#sync.state;
    for (let at = path; at; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
      if (values[at]) {
        return values[at];
      }
    }
    return { from: 0, to: 0 };
  }

  /** Opens the pane of the YAML at a place. */
  #toYaml(from, to) {
    if (this.#panes.yaml.hidden) {
      this.element.querySelector("[aria-controls=pane-yaml]").click();
    }
    reveal(this.#editor, from, to, true);
  }

  #fold(name, toggle) {
    const pane = this.#panes[name];
    pane.hidden = !pane.hidden;
    attribute(toggle, "aria-pressed", String(!pane.hidden));
    kept.set("panes", PANES.filter((one) => !this.#panes[one].hidden));
    if (!pane.hidden && name === "page") {
      this.#page.update();
    }
  }

  /** Shows a new state in all panes. */
  #changed(isForeign) {
    const { state } = this.#sync;
    this.#form.build(state.form);
    this.#form.show(state, this.#sync.isIdle);
    this.#findings.show(state);
    underline(this.#editor, state.findings);
    text(this.#title, this.#name);
    if (!this.#panes.page.hidden) {
      this.#page.update();
    }
    if (isForeign) {
      this.#tell(say("outsideChange"));
    }
    this.#showStatus();
  }

  #showStatus() {
    const { isOffline, isIdle, state } = this.#sync;
    const isUnsaved = this.#folder.saveMode === "manual" && state.savedRevision !== state.revision;
    const words = this.#folder.readOnly ? "readOnly" : isOffline ? "offline" : !isIdle ? "saving" : isUnsaved ? "unsaved" : "saved";
    this.#status.classList.toggle("error", isOffline);
    text(this.#status, say(words));
    if (this.#sync.isIdle) {
      this.#form.show(state, true);
    }
  }

  /** Shows a place of one pane in the others. */
  #show(path, line, from) {
    const value = this.#sync.state.values[path];
    if (value && Number.isInteger(value.from) && !this.#panes.yaml.hidden) {
      reveal(this.#editor, value.from, value.to, false);
    }
    if (from === "page") {
      this.#form.go(path, line);
    } else {
      this.#page.point(path, line);
    }
  }

  /** The cursor went to a place of the YAML. */
  #placed(offset) {
    const around = Object.entries(this.#sync.state.values)
      .filter(([, value]) => value.from <= offset && offset <= value.to)
      .sort(([, one], [, other]) => one.to - one.from - (other.to - other.from));
    if (around.length > 0) {
      this.#form.point(around[0][0]);
      this.#page.point(around[0][0]);
    }
  }

  #goTo(finding) {
    const isInForm = finding.path && !this.#panes.form.hidden && this.#form.go(finding.path);
    if (Number.isInteger(finding.from) && !this.#panes.yaml.hidden) {
      reveal(this.#editor, finding.from, finding.to, !isInForm);
    }
    if (finding.path) {
      this.#page.point(finding.path);
    }
  }

  async #renderAll() {
    await this.#sync.idle();
    try {
      const { files } = await api.render(this.#id);
      this.#tell(files?.length ? `${say("rendered", files.length)} ${files.join(" ")}` : say("renderedNot"));
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      this.#tell(say("failed", failure.message));
    }
  }

  /** Both versions of the places that were changed twice; nothing is lost. */
  #conflict(conflicts) {
    const dialog = h("dialog", { "aria-labelledby": "conflict" });
    const close = () => dialog.close();
    dialog.append(
      h("h2", { id: "conflict" }, say("conflict")),
      h("p", {}, say("conflictText")),
      ...conflicts.map(({ path, mine, theirs }) =>
        h(
          "div",
          { class: "versions" },
          h("h3", {}, this.#form.labelOf(path)),
          h("div", {}, h("h4", {}, say("mine")), h("pre", {}, words(mine))),
          path && h("div", {}, h("h4", {}, say("theirs")), h("pre", {}, words(theirs))),
          path && h("button", { type: "button", onclick: (event) => (this.#sync.edit([{ path, value: mine }]), event.currentTarget.closest(".versions").remove(), dialog.querySelector(".versions") || close()) }, say("useMine")),
        ),
      ),
      h("button", { type: "button", class: "main", onclick: close }, conflicts[0].path ? say("useTheirs") : say("close")),
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

const button = (name, onclick) => h("button", { type: "button", class: name, onclick }, say(name));

const words = (value) => (Array.isArray(value) ? value.join("\n") : value === null ? "~" : (value ?? "")) || say("empty");

import { h, attribute, refill, text } from "./dom.js";
import { Grid } from "./grid.js";
import { Lists } from "./lists.js";
import { Prose } from "./prose.js";
import { say } from "./words.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What leaves out a part that a report need not have. The keyboard goes back to its box. */
function omitting(input, omit) {
  return h("button", { type: "button", class: "omit", hidden: true, onclick: () => (input.focus(), omit()) }, say("omit"));
}

/** The pane with the form: made anew for each kind of form, then only its values change. */
export class FormPane {
  element = h("div", { class: "form" });
  #facts = new Map();
  #grids = [];
  #prose = [];
  #sums = new Map();
  #switches = new Map();
  /** The folds of the texts around tables, by path. */
  #folds = new Map();
  #lists;
  /** What leaves out a section, by path. */
  #omits = new Map();
  #options;
  #waiting = new Map();
  #shown = "";

  /** @param {{isReadOnly: boolean, edit: (edits: any[]) => void, toYaml: (from: number, to: number) => void, tell: (words: string) => void, went: (path: string, line?: number) => void}} options */
  constructor(options) {
    this.#options = {
      ...options,
      edit: (edits) => {
        edits.forEach(({ path, value }) => this.#waiting.set(path, value));
        options.edit(edits);
      },
    };
  }

  /** The form's own words for a place, such as "予以公开，自然人". */
  labelOf(path) {
    return this.#cell(path)?.input.getAttribute("aria-label") ?? path;
  }

  #cell(path) {
    return this.#grids.map((grid) => grid.cells.get(path)).find(Boolean);
  }

  /** @param {any} form as the server describes it */
  build(form) {
    const shown = JSON.stringify(form);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.#facts.clear();
    this.#grids = [];
    this.#prose = [];
    this.#sums.clear();
    this.#switches.clear();
    this.#folds.clear();
    this.#omits.clear();
    this.#lists = new Lists(this.#options);
    this.element.replaceChildren(
      h("section", { "aria-labelledby": "title-facts" }, h("h2", { id: "title-facts" }, say("facts")), h("div", { class: "facts" }, form.facts.map((fact) => this.#fact(fact)))),
      ...form.sections.map((section) => this.#section(section)),
      form.switches?.length ? this.#charts(form.switches) : "",
      this.#lists.element,
    );
  }

  #fact(fact) {
    const id = `fact-${fact.path}`;
    const { isReadOnly, edit, went } = this.#options;
    const send = (event) => edit([{ path: fact.path, value: event.target.value.trim() }]);
    const shared = { id, data: { path: fact.path }, "aria-describedby": `hint-${id}`, onfocus: () => went(fact.path) };
    const input = fact.choices
      ? h("select", { ...shared, disabled: isReadOnly, onchange: send }, h("option", { value: "" }, say("choose")), fact.choices.map((choice) => h("option", {}, choice)))
      : h("input", { ...shared, type: "text", readonly: isReadOnly, autocomplete: "off", inputmode: fact.type === "year" ? "numeric" : null, oninput: send });
    const hint = h("span", { class: "last", id: `hint-${id}` });
    const omit = omitting(input, () => edit([{ path: fact.path, value: null }]));
    this.#facts.set(fact.path, { input, hint, omit, type: fact.type, required: fact.required });
    return h("div", { class: `fact ${fact.type}` }, h("label", { for: id }, fact.label ?? fact.path, fact.required && h("span", { class: "required", "aria-hidden": "true" }, " *")), input, hint, omit);
  }

  #charts(switches) {
    const { isReadOnly, edit } = this.#options;
    return h(
      "section",
      { "aria-labelledby": "title-charts" },
      h("h2", { id: "title-charts" }, say("charts")),
      switches.map(({ path, label }) => {
        const box = h("input", { type: "checkbox", name: path, disabled: isReadOnly, data: { path }, onchange: () => edit([{ path, value: box.checked ? "true" : "" }]) });
        this.#switches.set(path, box);
        return h("label", { class: "switch" }, box, ` ${label}`);
      }),
    );
  }

  #section(section) {
    const heading = h("h2", { id: `title-${section.path}` }, section.title);
    const parts = [];
    if (section.kind === "prose") {
      const prose = new Prose(section, this.#options);
      const omit = omitting(prose.input, () => this.#options.edit([{ path: section.path, value: null }]));
      this.#prose.push(prose);
      this.#omits.set(section.path, omit);
      parts.push(prose.element, omit);
    }
    for (const table of section.tables ?? []) {
      const grid = new Grid(table, this.#options);
      const sums = h("div", { class: "sums", "aria-label": say("sums"), role: "group", tabindex: "-1" });
      this.#grids.push(grid);
      this.#sums.set(table.path, sums);
      parts.push(this.#around(`${table.path}.正文`, "above"), grid.element, sums, this.#around(`${table.path}.注`, "below"));
    }
    return h("section", { "aria-labelledby": `title-${section.path}`, data: { path: section.path } }, heading, parts);
  }

  /** The text above a table, or the notes below it, folded while there is none. */
  #around(path, place) {
    const prose = new Prose({ path, label: say(place) }, this.#options);
    const fold = h("details", { class: "around" }, h("summary", {}, say(place)), prose.element);
    this.#prose.push(prose);
    this.#folds.set(path, fold);
    return fold;
  }

  /**
   * Shows the values of a state. A place whose edit is still under way keeps what was typed.
   *
   * @param {import("./api.js").State} state
   * @param {boolean} isIdle whether no edit is under way
   */
  show(state, isIdle) {
    if (isIdle) {
      this.#waiting.clear();
    }
    const isBroken = Object.keys(state.values).length === 0;
    this.element.classList.toggle("paused", isBroken);
    this.element.inert = isBroken;
    if (isBroken) {
      return;
    }
    const findings = new Map();
    const words = (finding) => state.text.slice(finding.from, finding.to);
    for (const finding of [...state.findings].reverse()) {
      if (finding.path) {
        findings.set(finding.path, finding);
      }
    }
    const sums = new Map((state.sums ?? []).map((sum) => [sum.path, sum]));
    this.#facts.forEach((fact, path) => this.#showFact(fact, state.values[path], this.#waiting.has(path), findings.get(path)));
    for (const grid of this.#grids) {
      for (const path of grid.cells.keys()) {
        grid.show(path, state.values[path], this.#waiting.has(path), sums.get(path), findings.get(path));
      }
    }
    for (const prose of this.#prose) {
      const value = state.values[prose.path];
      const own = state.findings
        .filter((finding) => value && finding.from >= value.from && finding.to <= value.to && finding.to > finding.from)
        .map((finding) => ({ ...finding, words: words(finding).split("\n")[0].trim() }));
      prose.show(value, this.#waiting.has(prose.path), own);
    }
    this.#switches.forEach((box, path) => this.#waiting.has(path) || (box.checked = state.values[path]?.text === "true"));
    this.#omits.forEach((omit, path) => (omit.hidden = this.#options.isReadOnly || !state.values[path]?.unfilled || state.values[path].required));
    this.#folds.forEach((fold, path) => (fold.open ||= Boolean(state.values[path]?.text)));
    this.#lists.show(state, (path) => this.labelOf(path));
    this.#showSums(state.sums ?? []);
  }

  #showFact(fact, value, isWaiting, finding) {
    const own = value?.blank ? "~" : (value?.text ?? "");
    if (fact.type === "date") {
      attribute(fact.input, "type", own === "" || DATE.test(own) ? "date" : "text");
    }
    if (fact.input.tagName === "SELECT" && own && ![...fact.input.options].some((option) => option.value === own)) {
      fact.input.append(h("option", {}, own));
    }
    if (!isWaiting && fact.input.value.trim() !== own) {
      fact.input.value = own;
    }
    attribute(fact.input, "aria-invalid", finding?.severity === "error" ? "true" : null);
    text(fact.hint, finding?.message ?? (value?.lastYear && value.lastYear !== own ? say("lastYear", value.lastYear) : ""));
    fact.omit.hidden = !value?.unfilled || fact.required || this.#options.isReadOnly;
    fact.hint.classList.toggle("wrong", finding?.severity === "error");
  }

  /** Below each table: what does not add up, each a way to its cell. */
  #showSums(sums) {
    this.#sums.forEach((box, path) => {
      const own = sums.filter((sum) => sum.path === path || sum.path.startsWith(`${path}.`));
      const key = JSON.stringify(own);
      if (box.dataset.key === key) {
        return;
      }
      box.dataset.key = key;
      box.classList.toggle("wrong", own.length > 0);
      refill(
        box,
        own.length === 0
          ? [h("p", {}, say("sumsHold"))]
          : own.map((sum) =>
              h("button", { type: "button", onclick: () => this.go(sum.path) }, h("b", {}, sum.rule ?? ""), ` ${this.labelOf(sum.path)}：${sum.message}`),
            ),
      );
    });
  }

  /** Goes to a place. @returns {boolean} whether the form has it */
  go(path, line = 0) {
    const isFact = this.#facts.get(path);
    const prose = this.#prose.find((one) => one.path === path || path.startsWith(`${one.path}.`));
    const cell = this.#cell(path);
    const target = isFact?.input ?? cell?.input ?? this.#switches.get(path);
    if (target) {
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
      target.focus();
    } else if (prose) {
      this.#folds.get(prose.path)?.setAttribute("open", "");
      prose.focus(line);
    } else {
      const heading = document.getElementById(`title-${path.split(".")[0]}`);
      heading?.scrollIntoView({ block: "nearest" });
      return Boolean(heading);
    }
    return true;
  }

  /** Shows a place without taking the keyboard to it. */
  point(path) {
    this.element.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
    const target = this.#cell(path)?.box ?? this.#facts.get(path)?.input ?? this.#prose.find((one) => one.path === path)?.element;
    target?.classList.add("here");
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

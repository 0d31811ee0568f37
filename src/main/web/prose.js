import { h, attribute } from "./dom.js";
import { isChinese, say } from "./words.js";

/** How official texts number their levels, from the first. */
const LEVELS = [/^[一二三四五六七八九十百]+、/, /^[（(][一二三四五六七八九十百]+[）)]/, /^\d+[.．、](?!\d)/, /^[（(]\d+[）)]/];

/** @param {string} paragraph @returns {number} its level, from 1; 0 if it has no number */
export const levelOf = (paragraph) => LEVELS.findIndex((pattern) => pattern.test(paragraph.trim())) + 1;

/**
 * The text of a section: a box that grows with it, the level of each numbered paragraph beside it, what the check found
 * underlined, and last year's text in a fold.
 */
export class Prose {
  #mirror = h("div", { class: "mirror", "aria-hidden": "true" });
  #fold = h("details", { class: "last-prose" });
  #shownFold = "";
  #findings = [];

  constructor(section, { isReadOnly, edit, tell, went }) {
    this.path = section.path;
    this.input = h("textarea", {
      id: `prose-${section.path}`,
      rows: 3,
      readonly: isReadOnly,
      spellcheck: "false",
      "aria-labelledby": section.label ? null : `title-${section.path}`,
      "aria-label": section.label,
      "aria-describedby": `help-${section.path}`,
      data: { path: section.path },
      oninput: (event) => {
        this.#draw();
        if (!event.isComposing) {
          edit([{ path: section.path, value: paragraphs(this.input.value) }]);
        }
      },
      oncompositionend: () => edit([{ path: section.path, value: paragraphs(this.input.value) }]),
      onfocus: () => went(section.path, this.line()),
      onclick: () => went(section.path, this.line()),
    });
    this.element = h(
      "div",
      { class: "prose" },
      h("div", { class: "paper" }, this.#mirror, this.input),
      h("p", { class: "help", id: `help-${section.path}`, hidden: Boolean(section.label) }, say("paragraphs")),
      this.#fold,
    );
    this.#tell = tell;
  }

  #tell;

  /** The paragraph in which the cursor is, from 0. */
  line() {
    return this.input.value.slice(0, this.input.selectionStart).split("\n").filter((one, i, all) => one.trim() || i === all.length - 1).length - 1;
  }

  show(value, isWaiting, findings) {
    const own = (value?.text ?? "").replace(/\n+$/, "");
    if (!isWaiting && this.input.value !== own && paragraphs(this.input.value).join("\n") !== paragraphs(own).join("\n")) {
      const { selectionStart, selectionEnd } = this.input;
      const isHere = document.activeElement === this.input;
      this.input.value = own;
      if (isHere) {
        this.input.setSelectionRange(Math.min(selectionStart, own.length), Math.min(selectionEnd, own.length));
      }
    }
    this.#findings = findings;
    attribute(this.input, "aria-invalid", findings.some((finding) => finding.severity === "error") ? "true" : null);
    this.#draw();
    this.#lastYear(value?.lastYear ?? "");
  }

  #lastYear(words) {
    if (words === this.#shownFold) {
      return;
    }
    this.#shownFold = words;
    this.#fold.replaceChildren();
    if (words) {
      this.#fold.append(
        h("summary", {}, say("lastYearProse")),
        ...words.split("\n").filter((line) => line.trim()).map((line) => h("p", {}, line)),
        h("button", { type: "button", onclick: () => navigator.clipboard?.writeText(words).then(() => this.#tell(say("copied"))) }, say("copy")),
      );
    }
  }

  /** Lays the same text below the box: it gives the box its height, the levels their place and the findings their line. */
  #draw() {
    const lines = this.input.value.split("\n");
    while (this.#mirror.children.length > lines.length) {
      this.#mirror.lastChild.remove();
    }
    lines.forEach((line, i) => {
      const row = this.#mirror.children[i] ?? this.#mirror.appendChild(h("div"));
      const level = levelOf(line);
      attribute(row, "data-level", level ? say("level", isChinese ? "一二三四"[level - 1] : level) : null);
      const marks = this.#findings.filter((finding) => finding.words && line.includes(finding.words));
      const key = line + marks.map((mark) => mark.words + mark.severity).join();
      if (row.dataset.key !== key) {
        row.dataset.key = key;
        row.replaceChildren(...underlined(line, marks), "\u200b");
      }
    });
  }

  /** Goes to a paragraph. */
  focus(line = 0) {
    const lines = this.input.value.split("\n");
    const start = lines.slice(0, line).join("\n").length + (line ? 1 : 0);
    this.input.focus();
    this.input.setSelectionRange(Math.min(start, this.input.value.length), Math.min(start, this.input.value.length));
    this.#mirror.children[Math.min(line, lines.length - 1)]?.scrollIntoView({ block: "nearest" });
  }
}

const paragraphs = (words) => words.split("\n").filter((line) => line.trim() !== "");

/** A line with the places of its findings marked. */
function underlined(line, findings) {
  const parts = [];
  let at = 0;
  const spans = findings
    .map((finding) => ({ start: line.indexOf(finding.words), end: line.indexOf(finding.words) + finding.words.length, finding }))
    .sort((one, other) => one.start - other.start);
  for (const { start, end, finding } of spans) {
    if (start >= at) {
      parts.push(line.slice(at, start), h("mark", { class: finding.severity }, line.slice(start, end)));
      at = end;
    }
  }
  return [...parts, line.slice(at)];
}

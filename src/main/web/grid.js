import { h, attribute, text } from "./dom.js";
import { blockOf, copyTo, figure, withoutLabels } from "./clipboard.js";
import { say } from "./words.js";

/** The types of cells that hold words and not figures. */
const WORDS = new Set(["text", "choice", "choices", "date"]);

/**
 * A table as on paper, with a box in each cell. One box is the place of a whole cell, however many rows and columns it spans.
 */
export class Grid {
  /** @type {Map<string, {input: HTMLInputElement, box: HTMLElement, type: string, y: number, x: number, hint: HTMLElement, last: HTMLElement, isTotal: boolean, isFixed: boolean}>} */
  cells = new Map();
  #places = [];
  /** The words of rows of the form that have boxes: the innermost label of each; and all other words of the table. */
  #own = new Set();
  #titles = new Set();
  #table;
  #anchor = null;
  #head = null;
  #edit;
  #say;
  #where = h("output", {}, say("gridHelp"));
  #note;
  /** The cell that somebody is or was last in, and the notes of all cells. */
  #present = "";
  #notes = new Map();

  /**
   * @param {any} table as the server describes it
   * @param {{isReadOnly: boolean, edit: (edits: Array<{path: string, value: string}>) => void, tell: (words: string) => void, went: (path: string) => void}} options
   */
  constructor(table, { isReadOnly, edit, tell, went }) {
    this.#edit = edit;
    this.#say = tell;
    const head = h("thead");
    const body = h("tbody");
    table.rows.forEach((row, y) => {
      const line = h("tr");
      this.#places[y] ??= [];
      for (const cell of row) {
        let x = 0;
        while (this.#places[y][x] !== undefined) {
          x++;
        }
        const path = cell.path && !cell.head ? cell.path : null;
        for (let dy = 0; dy < (cell.rowspan ?? 1); dy++) {
          for (let dx = 0; dx < (cell.colspan ?? 1); dx++) {
            (this.#places[y + dy] ??= [])[x + dx] = path;
          }
        }
        line.append(path ? this.#cell(cell, y, x, isReadOnly) : label(cell, y < (table.headRows ?? 0)));
      }
      const words = row.filter((cell) => cell.text).map((cell) => plain(cell.text));
      const own = row.some((cell) => cell.path && !cell.head) ? words.pop() : undefined;
      words.forEach((one) => this.#titles.add(one));
      if (own !== undefined) {
        this.#own.add(own);
      }
      (y < (table.headRows ?? 0) ? head : body).append(line);
    });
    this.#table = h("table", { class: `grid${table.columns > 6 ? " wide" : ""}` }, h("caption", {}, table.caption), h("colgroup", {}, (table.widths ?? []).map(column)), head, body);
    this.element = h("div", {}, this.#cellBar(isReadOnly), h("div", { class: "scroll" }, this.#table));
    this.#listen(isReadOnly, went);
  }

  /** Above the table: which cell somebody is in, and its note. */
  #cellBar(isReadOnly) {
    this.#note = h("input", {
      name: "note",
      type: "text",
      autocomplete: "off",
      readonly: isReadOnly,
      disabled: true,
      "aria-label": say("noteBox"),
      title: say("noteHelp"),
      oninput: (event) => event.isComposing || this.#noted(),
      oncompositionend: () => this.#noted(),
      onkeydown: (event) => {
        if (!event.isComposing && (event.key === "Enter" || event.key === "Escape")) {
          event.preventDefault();
          this.focus(this.#present);
        }
      },
    });
    return h("div", { class: "cellbar" }, this.#where, h("label", {}, h("span", {}, say("noteBox")), this.#note));
  }

  #noted = () => this.#edit([{ path: `${this.#present}.注`, value: this.#note.value.trim() }]);

  /** Shows the name and the note of the cell that somebody is in. */
  #showBar(path) {
    const { input, type } = this.cells.get(path);
    this.#present = path;
    text(this.#where, input.getAttribute("aria-label"));
    this.#note.disabled = WORDS.has(type);
    this.#note.dataset.path = `${path}.注`;
    this.#note.value = this.#notes.get(path) ?? "";
  }

  #cell(cell, y, x, isReadOnly) {
    const type = cell.type ?? "count";
    const number = this.cells.size;
    const hint = h("span", { class: "hint", id: `hint-${cell.path}` });
    const last = h("span", { class: "last", id: `last-${cell.path}` });
    const input = h("input", {
      name: cell.path,
      type: "text",
      inputmode: WORDS.has(type) ? null : "decimal",
      autocomplete: "off",
      spellcheck: "false",
      readonly: isReadOnly || Boolean(cell.fact),
      "aria-label": cell.label ?? cell.path,
      "aria-describedby": `last-${cell.path} hint-${cell.path}`,
      data: { path: cell.path, number },
    });
    if (cell.choices) {
      input.setAttribute("list", `choices-${cell.path}`);
    }
    const box = h(
      "td",
      { rowspan: cell.rowspan ?? 1, colspan: cell.colspan ?? 1, class: [cell.total && "total", WORDS.has(type) && "words"].filter(Boolean).join(" ") },
      input,
      cell.choices && h("datalist", { id: `choices-${cell.path}` }, cell.choices.map((choice) => h("option", { value: choice }))),
      last,
      hint,
    );
    this.cells.set(cell.path, { input, box, type, y, x, hint, last, isTotal: Boolean(cell.total), isFixed: Boolean(cell.fact) });
    return box;
  }

  /** Shows what is in a cell; a box in which somebody is typing keeps what is typed if that is what the server has, or waits. */
  show(path, value, isWaiting, sum, finding) {
    const cell = this.cells.get(path);
    const shown = !value || value.computed ? "" : value.blank ? "~" : value.text;
    if (!isWaiting && cell.input.value !== shown && figure(cell.input.value) !== shown) {
      cell.input.value = shown;
    }
    attribute(cell.input, "placeholder", value?.computed ? value.text : value && !value.unfilled && shown === "" ? "0" : null);
    cell.box.classList.toggle("unfilled", Boolean(value?.unfilled));
    attribute(cell.input, "aria-invalid", finding?.severity === "error" || sum ? "true" : null);
    cell.box.classList.toggle("wrong", finding?.severity === "error" || Boolean(sum));
    cell.box.classList.toggle("doubtful", finding?.severity === "warning");
    text(cell.last, value?.lastYear ? say("lastYear", value.lastYear) : "");
    this.#notes.set(path, value?.note ?? "");
    if (path === this.#present && document.activeElement !== this.#note) {
      this.#note.value = value?.note ?? "";
    }
    text(cell.hint, sum ? say("difference", signed(sum.difference)) : value?.note ? say("note", value.note) : "");
    attribute(cell.box, "title", [sum?.message, finding?.message].filter(Boolean).join("\n") || null);
  }

  focus = (path) => this.cells.get(path)?.input.focus();

  #listen(isReadOnly, went) {
    const pathOf = (event) => event.target.closest?.("td")?.querySelector("input")?.dataset.path;
    this.#table.addEventListener("focusin", (event) => {
      const path = pathOf(event);
      if (path) {
        event.target.dataset.before = event.target.value;
        if (!this.#head || this.#head !== path) {
          this.#select(path, path);
        }
        event.target.select();
        this.#showBar(path);
        went(path);
      }
    });
    this.#table.addEventListener("input", (event) => {
      const path = pathOf(event);
      if (!event.isComposing) {
        this.#typed(path, event.target.value);
      }
    });
    this.#table.addEventListener("compositionend", (event) => this.#typed(pathOf(event), event.target.value));
    this.#table.addEventListener("change", (event) => {
      event.target.value = this.#plain(pathOf(event), event.target.value);
    });
    this.#table.addEventListener("keydown", (event) => this.#key(event, pathOf(event), isReadOnly));
    this.#table.addEventListener("mousedown", (event) => {
      const path = pathOf(event);
      if (path && event.shiftKey && this.#anchor) {
        event.preventDefault();
        this.#select(this.#anchor, path);
      }
    });
    this.#table.addEventListener("mouseover", (event) => {
      const path = pathOf(event);
      if (path && event.buttons === 1 && this.#anchor && path !== this.#head && this.#table.contains(document.activeElement)) {
        this.#select(this.#anchor, path);
      }
    });
    this.#table.addEventListener("focusout", (event) => {
      if (!this.#table.contains(event.relatedTarget)) {
        this.#mark([]);
      }
    });
    this.#table.addEventListener("copy", (event) => this.#copy(event, pathOf(event)));
    this.#table.addEventListener("cut", (event) => {
      if (this.#isBlock() && !isReadOnly) {
        this.#copy(event, pathOf(event));
        this.#empty();
      }
    });
    this.#table.addEventListener("paste", (event) => !isReadOnly && this.#paste(event, pathOf(event)));
  }

  #plain = (path, words) => (WORDS.has(this.cells.get(path).type) ? words.trim() : figure(words));

  #typed(path, words) {
    this.#edit([{ path, value: toValue(this.#plain(path, words)) }]);
  }

  #key(event, path, isReadOnly) {
    const input = event.target;
    const atStart = input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const inside = input.value.length > 0 && !(input.selectionStart === 0 && input.selectionEnd === input.value.length);
    const steps = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowLeft: inside && !atStart ? null : [0, -1],
      ArrowRight: inside && !atEnd ? null : [0, 1],
    };
    const step = steps[event.key];
    if (event.isComposing || event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== "a")) {
      return;
    }
    if (step) {
      const extending = event.shiftKey && event.key !== "Enter";
      const next = this.#next(extending ? this.#head : path, step);
      event.preventDefault();
      if (next && extending) {
        this.#select(this.#anchor, next);
      } else if (next) {
        this.focus(next);
      }
    } else if (event.key === "F2" && event.shiftKey) {
      event.preventDefault();
      this.#note.focus();
    } else if (event.key === "Escape") {
      if (input.value !== input.dataset.before && !isReadOnly) {
        input.value = input.dataset.before;
        this.#typed(path, input.value);
      }
      input.select();
    } else if ((event.key === "Delete" || event.key === "Backspace") && this.#isBlock() && !isReadOnly) {
      event.preventDefault();
      this.#empty();
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#select([...this.cells.keys()][0], [...this.cells.keys()].at(-1));
    }
  }

  /** The next cell in a direction. */
  #next(path, [dy, dx]) {
    let { y, x } = this.cells.get(path);
    for (;;) {
      y += dy;
      x += dx;
      const next = this.#places[y]?.[x];
      if (next === undefined) {
        return null;
      }
      if (next && next !== path) {
        return next;
      }
    }
  }

  #isBlock() {
    return this.#anchor !== null && this.#anchor !== this.#head;
  }

  /** The cells of the chosen rectangle, by rows. */
  #rows() {
    const from = this.cells.get(this.#anchor);
    const to = this.cells.get(this.#head);
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    return this.#places
      .slice(top, bottom + 1)
      .map((row) => [...new Set(row.slice(left, right + 1).filter(Boolean))])
      .filter((row) => row.length > 0);
  }

  #select(anchor, head) {
    this.#anchor = anchor;
    this.#head = head;
    this.#mark(anchor === head ? [] : this.#rows().flat());
  }

  #mark(paths) {
    const chosen = new Set(paths);
    this.cells.forEach((cell, path) => cell.box.classList.toggle("chosen", chosen.has(path)));
  }

  #empty() {
    const edits = this.#rows().flat().filter((path) => !this.cells.get(path).isFixed).map((path) => ({ path, value: "" }));
    this.#put(edits);
  }

  /** Puts values into several cells; a total that is computed stays so where there is none for it. */
  #put(edits) {
    const given = edits.filter(({ path, value }) => {
      const { input, isTotal } = this.cells.get(path);
      return value !== "" || input.value !== "" || !isTotal;
    });
    given.forEach(({ path, value }) => (this.cells.get(path).input.value = value ?? "~"));
    this.#edit(given);
  }

  #copy(event, path) {
    const input = this.cells.get(path)?.input;
    if (this.#isBlock() || (input && input.selectionStart === input.selectionEnd)) {
      event.preventDefault();
      const words = (one) => this.cells.get(one).input.value || this.cells.get(one).input.placeholder;
      copyTo(event.clipboardData, this.#rows().map((row) => row.map(words)));
    }
  }

  #paste(event, path) {
    const whole = blockOf(event.clipboardData);
    const start = this.#isBlock() ? this.#rows()[0][0] : path;
    const block = WORDS.has(this.cells.get(start).type) ? whole : withoutLabels(whole.filter((row) => !this.#isTitle(row)), (row) => this.#isOwn(row));
    if (whole.length === 1 && whole[0].length === 1) {
      return; // as into any box
    }
    event.preventDefault();
    const { edits, left } = this.#placed(block, start);
    if (edits.length === 0) {
      this.#say(say("pastedNot"));
      return;
    }
    this.#put(edits);
    this.#select(start, edits.at(-1).path);
    this.#say(say("pasted", edits.length) + (left ? say("overflowing", left) : ""));
  }

  /** Whether a pasted row is one of the form that has no boxes, or names a group of rows only. */
  #isTitle(row) {
    const words = row.filter(Boolean).map(plain);
    return words.some((one) => this.#titles.has(one)) && words.every((one) => this.#titles.has(one) && !this.#own.has(one));
  }

  /** Whether all words of a pasted row are those of a row of the form that has boxes. */
  #isOwn(row) {
    const words = row.filter(Boolean).map(plain);
    return words.some((one) => this.#own.has(one)) && words.every((one) => this.#titles.has(one) || this.#own.has(one));
  }

  /** Which cell of the form takes which pasted one. */
  #placed(block, start) {
    const { y, x } = this.cells.get(start);
    const edits = [];
    let left = 0;
    let at = y;
    for (const row of block) {
      while (at < this.#places.length && !this.#places[at].slice(x).some(Boolean)) {
        at++;
      }
      const slots = (this.#places[at] ?? []).slice(x).filter(Boolean);
      const own = slots.filter((path, i) => slots.indexOf(path) === i && this.cells.get(path).y === at);
      const cells = row.length > own.length ? row.filter((cell) => cell !== null) : row;
      cells.forEach((words, i) => {
        const path = own[i];
        if (words !== null && path && !this.cells.get(path).isFixed) {
          edits.push({ path, value: toValue(this.#plain(path, words)) });
        } else if (words) {
          left++;
        }
      });
      at++;
    }
    return { edits, left };
  }
}

// words as they are compared
const plain = (words) => words.normalize("NFKC").replace(/\s/g, "");

/** @param {number} share of the table's width, in per cent */
const column = (share) => {
  const element = h("col");
  element.style.width = `${share}%`;
  return element;
};

/** What is sent: `~` means that there is no figure. */
const toValue = (words) => (words === "~" ? null : words);

const signed = (difference) => (/^[-−]/.test(String(difference)) ? String(difference).replace("-", "−") : `+${difference}`);

function label(cell, isTop) {
  const lines = (cell.text ?? "").split("\n").flatMap((line, i) => (i ? [h("br"), line] : [line]));
  const scope = isTop ? "col" : "row";
  return h(cell.text ? "th" : "td", { rowspan: cell.rowspan ?? 1, colspan: cell.colspan ?? 1, scope: cell.text ? scope : null, class: cell.title ? "title" : null }, lines);
}

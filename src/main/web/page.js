import { h } from "./dom.js";
import { addressOf, api } from "./api.js";
import { say } from "./words.js";

/**
 * The pane with the report as it is printed. The frame runs no scripts; a new version replaces only the nodes that differ, so
 * that nothing jumps.
 */
export class PagePane {
  element = h("div", { class: "page" });
  #frame;
  #id;
  #busy = false;
  #again = false;
  #isLoaded = false;
  #here = null;
  #went;

  /** @param {string} id @param {(path: string, line: number) => void} went is told where somebody clicked */
  constructor(id, went) {
    this.#id = id;
    this.#went = went;
    this.#frame = h("iframe", { title: say("pageTitle"), sandbox: "allow-same-origin", src: addressOf(id, "page") });
    this.#frame.addEventListener("load", () => this.#loaded());
    this.element.append(this.#frame);
  }

  #loaded() {
    this.#isLoaded = true;
    const page = this.#frame.contentDocument;
    page?.addEventListener("click", (event) => {
      const target = event.target.closest("[data-path]");
      event.preventDefault();
      if (target) {
        this.#went(target.dataset.path, this.#all(target.dataset.path).indexOf(target));
      }
    });
    this.update();
  }

  #all(path) {
    return [...(this.#frame.contentDocument?.querySelectorAll("[data-path]") ?? [])].filter((one) => one.dataset.path === path);
  }

  /** Fetches the page anew; while it does, later calls wait and become one. The first page comes with the frame. */
  async update() {
    if (!this.#isLoaded) {
      return;
    }
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      const html = await api.page(this.#id);
      const page = this.#frame.contentDocument;
      if (page?.body) {
        const next = new this.#frame.contentWindow.DOMParser().parseFromString(html, "text/html");
        replace(page.head, next.head);
        replace(page.body, next.body);
        this.element.dispatchEvent(new Event("updated"));
      }
    } catch {
      // the text cannot be rendered just now; the last page stays
    } finally {
      this.#busy = false;
      if (this.#again) {
        this.#again = false;
        this.update();
      }
    }
  }

  /** Shows a place of the report. */
  point(path, line = 0) {
    this.#here?.style.removeProperty("background-color");
    const all = this.#all(path);
    const target = all[Math.min(line, all.length - 1)];
    this.#here = target ?? null;
    if (target) {
      target.style.setProperty("background-color", "rgb(255 228 130 / 60%)");
      const { top, bottom } = target.getBoundingClientRect();
      if (top < 0 || bottom > this.#frame.clientHeight) {
        this.#frame.contentWindow.scrollBy(0, top - this.#frame.clientHeight / 3);
      }
    }
  }
}

/** Makes the children and attributes of a node those of another, and keeps what is the same. */
export function replace(old, next) {
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }
  const from = [...old.childNodes];
  const to = [...next.childNodes];
  let head = 0;
  while (head < from.length && head < to.length && from[head].isEqualNode(to[head])) {
    head++;
  }
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail).isEqualNode(to.at(-1 - tail))) {
    tail++;
  }
  const stay = from.length - tail;
  for (let i = head; i < Math.max(stay, to.length - tail); i++) {
    const mine = i < stay ? from[i] : null;
    const theirs = i < to.length - tail ? to[i] : null;
    if (!theirs) {
      mine.remove();
    } else if (!mine) {
      old.insertBefore(old.ownerDocument.importNode(theirs, true), from[stay] ?? null);
    } else if (mine.nodeType === Node.ELEMENT_NODE && mine.nodeName === theirs.nodeName && mine.nodeName !== "STYLE") {
      replace(mine, theirs);
    } else if (!mine.isEqualNode(theirs)) {
      mine.replaceWith(old.ownerDocument.importNode(theirs, true));
    }
  }
}

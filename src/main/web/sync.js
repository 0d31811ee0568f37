import { ChangeSet, Text, Transaction } from "@codemirror/state";
import { undo, redo } from "@codemirror/commands";
import { api, Offline, Refusal } from "./api.js";
import { difference } from "./difference.js";
import { fromServer } from "./editor.js";

/** How long to wait before the server is asked again, in milliseconds. */
const PATIENCE = 1000;

/** What the path of a figure's note ends in. */
const NOTE = ".注";

/**
 * Keeps the text of the editor and the file on the server the same. The editor shows `known` (the text of `revision`), with
 * what was sent and not answered yet, with what was typed since. One request at a time is under way. Events: `state` after each
 * answer, `status` when saving begins or ends, `conflict` with both versions of a place, `refused`.
 */
export class Sync extends EventTarget {
  /** @type {import("./api.js").State} */ state;
  isOffline = false;
  #view;
  #known;
  #sent;
  #typed;
  /** @type {Map<string, {path: string, value: any, was: string|undefined}>} edits of the form that wait */
  #edits = new Map();
  /** How many of them are sent one by one, because they were refused together. */
  #alone = 0;
  /** The place of the form that was sent last. */
  #last = "";
  #busy = false;
  #stale = false;
  #closed = false;
  #waiting = [];

  /** @param {import("./api.js").State} state @param {import("@codemirror/view").EditorView} view with the text of the state */
  constructor(state, view) {
    super();
    this.state = state;
    this.#view = view;
    this.#known = state.text;
    this.#sent = this.#typed = ChangeSet.empty(state.text.length);
  }

  /** Whether everything is on the server. */
  get isIdle() {
    return !this.#busy && this.#typed.empty && this.#edits.size === 0;
  }

  close() {
    this.#closed = true;
  }

  /** Resolves once everything that was typed until now is on the server. */
  idle() {
    return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A change that was made in the editor, by hand or by undoing. */
  typed(changes) {
    this.#typed = this.#typed.compose(changes);
    this.#pump();
  }

  /**
   * Edits of places of the form; a later edit of a place that still waits replaces it.
   *
   * @param {Array<{path: string, value: any}>} edits
   */
  edit(edits) {
    for (const { path, value } of edits) {
      const waiting = this.#edits.get(path);
      this.#edits.set(path, { path, value, was: waiting ? waiting.was : this.shown(path) });
    }
    this.#pump();
  }

  /** What the form shows in a place. */
  shown(path) {
    const value = this.state.values[path];
    if (!value && path.endsWith(NOTE)) {
      return this.state.values[path.slice(0, -NOTE.length)]?.note ?? "";
    }
    return value && (value.computed ? "" : value.text);
  }

  /** Takes back, or makes again, the last change of any pane. */
  async step(back) {
    await this.idle();
    (back ? undo : redo)(this.#view);
  }

  /** The file changed elsewhere. */
  changedElsewhere(revision) {
    if (revision === undefined || revision !== this.state.revision) {
      this.#stale = true;
      this.#pump();
    }
  }

  async save() {
    await this.idle();
    await this.#request(() => api.save(this.state.id), (state) => this.#accept(state, false));
    this.#pump();
  }

  async #pump() {
    if (this.#busy || this.#closed) {
      return;
    }
    const { id, revision } = this.state;
    if (!this.#typed.empty) {
      this.#sent = this.#typed;
      this.#typed = ChangeSet.empty(this.#sent.newLength);
      const changes = [];
      this.#sent.iterChanges((from, to, _start, _end, insert) =>
        changes.push({ from, to, insert: insert.sliceString(0, insert.length, "\n") }),
      );
      await this.#request(() => api.text(id, revision, changes), (state) => this.#accept(state, false), () => this.#unsend());
    } else if (this.#edits.size > 0) {
      const edits = [...this.#edits.values()].slice(0, this.#alone > 0 ? 1 : undefined);
      this.#alone = Math.max(0, this.#alone - 1);
      edits.forEach(({ path }) => this.#edits.delete(path));
      this.#last = edits[0].path;
      await this.#request(
        () => api.edit(id, revision, edits),
        (state) => this.#editsDone(state, edits),
        () => this.#again(edits),
        (refusal) => this.#keepOthers(refusal, edits),
      );
    } else if (this.#stale) {
      this.#stale = false;
      await this.#request(() => api.report(id), (state) => this.#accept(state, true), () => (this.#stale = true));
    } else {
      return;
    }
    if (this.isIdle) {
      this.#waiting.splice(0).forEach((resolve) => resolve());
    }
    this.#pump();
  }

  /** One request; what it was about is put back if the server does not answer. */
  async #request(send, done, putBack = () => {}, keepOthers = () => false) {
    this.#busy = true;
    this.#status();
    try {
      const answer = await send();
      this.isOffline = false;
      done(answer);
    } catch (failure) {
      if (failure instanceof Offline || (failure instanceof Refusal && failure.status >= 500)) {
        this.isOffline = failure instanceof Offline;
        putBack();
        this.#status();
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      } else if (failure instanceof Refusal) {
        this.isOffline = false;
        const isTriedAgain = keepOthers(failure);
        this.#refused(failure, isTriedAgain);
      } else {
        throw failure;
      }
    } finally {
      this.#busy = false;
      this.#status();
    }
  }

  #status() {
    this.dispatchEvent(new Event("status"));
  }

  #unsend() {
    this.#typed = this.#sent.compose(this.#typed);
    this.#sent = ChangeSet.empty(this.#known.length);
  }

  #again(edits) {
    const later = [...this.#edits.values()];
    this.#edits = new Map(edits.map((edit) => [edit.path, edit]));
    later.forEach((edit) => this.#edits.set(edit.path, { ...edit, was: this.#edits.get(edit.path)?.was ?? edit.was }));
  }

  /**
   * Of edits that were refused together, those that are not the reason stay.
   *
   * @returns {boolean} whether all are tried again
   */
  #keepOthers(refusal, edits) {
    if (edits.length > 1 && refusal.status === 422) {
      this.#again(edits);
      this.#alone = edits.length;
      return true;
    }
    const conflicts = new Set(refusal.body?.conflicts?.map(({ path }) => path));
    if (conflicts.size > 0) {
      this.#again(edits.filter(({ path }) => !conflicts.has(path)));
    }
    return false;
  }

  #editsDone(state, edits) {
    this.#accept(state, false, true);
    for (const { path } of edits) {
      const waiting = this.#edits.get(path);
      if (waiting) {
        waiting.was = this.shown(path);
      }
    }
  }

  /** Something was changed elsewhere, or cannot be changed so: the text becomes the server's, and both versions are told. */
  #refused(failure, isTriedAgain) {
    const state = failure.body?.state ?? (failure.body?.text === undefined ? null : failure.body);
    const lost = this.#lost();
    if (state) {
      this.#accept(state, true);
    } else {
      this.#accept({ ...this.state, text: this.#known }, true);
      this.#stale = true;
    }
    if (isTriedAgain) {
      return;
    }
    const conflicts = failure.body?.conflicts?.filter((conflict) => conflict.path) ?? [];
    const isText = failure.status === 409 && conflicts.length === 0 && lost;
    if (isText) {
      conflicts.push({ path: "", mine: lost, theirs: "" });
    }
    this.dispatchEvent(
      conflicts.length > 0
        ? new CustomEvent("conflict", { detail: conflicts })
        : new CustomEvent("refused", { detail: { message: failure.message, path: this.#last } }),
    );
  }

  /** The lines that were sent and not taken. */
  #lost() {
    const mine = this.#sent.apply(Text.of(this.#known.split("\n")));
    const lines = [];
    this.#sent.iterChanges((_from, _to, start, end) =>
      lines.push(mine.sliceString(mine.lineAt(start).from, mine.lineAt(end).to, "\n")),
    );
    return lines.join("\n");
  }

  /**
   * Shows the server's text: what was typed meanwhile stays on top of it.
   *
   * @param {import("./api.js").State} state
   * @param {boolean} isForeign whether somebody else made the change, so that it is not undone here
   */
  #accept(state, isForeign, isForm = false) {
    const shown = this.#sent.apply(Text.of(this.#known.split("\n"))).sliceString(0, undefined, "\n");
    const changes = this.#given(state, shown) ?? difference(shown, state.text);
    const own = changes.map(this.#typed);
    this.#typed = this.#typed.map(changes, true);
    this.#known = state.text;
    this.#sent = ChangeSet.empty(state.text.length);
    this.state = { ...state, form: state.form ?? this.state.form };
    if (!own.empty) {
      this.#view.dispatch({
        changes: own,
        annotations: [fromServer.of(true), Transaction.addToHistory.of(!isForeign)],
        userEvent: isForm ? "input.form" : undefined,
      });
    }
    this.dispatchEvent(new CustomEvent("state", { detail: { isForeign: isForeign && !own.empty } }));
  }

  /** The server's changes, if they lead to its text. */
  #given(state, shown) {
    if (!state.changes || shown === state.text) {
      return shown === state.text ? ChangeSet.empty(shown.length) : null;
    }
    try {
      const changes = ChangeSet.of(state.changes, shown.length, "\n");
      const reached = changes.apply(Text.of(shown.split("\n"))).sliceString(0, undefined, "\n");
      return reached === state.text ? changes : null;
    } catch {
      return null;
    }
  }
}

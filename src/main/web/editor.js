import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting, bracketMatching, indentUnit } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completions } from "./completion.js";
import { say, isChinese } from "./words.js";

/** Marks a change that came from the server, and must not be sent back to it. */
export const fromServer = Annotation.define();

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "tok-key" },
  { tag: tags.comment, class: "tok-comment" },
  { tag: [tags.string, tags.special(tags.string)], class: "tok-string" },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], class: "tok-mark" },
]);

const phrases = {
  Find: "查找", Replace: "替换", next: "下一个", previous: "上一个", all: "全部", "match case": "区分大小写", regexp: "正则表达式",
  "by word": "整词", replace: "替换", "replace all": "全部替换", close: "关闭", "current match": "当前一处", "on line": "在行",
  Completions: "可以填的", Diagnostics: "检查结果", "No diagnostics": "没有问题",
};

/**
 * The pane with the file's text. Its history is what 撤销 takes back, in all panes.
 *
 * @param {HTMLElement} parent
 * @param {import("./api.js").State} state
 * @param {{isReadOnly: boolean, onTyped: (changes: any) => void, onPlace: (offset: number) => void, current: () => import("./api.js").State}} options
 */
export function createEditor(parent, state, { isReadOnly, onTyped, onPlace, current }) {
  const editable = new Compartment();
  const view = new EditorView({
    parent,
    doc: state.text.split("\n").join("\n"),
    extensions: [
      EditorState.lineSeparator.of("\n"),
      EditorView.cspNonce.of(document.querySelector("meta[name=csp-nonce]")?.content ?? ""),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": say("yaml"), spellcheck: "false" }),
      isChinese ? EditorState.phrases.of(phrases) : [],
      editable.of([EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly)]),
      isReadOnly ? EditorView.contentAttributes.of({ tabindex: "0" }) : [],
      lineNumbers(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      history({ newGroupDelay: 600, joinToEvent: (transaction, adjacent) => adjacent && !transaction.isUserEvent("input.paste") }),
      drawSelection({ cursorBlinkRate: 0 }),
      bracketMatching(),
      closeBrackets(),
      indentUnit.of("  "),
      yaml(),
      syntaxHighlighting(colours),
      highlightSelectionMatches(),
      autocompletion({ override: [completions(current)], icons: false }),
      keymap.of([
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...searchKeymap,
        ...lintKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        { key: "Escape", run: (editor) => (editor.contentDOM.blur(), true) },
        indentWithTab,
      ]),
      EditorView.updateListener.of((update) => {
        for (const transaction of update.transactions) {
          if (transaction.docChanged && !transaction.annotation(fromServer)) {
            onTyped(transaction.changes);
          }
        }
        if (update.selectionSet && update.view.hasFocus && !update.docChanged) {
          onPlace(update.state.selection.main.head);
        }
      }),
    ],
  });
  view.scrollDOM.tabIndex = 0; // it scrolls, so the keyboard must reach it
  return view;
}

/** Underlines the findings of the check; its offsets are those of the server's text, which may be a key behind. */
export function underline(view, findings) {
  const length = view.state.doc.length;
  const diagnostics = findings
    .filter((finding) => Number.isInteger(finding.from))
    .map((finding) => ({
      from: Math.min(finding.from, length),
      to: Math.min(Math.max(finding.to, finding.from), length),
      severity: finding.severity === "hint" ? "info" : finding.severity,
      message: [finding.message, finding.help && say("help", finding.help)].filter(Boolean).join("\n"),
      source: finding.rule,
    }))
    .sort((one, other) => one.from - other.from);
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

/** Shows a place of the text; moves the cursor there only if asked. */
export function reveal(view, from, to, focus) {
  const length = view.state.doc.length;
  const start = Math.min(from, length);
  view.dispatch({
    selection: { anchor: start, head: focus ? Math.min(to, length) : start },
    effects: EditorView.scrollIntoView(start, { y: "center" }),
  });
  if (focus) {
    view.focus();
  }
}

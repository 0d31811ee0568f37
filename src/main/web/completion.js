/**
 * Offers what the form knows: the keys that may stand here, the choices of a fact, and the figures that prose can name.
 *
 * @param {() => import("./api.js").State} current
 */
export function completions(current) {
  return (context) => {
    const state = current();
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const reference = /\{\{\s*([^{}]*)$/.exec(before);
    if (reference) {
      return {
        from: context.pos - reference[1].length,
        options: Object.entries(state.values)
          .filter(([path, value]) => path.includes(".") || value.text?.length < 40)
          .map(([path, value]) => ({ label: path, detail: value.text, apply: `${path}}}` })),
        validFor: /^[^{}]*$/,
      };
    }
    const choice = /^([^\s:#]+):\s+(\S*)$/.exec(before);
    const fact = choice && state.form?.facts?.find((one) => one.path === choice[1]);
    if (fact?.choices) {
      return { from: context.pos - choice[2].length, options: fact.choices.map((label) => ({ label })) };
    }
    const key = /^(\s*)([^\s:#{}]*)$/.exec(before) ?? /^(\s*).*[{,]\s*([^\s:#{},]*)$/.exec(before);
    if (!key || (!context.explicit && key[2] === "")) {
      return null;
    }
    const braces = before.includes("{");
    const parents = ancestors(context.state.doc, line, key[1].length, braces ? before : "");
    return {
      from: context.pos - key[2].length,
      options: children(state, parents).map((label) => ({ label, apply: `${label}: ` })),
      validFor: /^[^\s:#{},]*$/,
    };
  };
}

/** The keys above a place, from the outermost. */
function ancestors(doc, line, indent, before) {
  const keys = [];
  const own = /^\s*([^\s:#{}]+):/.exec(before);
  if (own) {
    keys.unshift(own[1]);
    const open = before.slice(before.indexOf("{") + 1);
    const inner = [...open.matchAll(/([^\s:#{},]+):\s*\{/g)].at(-1);
    if (inner && open.lastIndexOf("}") < inner.index) {
      keys.push(inner[1]);
    }
  }
  let depth = indent;
  for (let number = line.number - 1; number > 0 && depth > 0; number--) {
    const match = /^(\s*)([^\s:#{}][^:#{}]*):/.exec(doc.line(number).text);
    if (match && match[1].length < depth) {
      keys.unshift(match[2]);
      depth = match[1].length;
    }
  }
  return keys;
}

function children(state, parents) {
  const prefix = parents.length ? `${parents.join(".")}.` : "";
  const names = Object.keys(state.values)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split(".")[0]);
  return [...new Set(names)];
}

import { ChangeSet } from "@codemirror/state";

/** More pairs of lines than this are not compared; then the middle is replaced as a whole. */
const MOST_PAIRS = 4_000_000;

/**
 * The changes from one text to another, by lines and within a line by what its ends share, so that what somebody types
 * between two of them stays where it is.
 *
 * @param {string} before
 * @param {string} after
 * @returns {ChangeSet}
 */
export function difference(before, after) {
  const from = before.split(/(?<=\n)/);
  const to = after.split(/(?<=\n)/);
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) {
    head++;
  }
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) {
    tail++;
  }
  const changes = [];
  let at = from.slice(0, head).join("").length;
  for (const [old, own] of blocks(from.slice(head, from.length - tail), to.slice(head, to.length - tail))) {
    if (old !== own) {
      changes.push(trimmed(at, old, own));
    }
    at += old.length;
  }
  return ChangeSet.of(changes, before.length, "\n");
}

/** Pairs of old and new text: the lines that both have, and what stands between them. */
function blocks(from, to) {
  if (from.length * to.length > MOST_PAIRS) {
    return [[from.join(""), to.join("")]];
  }
  const width = to.length + 1;
  const common = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      common[i * width + j] =
        from[i] === to[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const pairs = [];
  let old = "";
  let own = "";
  let i = 0;
  let j = 0;
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      pairs.push([old, own], [from[i++], to[j++]]);
      old = own = "";
    } else if (j === to.length || (i < from.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      old += from[i++];
    } else {
      own += to[j++];
    }
  }
  return [...pairs, [old, own]];
}

function trimmed(at, old, own) {
  let head = 0;
  while (head < old.length && old[head] === own[head]) {
    head++;
  }
  let tail = 0;
  while (tail < Math.min(old.length, own.length) - head && old.at(-1 - tail) === own.at(-1 - tail)) {
    tail++;
  }
  return { from: at + head, to: at + old.length - tail, insert: own.slice(head, own.length - tail) };
}

/**
 * Makes an element. Properties that begin with "on" are listeners; `data` holds data attributes; others are attributes, left
 * out when null or false. Text never becomes markup.
 *
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Node|string|null|undefined|false|Array<Node|string>)} children
 * @returns {any}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "data") {
      Object.assign(element.dataset, value);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets an attribute only where it changes, so that readers of the screen are not told again. */
export function attribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

/** Sets a text only where it changes. */
export function text(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

/** Replaces what is in a box. Who is in one of its buttons with the keyboard stays at that place of it. */
export function refill(box, children) {
  const at = [...box.querySelectorAll("button")].indexOf(document.activeElement);
  box.replaceChildren(...children);
  if (at >= 0) {
    const buttons = box.querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? box).focus({ preventScroll: true });
  }
}

/** Keeps what somebody chose on this machine; a browser that forbids it just forgets. */
export const kept = {
  get(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`nianbao.${name}`) ?? "null") ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`nianbao.${name}`, JSON.stringify(value));
    } catch {
      // private window
    }
  },
};

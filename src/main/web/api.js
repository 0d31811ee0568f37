/**
 * @typedef {{from: number, to: number, insert: string}} Change
 * @typedef {{text: string, from: number, to: number, computed?: boolean, blank?: boolean, required?: boolean, lastYear?: string, note?: string}} Value
 * @typedef {{severity: "error"|"warning"|"hint", rule?: string, message: string, help?: string, from: number, to: number, path?: string}} Finding
 * @typedef {{path: string, message: string, difference?: string}} Sum
 * @typedef {{id: string, revision: number, savedRevision: number, text: string, changes?: Change[], form?: any, values: Record<string, Value>, findings: Finding[], unfilled: number, sums: Sum[]}} State
 */

/** An answer that is no success: its status, and what the server said. */
export class Refusal extends Error {
  constructor(status, body) {
    super(typeof body === "string" ? body : (body?.message ?? body?.error ?? String(status)));
    this.status = status;
    this.body = body;
  }
}

/** The server cannot be reached. */
export class Offline extends Error {}

async function call(method, address, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(address, { method, body, headers, credentials: "same-origin", cache: "no-store" });
  } catch (failure) {
    throw new Offline(String(failure));
  }
  const isJson = answer.headers.get("content-type")?.includes("json");
  const content = isJson ? await answer.json() : await answer.text();
  if (!answer.ok) {
    throw new Refusal(answer.status, content);
  }
  return content;
}

const post = (address, value) => call("POST", address, JSON.stringify(value ?? {}), { "Content-Type": "application/json" });

/** The address of a report, or of something of it. */
export const addressOf = (id, ...rest) => ["/api/reports", encodeURIComponent(id), ...rest].join("/");

export const api = {
  reports: () => call("GET", "/api/reports"),
  /** @returns {Promise<State>} */
  report: (id) => call("GET", addressOf(id)),
  /** @returns {Promise<State>} */
  edit: (id, revision, edits) => post(addressOf(id, "edit"), { revision, edits }),
  /** @returns {Promise<State>} */
  text: (id, revision, changes) => post(addressOf(id, "text"), { revision, changes }),
  /** @returns {Promise<State>} */
  save: (id) => post(addressOf(id, "save")),
  page: (id) => call("GET", addressOf(id, "page")),
  render: (id) => post(addressOf(id, "render")),
  import: (file) =>
    call("POST", `/api/import?name=${encodeURIComponent(file.name)}`, file, { "Content-Type": "application/octet-stream" }),
  new: (values) => post("/api/new", values),
};

import { api, Refusal } from "./api.js";
import { h } from "./dom.js";
import { say } from "./words.js";

/** The reports of the folder, and the way to a new one. */
export class ListView {
  element = h("main", { class: "list" });
  isIdle = true;
  #folder;
  #tell;

  constructor(folder, tell) {
    this.#folder = folder;
    this.#tell = tell;
  }

  async open() {
    this.#draw();
  }

  close() {}

  changedElsewhere() {
    this.reportsChanged();
  }

  async reportsChanged() {
    this.#folder = await api.reports();
    this.#draw();
  }

  #draw() {
    const { reports, folder, readOnly } = this.#folder;
    this.element.replaceChildren(
      h("h1", {}, say("reports")),
      h("p", { class: "help" }, say("folder", folder)),
      reports.length ? this.#table(reports) : h("p", {}, say("noReports")),
      readOnly ? h("p", { class: "help" }, say("readOnly")) : this.#new(),
    );
  }

  #table(reports) {
    return h(
      "div",
      { class: "scroll" },
      h(
        "table",
        { class: "reports" },
        h("thead", {}, h("tr", {}, ["agency", "year", "state", "file"].map((name) => h("th", { scope: "col" }, say(name))))),
        h(
          "tbody",
          {},
          reports.map((report) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, h("a", { href: `#/${encodeURIComponent(report.id)}` }, report.agency || report.file)),
              h("td", {}, report.year ?? ""),
              h("td", { class: report.errors ? "error" : "" }, stateOf(report)),
              h("td", { class: "file" }, report.file),
            ),
          ),
        ),
      ),
    );
  }

  #new() {
    const file = h("input", { type: "file", id: "new-file", accept: ".docx,.doc,.wps,.pdf,.ofd,.html,.htm,.xlsx,.txt,.yaml,.yml" });
    const agency = h("input", { type: "text", id: "new-agency", autocomplete: "off" });
    const year = h("input", { type: "text", id: "new-year", inputmode: "numeric", autocomplete: "off", value: String(new Date().getFullYear() - 1) });
    const forms = this.#folder.forms ?? [];
    const form = h("select", { id: "new-form" }, forms.map((name) => h("option", {}, name)));
    const box = (input, words, help) => h("div", { class: "fact" }, h("label", { for: input.id }, words), input, help && h("span", { class: "last" }, help));
    return h(
      "form",
      {
        class: "new",
        onsubmit: (event) => {
          event.preventDefault();
          this.#create(file.files[0], { form: form.value, agency: agency.value.trim(), year: Number(year.value) });
        },
      },
      h("h2", {}, say("newReport")),
      box(file, say("fromFile"), say("fromFileHelp")),
      h("h3", {}, say("fromNothing")),
      forms.length > 1 && box(form, say("kind")),
      box(agency, say("agency")),
      box(year, say("year")),
      h("button", { class: "main" }, say("create")),
    );
  }

  async #create(file, values) {
    if (!file && !values.agency) {
      this.#tell(say("pick"));
      return;
    }
    this.#tell(file ? say("reading") : "");
    try {
      const made = file ? await api.import(file) : await api.new(values);
      const doubts = made.doubts?.length ?? made.doubts ?? 0;
      location.hash = `#/${encodeURIComponent(made.id)}`;
      this.#tell(doubts ? say("doubts", doubts) : "");
    } catch (failure) {
      if (!(failure instanceof Refusal)) {
        throw failure;
      }
      this.#tell(say("failed", failure.message));
    }
  }
}

function stateOf({ errors, warnings, unfilled }) {
  const parts = [errors || warnings ? say("counts", errors ?? 0, warnings ?? 0) : "", unfilled ? say("unfilled", unfilled) : ""];
  return parts.filter(Boolean).join(" · ") || say("clean");
}

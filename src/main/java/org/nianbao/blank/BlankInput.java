package org.nianbao.blank;

import static org.nianbao.blank.Comments.say;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.CellSpec;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Label;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;
import org.nianbao.report.Annex;
import org.nianbao.report.ChartRequest;

/**
 * Writes an input with every key of its form, explained by the labels of the paper form. Known values are filled in; a check
 * lists the places of the others.
 */
public final class BlankInput {
    /** The roles of facts that nearly all reports leave out, which means the first choice. */
    private static final Set<Fact.Role> USUALLY_THE_FIRST = Set.of(Fact.Role.SCOPE, Fact.Role.SEAL);

    private final Form form;
    private final Map<String, List<String>> more;
    private final Map<String, String> kept;
    private final Filling filling;
    private final StringBuilder text = new StringBuilder();

    private BlankInput(Form form, Map<String, List<String>> more, Map<String, String> kept, Filling filling) {
        this.form = form;
        this.more = more;
        this.kept = kept;
        this.filling = filling;
    }

    /**
     * Writes an input. Lines end in {@code \n}.
     *
     * @param more facts about the form, each a word or several: edition, script, local rows, other names
     * @param kept words, mostly names, with their Traditional form
     * @param filling known values
     * @param schema path from the file to the JSON Schema of the form, if there is one
     */
    public static String of(
            Form form,
            Map<String, List<String>> more,
            Map<String, String> kept,
            Filling filling,
            Optional<String> schema) {
        BlankInput input = new BlankInput(form, more, kept, filling);
        schema.ifPresent(path -> input.line("# yaml-language-server: $schema=" + path));
        input.write();
        return input.text.toString();
    }

    private void write() {
        line(Yaml.comment(say("top", known(Fact.Role.AGENCY), known(Fact.Role.YEAR), form.name())));
        line(Yaml.comment(say("figures")));
        if (form.sections().stream().anyMatch(Section.ProseSection.class::isInstance)) {
            line(Yaml.comment(say("prose")));
        }
        entry(Keywords.FORM, form.name());
        more.forEach((key, words) -> line(key + ": " + Yaml.words(words)));
        if (!kept.isEmpty()) {
            line(Keywords.KEPT + ": " + kept());
        }
        form.facts().forEach(this::fact);
        for (Section section : form.sections()) {
            line("");
            if (section instanceof Section.ProseSection part) {
                prose(part);
            } else if (section instanceof Section.TableSection part) {
                line(Yaml.comment(heading(part)));
                filling.remarks().getOrDefault(part.key(), List.of()).forEach(remark -> line(Yaml.comment(remark)));
                table(part);
            }
        }
        list(Keywords.CHARTS + ":", filling.charts(), this::chart);
        list(Keywords.ACCEPTED + ":", filling.acceptances(), this::acceptance);
        remarks(Keywords.ACCEPTED, "  " + Yaml.comment(say("as-published")));
        list(Keywords.ANNEXES + ":", filling.words().annexes(), this::annex);
        remarks(Keywords.ANNEXES, "");
        list(
                Yaml.comment(say("lost", String.valueOf(form.edition()))),
                filling.lost(),
                lost -> line(Yaml.comment(lost)));
    }

    /** A list that is a comment, of which a user may make a list of the input. */
    private void remarks(String key, String what) {
        list(
                Yaml.comment(key + ":" + what),
                filling.remarks().getOrDefault(key, List.of()),
                remark -> line("#   " + Yaml.comment(remark).substring(2)));
    }

    /** A list of words, or a mapping if one of them has another Traditional form. */
    private String kept() {
        boolean same = kept.entrySet().stream().allMatch(pair -> pair.getKey().equals(pair.getValue()));
        return same ? Yaml.words(List.copyOf(kept.keySet())) : mapping(kept, Yaml::scalar);
    }

    private static <T> String mapping(Map<String, T> values, Function<T, String> yaml) {
        Map<String, String> written = new LinkedHashMap<>();
        values.forEach((key, value) -> written.put(key, yaml.apply(value)));
        return Yaml.mapping(written);
    }

    private String known(Fact.Role role) {
        return form.fact(role).map(Fact::key).map(filling.facts()::get).orElse("");
    }

    private static String heading(Section section) {
        return section.heading().orElse(section.key());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void entry(String key, String value) {
        line(Yaml.scalar(key) + ": " + Yaml.scalar(value));
    }

    private void fact(Fact fact) {
        String known = filling.facts().get(fact.key());
        if (known != null) {
            entry(fact.key(), known);
            return;
        }
        Optional<String> guess = fact.guess(known(Fact.Role.AGENCY));
        Optional<String> usual = Optional.of(fact)
                .filter(choice ->
                        choice.role().filter(USUALLY_THE_FIRST::contains).isPresent())
                .map(choice -> choice.choices().get(0));
        boolean leftOut =
                guess.isPresent() || usual.isPresent() || filling.leftOut().contains(fact.key());
        String why = guess.isPresent()
                ? "fact.guessed"
                : usual.isPresent() ? "fact.usual" : leftOut ? "fact.left-out" : "fact.optional";
        String key = (leftOut ? "# " : "") + Yaml.scalar(fact.key()) + ": "
                + guess.or(() -> usual).orElse("");
        line(key.stripTrailing() + "  " + Yaml.comment(kind(fact) + (fact.required() ? "" : say(why))));
    }

    private String kind(Fact fact) {
        String example = switch (fact.type()) {
            case DATE -> String.valueOf(Integer.parseInt(known(Fact.Role.YEAR)) + 1);
            case CHOICE -> String.join(say("comma"), fact.choices());
            case TEXT, YEAR -> "";
        };
        return say("fact." + Fact.written(fact.type()), example);
    }

    private void prose(Section.ProseSection section) {
        String heading = heading(section);
        boolean leftOut = filling.leftOut().contains(section.key());
        String optional = leftOut ? say("prose.left-out", heading) : say("prose.optional", heading);
        line(Yaml.comment(section.required() ? heading : optional));
        filling.remarks().getOrDefault(section.key(), List.of()).forEach(remark -> line(Yaml.comment(remark)));
        String known = filling.prose().get(section.key());
        String key = (leftOut ? "# " : "") + Yaml.scalar(section.key()) + ": ";
        line(key + (known == null ? "|" : known.isEmpty() ? "~" : Yaml.prose(known)));
    }

    private void table(Section.TableSection section) {
        line(Yaml.scalar(section.key()) + ":");
        filling.words()
                .opening(section.key())
                .map(path -> filling.words().prose().getOrDefault(path, ""))
                .ifPresent(text ->
                        line("  " + Keywords.OPENING + ": " + Yaml.prose(text).replace("\n", "\n  ")));
        List<String> below = filling.words().below().getOrDefault(section.key(), List.of());
        if (!below.isEmpty()) {
            line("  " + Keywords.NOTE + ": " + Yaml.words(below));
        }
        Optional<Block> above = Optional.empty();
        for (Map.Entry<String, KeyTree> child :
                form.cells().keys(section.key()).children().entrySet()) {
            Block block = block(child.getValue());
            if (!above.equals(Optional.of(block))) {
                head(block);
            }
            above = Optional.of(block);
            key(child.getKey(), child.getValue(), "  ");
        }
    }

    private void annex(Annex annex) {
        line("  - " + Keywords.TITLE + ": " + Yaml.scalar(annex.title()));
        line("    " + Keywords.ROWS + ": |");
        filling.words().prose().getOrDefault(annex.path(), "").lines().forEach(row -> line("      " + row));
    }

    /** Comments above the rows of a block. */
    private void head(Block block) {
        block.title().ifPresent(title -> line("  " + Yaml.comment(title.replace("\n", ""))));
        String columns = block.columns().leaves().stream()
                .filter(column -> block.columns().leaves().size() > 1)
                .filter(column ->
                        !column.label().oneLine().equals(column.label().key()))
                .map(column ->
                        say("column", column.label().key(), column.label().oneLine()))
                .collect(Collectors.joining(say("comma")));
        if (!columns.isEmpty()) {
            line("  " + Yaml.comment(columns));
        }
    }

    private static Block block(KeyTree keys) {
        return keys.cells().findFirst().orElseThrow().block();
    }

    /** A key with everything below it; only a comment if all of it is computed. */
    private void key(String key, KeyTree keys, String indentation) {
        String label = keys.label().orElseThrow().oneLine();
        if (keys.cells().allMatch(this::isComputed)) {
            line(indentation + Yaml.comment(say("total", label)));
            return;
        }
        String start = indentation + Yaml.scalar(key) + ": ";
        if (keys.cell().isPresent()) {
            FormCell cell = keys.cell().get();
            line(explained(start + figure(cell), notes(key, label, List.of(cell))));
        } else if (isLine(keys)) {
            Map<String, FormCell> cells = new LinkedHashMap<>();
            keys.cells()
                    .filter(cell -> !isComputed(cell))
                    .forEach(cell -> cells.put(cell.column().label().key(), cell));
            line(explained(start + mapping(cells, this::figure), notes(key, label, cells.values())));
        } else {
            List<String> notes = notes(key, label, List.of());
            keys.label().flatMap(Label::single).ifPresent(row -> notes.add(say("single", row)));
            line(explained(start, notes));
            keys.children().forEach((child, below) -> key(child, below, indentation + "  "));
        }
    }

    /** Whether a key has columns below it; they share a line, as on paper. */
    private static boolean isLine(KeyTree keys) {
        return keys.children().values().stream()
                .allMatch(child -> child.cell()
                        .filter(cell -> cell.onlyColumn().isEmpty()
                                && !cell.column().path().isEmpty())
                        .isPresent());
    }

    private boolean isComputed(FormCell cell) {
        return cell.isTotal() && !filling.figures().containsKey(cell.path());
    }

    private String figure(FormCell cell) {
        Cell content = filling.figures().get(cell.path());
        String note = filling.words().note(cell.path());
        return content == null
                ? ""
                : note.isEmpty() ? Yaml.cell(content) : Yaml.scalar(content.text() + "（" + note + "）");
    }

    /** Explanations of a line. */
    private List<String> notes(String key, String label, Collection<FormCell> cells) {
        List<String> notes = new ArrayList<>();
        if (!label.equals(key)) {
            notes.add(label);
        }
        cells.stream()
                .filter(cell -> cell.onlyColumn().isPresent())
                .map(cell -> cell.column().label().oneLine())
                .forEach(notes::add);
        cells.stream().map(BlankInput::taken).filter(words -> !words.isEmpty()).forEach(notes::add);
        cells.stream()
                .filter(cell -> filling.toCorrect().contains(cell.path()))
                .map(cell -> say("correct", cell.path().lastKey()))
                .forEach(notes::add);
        cells.stream()
                .map(cell -> filling.doubtful().get(cell.path()))
                .filter(Objects::nonNull)
                .map(doubt -> say("doubtful", doubt))
                .forEach(notes::add);
        return notes;
    }

    /** The values that a cell takes, unless it takes any number or any line of text. */
    private static String taken(FormCell cell) {
        CellSpec spec = cell.spec();
        String words = switch (spec.type()) {
            case CHANGE, MONEY ->
                say("takes." + spec.type().written(), cell.path().lastKey());
            case CHOICE -> say("takes.choice", String.join(say("comma"), spec.choices()));
            case CHOICES -> say("takes.choices", Yaml.cell(new Cell.Words(spec.choices())));
            case COUNT, AMOUNT, TEXT -> "";
        };
        return spec.optional() ? words + say("takes.optional") : words;
    }

    private static String explained(String line, List<String> notes) {
        return notes.isEmpty()
                ? line.stripTrailing()
                : line.stripTrailing() + "  " + Yaml.comment(String.join("；", notes));
    }

    private <T> void list(String head, List<T> items, Consumer<T> item) {
        if (!items.isEmpty()) {
            line("");
            line(head);
            items.forEach(item);
        }
    }

    private void chart(ChartRequest chart) {
        Map<String, String> years = new LinkedHashMap<>();
        chart.earlier().forEach((year, figures) -> years.put(year.toString(), figures(figures)));
        Map<String, String> item = new LinkedHashMap<>();
        item.put(Keywords.CHART, Yaml.scalar(chart.spec().key()));
        item.put(Keywords.SECTION, Yaml.scalar(chart.section()));
        if (!years.isEmpty()) {
            item.put(Keywords.EARLIER, Yaml.mapping(years));
        }
        line("  - " + Yaml.mapping(item));
    }

    /** A single figure, or several by name. */
    private static String figures(Map<String, Cell> figures) {
        return figures.size() == 1 ? Yaml.cell(figures.values().iterator().next()) : mapping(figures, Yaml::cell);
    }

    private void acceptance(Acceptance acceptance) {
        line("  - " + Keywords.RULE + ": " + Yaml.scalar(acceptance.id()));
        line("    " + Keywords.SUBJECT + ": " + Yaml.scalar(acceptance.subject()));
        acceptance.quote().ifPresent(quote -> line("    " + Keywords.QUOTE + ": " + Yaml.scalar(quote)));
        line("    " + Keywords.REASON + ": " + Yaml.scalar(acceptance.reason()));
    }
}

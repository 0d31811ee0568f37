package org.nianbao.blank;

import static org.nianbao.blank.Comments.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Acceptance;
import org.nianbao.form.Block;
import org.nianbao.form.Cell;
import org.nianbao.form.CellSpec;
import org.nianbao.form.Fact;
import org.nianbao.form.Form;
import org.nianbao.form.FormCell;
import org.nianbao.form.KeyTree;
import org.nianbao.form.Section;
import org.nianbao.input.Keywords;
import org.nianbao.report.ChartRequest;

/**
 * The text of an input with every key of its form, explained by the labels of the paper form. What is known is filled in;
 * all else waits for a person, and a check tells where.
 */
public final class BlankInput {
    private final Form form;
    private final Map<String, String> more;
    private final Map<String, String> kept;
    private final Filling filling;
    private final StringBuilder text = new StringBuilder();

    private BlankInput(Form form, Map<String, String> more, Map<String, String> kept, Filling filling) {
        this.form = form;
        this.more = more;
        this.kept = kept;
        this.filling = filling;
    }

    /**
     * Writes an input. Lines end in {@code \n}.
     *
     * @param form that it fills
     * @param more what else it says of its form: which edition, which script, which local rows
     * @param kept words, most of them names, and what is printed for each in Traditional
     * @param filling what is known already
     * @param schema the form's JSON Schema as editors find it from the file, if there is one
     */
    public static String of(
            Form form, Map<String, String> more, Map<String, String> kept, Filling filling, Optional<String> schema) {
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
        more.forEach(this::entry);
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
                table(part);
            }
        }
        charts();
        acceptances();
        lost();
    }

    /** The words alone, unless something else is printed for one of them. */
    private String kept() {
        return kept.entrySet().stream().allMatch(pair -> pair.getKey().equals(pair.getValue()))
                ? Yaml.words(List.copyOf(kept.keySet()))
                : kept.entrySet().stream()
                        .map(pair -> Yaml.scalar(pair.getKey()) + ": " + Yaml.scalar(pair.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
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
                .filter(scope -> scope.role().equals(Optional.of(Fact.Role.SCOPE)))
                .map(scope -> scope.choices().get(0));
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

    /** What stands above the rows of a block. */
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

    /** A key with all that belongs below it; nothing but a comment where all of it is reckoned. */
    private void key(String key, KeyTree keys, String indentation) {
        String label = keys.label().orElseThrow().oneLine();
        if (keys.cells().allMatch(this::isReckoned)) {
            line(indentation + Yaml.comment(say("total", label)));
            return;
        }
        String start = indentation + Yaml.scalar(key) + ": ";
        if (keys.cell().isPresent()) {
            FormCell cell = keys.cell().get();
            line(explained(start + figure(cell), notes(key, label, List.of(cell))));
        } else if (isLine(keys)) {
            List<FormCell> cells =
                    keys.cells().filter(cell -> !isReckoned(cell)).toList();
            String figures = cells.stream()
                    .map(cell -> Yaml.scalar(cell.column().label().key()) + ": " + figure(cell))
                    .collect(Collectors.joining(", "));
            line(explained(start + "{" + figures + "}", notes(key, label, cells)));
        } else {
            line(explained(start, notes(key, label, List.of())));
            keys.children().forEach((child, below) -> key(child, below, indentation + "  "));
        }
    }

    /** Whether columns stand below a key: they share a line, as they do on paper. */
    private static boolean isLine(KeyTree keys) {
        return keys.children().values().stream()
                .allMatch(child -> child.cell()
                        .filter(cell -> cell.onlyColumn().isEmpty()
                                && !cell.column().path().isEmpty())
                        .isPresent());
    }

    private boolean isReckoned(FormCell cell) {
        return cell.isTotal() && !filling.figures().containsKey(cell.path());
    }

    private String figure(FormCell cell) {
        Cell content = filling.figures().get(cell.path());
        return content == null ? "" : Yaml.cell(content);
    }

    /** What there is to say of a line that its keys do not say. */
    private List<String> notes(String key, String label, List<FormCell> cells) {
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
        return notes;
    }

    /** What a place takes, if that is more than a number or a line of words. */
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

    private void charts() {
        if (!filling.exhibits().isEmpty()) {
            line("");
            line(Keywords.CHARTS + ":");
        }
        for (ChartRequest exhibit : filling.exhibits()) {
            String chart = Keywords.CHART + ": " + Yaml.scalar(exhibit.diagram().key());
            String section = ", " + Keywords.SECTION + ": " + Yaml.scalar(exhibit.section());
            String years = exhibit.earlier().entrySet().stream()
                    .map(year -> year.getKey() + ": " + figures(year.getValue()))
                    .collect(Collectors.joining(", "));
            String earlier = years.isEmpty() ? "" : ", " + Keywords.EARLIER + ": {" + years + "}";
            line("  - {" + chart + section + earlier + "}");
        }
    }

    /** One figure as it is; several, each behind its name. */
    private static String figures(Map<String, Cell> figures) {
        return figures.size() == 1
                ? Yaml.cell(figures.values().iterator().next())
                : figures.entrySet().stream()
                        .map(figure -> Yaml.scalar(figure.getKey()) + ": " + Yaml.cell(figure.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private void acceptances() {
        if (!filling.acceptances().isEmpty()) {
            line("");
            line(Keywords.ACCEPTED + ":");
        }
        for (Acceptance acceptance : filling.acceptances()) {
            line("  - " + Keywords.RULE + ": " + Yaml.scalar(acceptance.id()));
            line("    " + Keywords.SUBJECT + ": " + Yaml.scalar(acceptance.subject()));
            acceptance.quote().ifPresent(quote -> line("    " + Keywords.QUOTE + ": " + Yaml.scalar(quote)));
            line("    " + Keywords.REASON + ": " + Yaml.scalar(acceptance.reason()));
        }
    }

    private void lost() {
        if (!filling.lost().isEmpty()) {
            line("");
            line(Yaml.comment(say("lost", String.valueOf(form.edition()))));
            filling.lost().forEach(lost -> line(Yaml.comment(lost)));
        }
    }
}

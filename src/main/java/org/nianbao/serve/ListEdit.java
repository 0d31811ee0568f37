package org.nianbao.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.blank.Yaml;
import org.nianbao.input.InputTree;
import org.nianbao.input.InputTree.Entry;
import org.nianbao.input.InputTree.Notation;
import org.nianbao.input.Keywords;

/**
 * Changes the lists at the end of an input whose members have keys: the accepted findings and the annexes. A path is
 * {@code LIST.+} for a further member, {@code LIST.3} for the third one, which an empty value removes, {@code LIST.3.KEY} for one
 * of its values.
 */
final class ListEdit {
    /** The lists, and the keys of a member in the order in which the values of a further one come. */
    private static final Map<String, List<String>> KEYS = Map.of(
            Keywords.ACCEPTED, List.of(Keywords.RULE, Keywords.SUBJECT, Keywords.QUOTE, Keywords.REASON),
            Keywords.ANNEXES, List.of(Keywords.TITLE, Keywords.ROWS));

    private static final String FURTHER = "+";

    private final String text;
    private final Entry root;
    private final String list;

    private ListEdit(String text, Entry root, String list) {
        this.text = text;
        this.root = root;
        this.list = list;
    }

    private static List<String> keys(String list) {
        return KEYS.getOrDefault(list, List.of());
    }

    /** The keys of the lists, in their order in an input. */
    static List<String> lists() {
        return List.of(Keywords.ANNEXES, Keywords.ACCEPTED);
    }

    /** The list that a path leads into. */
    static Optional<String> list(String path) {
        return KEYS.keySet().stream().filter(key -> path.startsWith(key + ".")).findFirst();
    }

    /** Empty if the list is written in a way that the form does not change. */
    static Optional<TextChange> of(String text, InputTree tree, FormEdit edit) {
        String list = list(edit.path()).orElseThrow();
        ListEdit in = new ListEdit(text, tree.root(), list);
        String[] keys = edit.path().substring(list.length() + 1).split("\\.", 2);
        Optional<Entry> known = tree.root().entry(list);
        if (keys[0].equals(FURTHER)) {
            return edit.value().size() == keys(list).size() ? in.added(known, edit.value()) : Optional.empty();
        }
        Optional<Entry> member = known.flatMap(all -> in.member(all, keys[0]));
        if (keys.length == 1) {
            return member.filter(one -> edit.line().isEmpty()).flatMap(one -> in.removed(known.get(), one));
        }
        return member.flatMap(one -> one.entry(keys[1])).flatMap(value -> in.changed(value, edit.value()));
    }

    private Optional<Entry> member(Entry all, String number) {
        boolean isNumber = number.matches("[1-9][0-9]{0,3}");
        return isNumber && Integer.parseInt(number) <= all.entries().size()
                ? Optional.of(all.entries().get(Integer.parseInt(number) - 1))
                : Optional.empty();
    }

    /** A further member behind the last one. */
    private Optional<TextChange> added(Optional<Entry> known, List<String> values) {
        if (known.isEmpty()) {
            boolean endsLine = text.isEmpty() || text.endsWith("\n");
            String words = (endsLine ? "" : "\n") + list + ":\n" + member("  ", values) + "\n";
            return root.style() == Notation.BLOCK
                    ? Optional.of(new TextChange(text.length(), text.length(), words))
                    : Optional.empty();
        }
        Entry all = known.get();
        boolean isEmpty = all.entries().isEmpty();
        if (isEmpty && (all.isMissing() || all.style() == Notation.FLOW) && root.style() == Notation.BLOCK) {
            return Optional.of(
                    new TextChange(all.keyStart() + list.length() + 1, all.end(), "\n" + member("  ", values)));
        }
        if (isEmpty || all.style() == Notation.FLOW) {
            return Optional.empty();
        }
        Entry last = all.entries().get(all.entries().size() - 1);
        int start = text.lastIndexOf('\n', last.start()) + 1;
        String indent = text.substring(start, last.start());
        int at = lineEnd(contentEnd(last));
        return indent.strip().equals("-")
                ? Optional.of(new TextChange(at, at, "\n" + member(indent.substring(0, indent.indexOf('-')), values)))
                : Optional.empty();
    }

    private String member(String indent, List<String> values) {
        StringBuilder member = new StringBuilder();
        List<String> keys = keys(list);
        for (int i = 0; i < keys.size(); i++) {
            String value = values.get(i).strip();
            if (!value.isEmpty()) {
                member.append(member.isEmpty() ? indent + "- " : "\n" + indent + "  ")
                        .append(keys.get(i))
                        .append(':')
                        .append(
                                value.indexOf('\n') < 0
                                        ? " " + Yaml.scalar(value)
                                        : ProseEdit.written(List.of(value), indent + "  "));
            }
        }
        return member.toString();
    }

    private Optional<TextChange> changed(Entry value, List<String> words) {
        String written = String.join("\n", words).strip();
        if (value.style() == Notation.LITERAL) {
            return Optional.of(ProseEdit.of(text, value, words));
        }
        return value.isScalar() && written.indexOf('\n') < 0
                ? Optional.of(new TextChange(
                        value.start(), value.end(), (value.isMissing() ? " " : "") + Yaml.scalar(written)))
                : Optional.empty();
    }

    private Optional<TextChange> removed(Entry all, Entry member) {
        int from = text.lastIndexOf('\n', member.start() - 1) + 1;
        boolean isOwnLine = text.substring(from, member.start()).strip().equals("-");
        if (all.style() == Notation.FLOW || !isOwnLine) {
            return Optional.empty();
        }
        int end = Math.min(text.length(), lineEnd(contentEnd(member)) + 1);
        int start = all.entries().size() == 1 ? all.keyStart() : from;
        return Optional.of(new TextChange(start, end, ""));
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Where a member ends, without the blank lines below it. */
    private int contentEnd(Entry entry) {
        int end = entry.entries().isEmpty()
                ? entry.end()
                : contentEnd(entry.entries().get(entry.entries().size() - 1));
        while (end > entry.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}

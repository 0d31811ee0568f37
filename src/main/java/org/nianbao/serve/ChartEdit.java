package org.nianbao.serve;

import java.util.List;
import java.util.Optional;
import org.nianbao.blank.Yaml;
import org.nianbao.input.InputTree;
import org.nianbao.input.InputTree.Entry;
import org.nianbao.input.InputTree.Notation;
import org.nianbao.input.Keywords;

/** Adds a chart to the list of those that an input asks for, or removes one. */
final class ChartEdit {
    /** What the paths of charts begin with. */
    static final String PREFIX = Keywords.CHARTS + ".";

    private final String text;
    private final Entry root;
    private final String chart;

    private ChartEdit(String text, Entry root, String chart) {
        this.text = text;
        this.root = root;
        this.chart = chart;
    }

    /** Empty if there is nothing to do, or if the form cannot edit the list as it is written. */
    static Optional<TextChange> of(String text, InputTree tree, String chart, boolean wanted) {
        ChartEdit edit = new ChartEdit(text, tree.root(), chart);
        Optional<Entry> list = tree.root().entry(Keywords.CHARTS);
        if (list.isEmpty()) {
            return wanted && tree.root().style() == Notation.BLOCK ? Optional.of(edit.first()) : Optional.empty();
        }
        Optional<Entry> member =
                list.get().entries().stream().filter(edit::isChart).findFirst();
        return wanted
                ? member.isPresent() ? Optional.empty() : edit.added(list.get())
                : member.flatMap(one -> edit.removed(list.get(), one));
    }

    private boolean isChart(Entry member) {
        return member.text().equals(chart)
                || member.entry(Keywords.CHART)
                        .filter(name -> name.text().equals(chart))
                        .isPresent();
    }

    /** A list with one chart before the keys that are not part of the form, or else at the end. */
    private TextChange first() {
        String line = Keywords.CHARTS + ": [" + Yaml.scalar(chart) + "]";
        for (String key : List.of(Keywords.ANNEXES, Keywords.ACCEPTED)) {
            Optional<Entry> next = root.entry(key);
            if (next.isPresent()) {
                int at = next.get().keyStart();
                return new TextChange(at, at, line + "\n");
            }
        }
        return new TextChange(text.length(), text.length(), (text.endsWith("\n") ? "" : "\n") + line + "\n");
    }

    private Optional<TextChange> added(Entry list) {
        List<Entry> members = list.entries();
        String word = Yaml.scalar(chart);
        if (members.isEmpty()) {
            return list.isMissing()
                    ? Optional.of(new TextChange(list.start(), list.start(), " [" + word + "]"))
                    : Optional.empty();
        }
        Entry last = members.get(members.size() - 1);
        if (!isOneLine(last)) {
            return Optional.empty();
        }
        if (list.style() == Notation.FLOW) {
            return Optional.of(new TextChange(last.end(), last.end(), ", " + word));
        }
        int start = text.lastIndexOf('\n', last.start()) + 1;
        int end = text.indexOf('\n', last.end());
        int at = end < 0 ? text.length() : end;
        String before = text.substring(start, last.start());
        return before.strip().equals("-")
                ? Optional.of(new TextChange(at, at, "\n" + before + word))
                : Optional.empty();
    }

    private Optional<TextChange> removed(Entry list, Entry member) {
        List<Entry> members = list.entries();
        if (!isOneLine(member)) {
            return Optional.empty();
        }
        int index = members.indexOf(member);
        if (list.style() == Notation.FLOW) {
            return Optional.of(
                    members.size() == 1
                            ? lines(list.keyStart(), list.end())
                            : index == 0
                                    ? new TextChange(
                                            member.start(), members.get(1).start(), "")
                                    : new TextChange(members.get(index - 1).end(), member.end(), ""));
        }
        return Optional.of(lines(members.size() == 1 ? list.keyStart() : member.start(), member.end()));
    }

    private boolean isOneLine(Entry member) {
        return (member.isScalar() || member.style() == Notation.FLOW)
                && text.substring(member.start(), member.end()).indexOf('\n') < 0;
    }

    /** Removes the whole lines between two offsets. */
    private TextChange lines(int from, int to) {
        int end = text.indexOf('\n', to);
        return new TextChange(text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length() : end + 1, "");
    }
}

package org.nianbao.aggregate;

import static org.nianbao.blank.Comments.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nianbao.blank.Yaml;

/**
 * Which units are in a report that sums them up. It stands at the top of the input, as comments that each begin with the
 * same word, so that they are found again.
 *
 * @param in names of the units that count, by group
 * @param missing names of those that have handed nothing in, by group
 * @param leftOut names of those that have handed something in, which does not count
 */
public record RosterComment(Map<String, List<String>> in, Map<String, List<String>> missing, List<String> leftOut) {
    /** More names nobody reads in a comment. */
    private static final int NAMED = 200;

    public RosterComment {
        in = new LinkedHashMap<>(in);
        missing = new LinkedHashMap<>(missing);
        leftOut = List.copyOf(leftOut);
    }

    /** An input with these comments: in the place of those of an earlier run or, without such, above all that is no schema. */
    public String above(String text) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String mark = Yaml.comment(say("roster.mark"));
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith(mark)) {
            at++;
        }
        boolean known = at < lines.size();
        lines.removeIf(line -> line.startsWith(mark));
        int place = known ? at : lines.get(0).startsWith("# yaml-language-server:") ? 1 : 0;
        lines.add(place, lines().stream().map(line -> line + end).collect(Collectors.joining()));
        return String.join("", lines);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(say("roster.how"));
        in.forEach((group, names) -> lines.add(say("roster.in", group, names.size(), named(names))));
        missing.forEach((group, names) -> lines.add(say("roster.missing", group, names.size(), named(names))));
        if (!leftOut.isEmpty()) {
            lines.add(say("roster.left-out", leftOut.size(), named(leftOut)));
        }
        return lines.stream()
                .map(line -> Yaml.comment(say("roster.mark") + line))
                .toList();
    }

    private static String named(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(say("comma")));
        return names.size() > NAMED ? named + say("roster.more") : named;
    }
}

package org.nianbao.aggregate;

import static org.nianbao.blank.Comments.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nianbao.blank.Yaml;

/**
 * Comments at the top of an aggregate input that list its units. Each begins with the same word, by which they are found
 * again.
 *
 * @param in units that count
 * @param missing units that delivered nothing
 * @param leftOut names of the units that delivered and do not count
 */
public record RosterComment(List<UnitGroup> in, List<UnitGroup> missing, List<String> leftOut) {
    /** Names listed in a comment. */
    private static final int NAMED = 200;

    /** An input with these comments: where those of an earlier run are or else at the top, below the link to the schema. */
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
        in.forEach(group -> lines.add(line("roster.in", group)));
        missing.forEach(group -> lines.add(line("roster.missing", group)));
        if (!leftOut.isEmpty()) {
            lines.add(say("roster.left-out", leftOut.size(), named(leftOut)));
        }
        return lines.stream()
                .map(line -> Yaml.comment(say("roster.mark") + line))
                .toList();
    }

    private static String line(String key, UnitGroup group) {
        return say(key, group.name(), group.units().size(), named(group.units()));
    }

    private static String named(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(say("comma")));
        return names.size() > NAMED ? named + say("roster.more") : named;
    }
}

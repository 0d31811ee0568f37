package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nianbao.diagnostic.Message;

/** The shares of sums as text: a line for the groups, then one for the units of each group. */
public final class Breakdown {
    /** Units listed of a group, the largest. */
    private static final int NAMED = 100;

    private Breakdown() {}

    /**
     * The shares of some cells. Lines end in {@code \n}.
     *
     * @param paths of the cells
     */
    public static String of(Total total, List<String> paths, Locale locale) {
        return paths.stream()
                .flatMap(path -> lines(total, path, locale).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> lines(Total total, String path, Locale locale) {
        List<Total.GroupShare> groups = total.groups(path).stream()
                .filter(group -> !group.units().isEmpty())
                .toList();
        String sum = path + ": "
                + total.sum(path)
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> Message.of("sum-unknown", String.join("、", total.blanks(path)))
                                .in(locale));
        if (groups.isEmpty()) {
            return List.of(sum);
        }
        if (groups.size() == 1) {
            return List.of(line(sum, units(groups.get(0), locale)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(sum, groups.stream().map(group -> share(group, locale)).toList()));
        groups.forEach(group -> lines.add(line("    " + share(group, locale), units(group, locale))));
        return lines;
    }

    private static String line(String sum, List<String> shares) {
        return sum + " = " + String.join(" + ", shares);
    }

    private static List<String> units(Total.GroupShare group, Locale locale) {
        List<String> units = new ArrayList<>();
        group.units().stream().limit(NAMED).forEach(unit -> units.add(share(unit.name(), unit.value())));
        if (group.units().size() > NAMED) {
            List<Total.Share> others =
                    group.units().subList(NAMED, group.units().size());
            String name = Message.of("other-units", others.size()).in(locale);
            units.add(share(name, Total.Share.sum(others)));
        }
        return units;
    }

    private static String share(Total.GroupShare group, Locale locale) {
        String name = group.name().isEmpty() ? Message.of("no-group").in(locale) : group.name();
        return share(name, group.value());
    }

    private static String share(String name, BigDecimal value) {
        String digits = value.toPlainString();
        return name + " " + (value.signum() < 0 ? "(" + digits + ")" : digits);
    }
}

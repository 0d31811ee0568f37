package org.nianbao.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        StringBuilder text = new StringBuilder();
        for (String path : paths) {
            List<Total.GroupShare> groups = total.groups(path).stream()
                    .filter(group -> !group.units().isEmpty())
                    .toList();
            String sum = total.sum(path)
                    .map(BigDecimal::toPlainString)
                    .orElseGet(() -> Message.of("sum-unknown", String.join("、", total.blanks(path)))
                            .in(locale));
            boolean flat = groups.size() < 2;
            List<String> shares = flat
                    ? groups.stream()
                            .flatMap(group -> units(group, locale).stream())
                            .toList()
                    : groups.stream()
                            .map(group -> share(name(group, locale), group.value()))
                            .toList();
            text.append(path).append(": ").append(sum);
            if (!shares.isEmpty()) {
                text.append(" = ").append(String.join(" + ", shares));
            }
            text.append('\n');
            for (Total.GroupShare group : flat ? List.<Total.GroupShare>of() : groups) {
                text.append("    ")
                        .append(share(name(group, locale), group.value()))
                        .append(" = ")
                        .append(String.join(" + ", units(group, locale)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String name(Total.GroupShare group, Locale locale) {
        return group.name().isEmpty() ? Message.of("no-group").in(locale) : group.name();
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

    private static String share(String name, BigDecimal value) {
        String digits = value.toPlainString();
        return name + " " + (value.signum() < 0 ? "(" + digits + ")" : digits);
    }
}

package org.nianbao.recognition;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.form.Fact;
import org.nianbao.input.Forms;
import org.nianbao.input.LenientText;
import org.nianbao.input.Reading;
import org.nianbao.report.Report;
import org.nianbao.report.Units;

/**
 * Whose report a file is, even if it cannot be read: by what was read of it, the lines of its facts, a title in it or
 * the file's name.
 *
 * @param agency as the list of units names it, if there is one and the agency is in it; else as it is written
 * @param year the likely one
 */
public record ReportOwner(Optional<String> agency, Optional<Integer> year) {
    /** Nothing is known. */
    public static final ReportOwner NONE = new ReportOwner(Optional.empty(), Optional.empty());

    private static final int LINES = 500;

    /** In characters; a title is shorter, and searches in a longer line may take long. */
    private static final int LONGEST_LINE = 200;

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    /** A run of characters, without a 年 that belongs to the number before it. */
    private static final Pattern HAN = Pattern.compile("(?<=^|\\P{IsHan})(?:年度?)?+(\\p{IsHan}{3,60})");

    private static final int SHORTEST_NAME = 3;

    private static final int LONGEST_NAME = 24;

    /** The year of a title, and the agency before it. */
    private static final Pattern TITLE = Pattern.compile("(.{2,60}?)\\s?(?:19|20)\\d\\d\\s?年");

    /**
     * Looks for the owner.
     *
     * @param name of the file in messages
     * @param read what was read of it
     * @param units to find the agency in
     */
    public static ReportOwner of(
            Path file, String name, Optional<Reading.Filled> read, Forms forms, Optional<Units> units) {
        Optional<Report> report = read.map(Reading.Filled::report);
        Optional<String> agency = report.flatMap(Report::agency);
        Optional<Integer> year = report.flatMap(Report::year);
        if (agency.isPresent() && year.isPresent()) {
            return new ReportOwner(agency.map(known -> in(units, known).orElse(known)), year);
        }
        List<String> lines = DocumentReader.reads(name)
                ? List.of()
                : LenientText.of(file)
                        .lines()
                        .limit(LINES)
                        .filter(line -> line.length() <= LONGEST_LINE)
                        .toList();
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "");
        Optional<String> written = agency.or(() -> fact(lines, forms, Fact.Role.AGENCY));
        return new ReportOwner(
                written.flatMap(words -> in(units, words))
                        .or(() -> titled(lines, units))
                        .or(() -> mentioned(units, stem))
                        .or(() -> shortened(units, stem))
                        .or(() -> written),
                year.or(() -> fact(lines, forms, Fact.Role.YEAR).flatMap(ReportOwner::year))
                        .or(() -> year(stem)));
    }

    private static Optional<String> in(Optional<Units> units, String agency) {
        return units.flatMap(list -> list.named(agency).or(() -> list.abbreviated(agency)))
                .map(Units.Unit::name);
    }

    private static Optional<String> mentioned(Optional<Units> units, String words) {
        return units.flatMap(list -> list.mentioned(words)).map(Units.Unit::name);
    }

    /** The agency that a run of characters in a file's name begins with, shortened: 3.农业农村局年报. */
    private static Optional<String> shortened(Optional<Units> units, String stem) {
        for (String run : HAN.matcher(stem).results().map(run -> run.group(1)).toList()) {
            for (int end = Math.min(run.length(), LONGEST_NAME); end >= SHORTEST_NAME; end--) {
                Optional<String> agency = in(units, run.substring(0, end));
                if (agency.isPresent()) {
                    return agency;
                }
            }
        }
        return Optional.empty();
    }

    /** The value of a fact, in a line that need not be YAML. */
    private static Optional<String> fact(List<String> lines, Forms forms, Fact.Role role) {
        String keys = forms.names().stream()
                .flatMap(form -> forms.editionsOf(form).stream())
                .flatMap(edition -> edition.form().fact(role).stream())
                .map(fact -> Pattern.quote(fact.key()))
                .distinct()
                .collect(Collectors.joining("|"));
        Pattern line = Pattern.compile(
                "^[\\p{Z}\\s\\p{P}]*(?:" + keys + ")[\\p{Z}\\s\\p{P}=]+([^#]*[^#\\p{Z}\\s\\p{P}][）)]?)");
        return lines.stream()
                .flatMap(words -> first(line, words).stream())
                .map(String::strip)
                .findFirst();
    }

    private static Optional<String> titled(List<String> lines, Optional<Units> units) {
        return lines.stream()
                .flatMap(words -> first(TITLE, words).stream())
                .flatMap(before -> mentioned(units, before).stream())
                .findFirst();
    }

    private static Optional<Integer> year(String words) {
        return first(YEAR, words).map(Integer::valueOf);
    }

    private static Optional<String> first(Pattern pattern, String words) {
        return Stream.of(pattern.matcher(words))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}

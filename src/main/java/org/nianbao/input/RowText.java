package org.nianbao.input;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Source;

/** Splits a line of a row, copied from a table, into its label and figures: at Tabs, else at blanks, else at commas. */
final class RowText {
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}]+");

    /** Figures with commas between them at the end of a word. */
    private static final Pattern COMMAS = Pattern.compile("[\\d.+\\-/—–~万亿元,，、]*[,，、][\\d.+\\-/—–~万亿元,，、]*$");

    private static final Pattern COMMA_BEHIND = Pattern.compile("(?<=.)[,，、]$");

    private static final Pattern FIGURE = Pattern.compile("[-+−–]?\\d[\\d.,]*(?:[%件条次个项份元万亿]{0,3}|\\(.*\\))|~");

    /** What stands in a cell that has no figure. */
    private static final Set<String> NOTHING = Set.of("", "-", "--", "—", "——", "–", "/");

    private RowText() {}

    /** A field between two UTF-16 offsets, without the blanks around it. */
    record Field(String text, int start, int end) {
        /** Whether it is a figure or stands for none, but no label. */
        boolean isFigure() {
            return isNothing()
                    || FIGURE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                            .matches();
        }

        boolean isNothing() {
            return NOTHING.contains(text);
        }

        /** The value that it would be if it were typed behind its own key; a mark for no figure is not a value. */
        YamlNode value(Source source) {
            return YamlNode.part(source, isNothing() ? "" : text, start, end);
        }
    }

    /** The fields of a line between two UTF-16 offsets; empty ones only between Tabs or commas. */
    static List<Field> fields(Source source, int start, int end) {
        String line = source.text().substring(start, end);
        if (line.indexOf('\t') >= 0) {
            return between(line, start, "\t");
        }
        List<Field> fields = new ArrayList<>();
        for (MatchResult word : WORD.matcher(line).results().toList()) {
            fields.add(new Field(word.group(), start + word.start(), start + word.end()));
        }
        long figures = fields.stream().filter(Field::isFigure).count();
        if (!fields.isEmpty() && figures <= (fields.get(fields.size() - 1).isFigure() ? 1 : 0)) {
            splitAtCommas(fields);
        }
        fields.replaceAll(RowText::withoutComma);
        return fields;
    }

    /** Splits the last field if it contains all figures of its line. */
    private static void splitAtCommas(List<Field> fields) {
        Field last = fields.get(fields.size() - 1);
        Matcher commas = COMMAS.matcher(last.text());
        if (commas.find() && commas.group().matches(".*[^,，、].*|.*[,，、].*[,，、].*")) {
            fields.remove(fields.size() - 1);
            int at = last.start() + commas.start();
            String figures = commas.group();
            if (commas.start() > 0) {
                fields.add(new Field(last.text().substring(0, commas.start()), last.start(), at));
                int comma = ",，、".indexOf(figures.charAt(0)) < 0 ? 0 : 1;
                fields.addAll(between(figures.substring(comma), at + comma, "[,，、]"));
            } else {
                fields.addAll(between(figures, at, "[,，、]"));
            }
        }
    }

    private static Field withoutComma(Field field) {
        String text = COMMA_BEHIND.matcher(field.text()).replaceFirst("");
        Field shorter = new Field(text, field.start(), field.start() + text.length());
        return shorter.isFigure() ? shorter : field;
    }

    private static List<Field> between(String line, int start, String separator) {
        List<Field> fields = new ArrayList<>();
        int at = start;
        for (String part : line.split(separator, -1)) {
            Matcher words = Pattern.compile("[^\\s\\p{Z}](?:.*[^\\s\\p{Z}])?").matcher(part);
            fields.add(
                    words.find()
                            ? new Field(words.group(), at + words.start(), at + words.end())
                            : new Field("", at + part.length(), at + part.length()));
            at += part.length() + 1;
        }
        return fields;
    }
}

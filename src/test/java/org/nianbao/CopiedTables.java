package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A published report whose tables somebody copies below the keys of a blank input, one paste a table. */
public final class CopiedTables {
    /** The keys of the form's tables. */
    private static final List<String> KEYS = List.of("主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况");

    private static final List<String> INPUTS = List.of("danganju-2025", "xianfuban-2025", "ziranziyuanju-2025");

    private CopiedTables() {}

    /** What somebody does with the page of a report: it returns the text of each table of the form, as copied. */
    public interface Reader {
        List<String> tablesOf(String page) throws Exception;
    }

    /**
     * Fills a blank input from each report and compares the figures.
     *
     * @param place with the folder {@code county}
     */
    public static void fillBlankInputs(Workplace place, Reader reader) throws Exception {
        place.copyFromCheckout("inputs/county", "county");
        for (String name : INPUTS) {
            String input = "county/" + name + ".yaml";
            assertEquals(0, place.nianbao("render", input, "--format", "html").status());
            List<String> tables = reader.tablesOf("output/" + name + ".html");
            assertEquals(KEYS.size(), tables.size());
            String blank = name + "-blank.yaml";
            place.nianbao("new", "--agency", "某县人民政府", "--year", "2025", "--output", blank);
            String text = place.read(blank);
            for (int i = 0; i < KEYS.size(); i++) {
                text = pasted(text, KEYS.get(i), tables.get(i));
            }
            place.write(blank, text);
            Workplace.Run check = place.nianbao("check", blank);
            assertFalse(check.out().contains(": error "), check.out());
            String compared = place.nianbao("compare", input, blank).out();
            assertTrue(compared.contains(", 0 differ"), compared);
        }
    }

    /** Replaces the rows to fill in by what was copied. */
    private static String pasted(String blank, String key, String table) {
        Pattern rows = Pattern.compile("(?m)^" + key + ":\\n(?:  .*\\n)+");
        assertTrue(rows.matcher(blank).find(), key);
        String lines = table.strip().lines().map(line -> "  " + line + "\n").reduce("", String::concat);
        return rows.matcher(blank).replaceFirst(Matcher.quoteReplacement(key + ": |\n" + lines));
    }
}

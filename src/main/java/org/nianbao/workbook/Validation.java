package org.nianbao.workbook;

import static org.nianbao.blank.Comments.say;

import java.util.List;
import org.nianbao.form.CellType;
import org.nianbao.form.Fact;
import org.nianbao.output.XmlWriter;

/**
 * What a program lets a user type into a cell (ECMA-376 Part 1, 18.3.1.32). It warns and lets go on, for a figure may have a
 * note behind it.
 *
 * @param type in SpreadsheetML; {@code none} for anything
 * @param operator of the comparison; empty for a list or anything
 * @param formula the bound, or the list in quotes
 * @param error what is shown if something else is typed
 * @param prompt what is shown beside the selected cell; may be empty
 */
record Validation(String type, String operator, String formula, String error, String prompt) {
    /** Limit of a list of choices, in characters (18.3.1.42). */
    private static final int LIST = 255;

    /** Limits of the texts, in characters (18.3.1.32). */
    private static final int PROMPT = 255;

    private static final int ERROR = 225;

    /** For a cell of a table. */
    static Validation of(CellType type, List<String> choices, String prompt) {
        return switch (type) {
            case COUNT -> new Validation("whole", "greaterThanOrEqual", "0", say("excel.count"), prompt);
            case CHANGE -> new Validation("whole", "greaterThanOrEqual", "-1E+15", say("excel.change"), prompt);
            case AMOUNT -> new Validation("decimal", "greaterThanOrEqual", "0", say("excel.amount"), prompt);
            case CHOICE -> choice(choices, prompt);
            case MONEY, TEXT, CHOICES -> new Validation("none", "", "", "", prompt);
        };
    }

    /** For a fact. */
    static Validation of(Fact fact) {
        return switch (fact.type()) {
            case YEAR -> new Validation("whole", "greaterThanOrEqual", "1000", say("excel.year"), "");
            case CHOICE -> choice(fact.choices(), "");
            case TEXT, DATE -> new Validation("none", "", "", "", "");
        };
    }

    private static Validation choice(List<String> choices, String prompt) {
        String list = String.join(",", choices);
        boolean fits = list.length() <= LIST
                && choices.stream().noneMatch(choice -> choice.contains(",") || choice.contains("\""));
        String error = say("takes.choice", String.join(say("comma"), choices));
        return fits
                ? new Validation("list", "", "\"" + list + "\"", error, prompt)
                : new Validation("none", "", "", "", prompt.isEmpty() ? error : prompt);
    }

    /** Whether anything may be typed and nothing is said. */
    boolean isEmpty() {
        return type.equals("none") && prompt.isEmpty();
    }

    void write(XmlWriter xml, List<String> ranges) {
        xml.open("dataValidation", "type", type, "errorStyle", "warning", "allowBlank", 1);
        if (!operator.isEmpty()) {
            xml.with("operator", operator);
        }
        if (!prompt.isEmpty()) {
            xml.with("showInputMessage", 1, "prompt", prompt.substring(0, Math.min(PROMPT, prompt.length())));
        }
        if (!error.isEmpty()) {
            xml.with("showErrorMessage", 1, "errorTitle", say("excel.wrong"));
            xml.with("error", error.substring(0, Math.min(ERROR, error.length())));
        }
        xml.with("sqref", String.join(" ", ranges));
        if (!formula.isEmpty()) {
            xml.leaf("formula1", formula);
        }
        xml.close();
    }
}

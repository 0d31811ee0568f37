package org.nianbao.check.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;

/** Finds half-width punctuation in Chinese text (GB/T 15834-2011), and full-width digits and letters. */
final class Punctuation {
    private static final String HAN = "\\u4e00-\\u9fff";

    /** Full-width digits and letters; half-width marks beside Chinese; a half-width full stop. Most characters are Han. */
    private static final Pattern WRONG = Pattern.compile("(?![" + HAN + "])(?:[０-９Ａ-Ｚａ-ｚ]++"
            + "|[,;:?!()\"](?:(?<=[" + HAN + "“”《》（）〔〕，。；：、！？].)|(?=[" + HAN + "“《（〔]))"
            + "|\\.(?<=[" + HAN + "”》）]\\.)(?=[" + HAN + "\\p{javaWhitespace}]|\\z))");

    /** A run that may be an address, which has its own punctuation. */
    private static final Pattern RUN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z./?&=:#%~+\\-_@]*+");

    /** Braces that were to quote a figure; other checks report them. */
    private static final Pattern BRACES = Pattern.compile("[{｛]{1,2}[^{}｛｝]{1,200}[}｝]{1,2}");

    /** In characters: what is quoted before and behind a mark. */
    private static final int QUOTED = 8;

    private Punctuation() {}

    /** Adds one finding for a section, at the first place, with the number of places. */
    static void check(ProsePart part) {
        Paragraph first = null;
        int from = 0;
        int to = 0;
        int count = 0;
        for (Paragraph paragraph : part.paragraphs()) {
            Matcher wrong = WRONG.matcher(withoutAddresses(paragraph.text().words()));
            while (wrong.find()) {
                count++;
                if (first == null) {
                    first = paragraph;
                    from = wrong.start();
                    to = wrong.end();
                }
            }
        }
        if (first != null) {
            String words = first.text().words();
            String around = words.substring(Math.max(0, from - QUOTED), Math.min(words.length(), to + QUOTED));
            part.addOnce(Diagnostic.warning("width", words.substring(from, to), around, count), first, from, to);
        }
    }

    private static String withoutAddresses(String words) {
        String outside =
                BRACES.matcher(words).replaceAll(path -> "-".repeat(path.group().length()));
        return RUN.matcher(outside).replaceAll(run -> {
            String typed = run.group();
            boolean address = typed.startsWith("www.") || typed.contains("://") || typed.contains("@");
            return (address ? "-".repeat(typed.length()) : Matcher.quoteReplacement(typed));
        });
    }
}

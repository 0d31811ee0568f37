package org.nianbao.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.foreign.DocumentPart.PicturePart;

/**
 * The line of the prose that a picture is.
 *
 * @param number of the picture in the report, from 1
 */
record PictureLine(PicturePart picture, int number) {
    private static final Pattern CAPTION = Pattern.compile("图\\s*([0-9一二三四五六七八九十]{1,3})[\\s\u3000.．:：、-]*(.*)");

    /** The line in Markdown. A caption that the engine would print by itself is left out. */
    String in(String file) {
        Matcher caption = CAPTION.matcher(picture.caption());
        String words = caption.matches() ? caption.group(2) : picture.caption();
        String shows = described();
        boolean usual =
                words.equals(shows) && (!caption.matches() || caption.group(1).equals(String.valueOf(number)));
        String printed = caption.matches() ? "图" + caption.group(1) + (words.isEmpty() ? "" : " ") + words : words;
        String title = picture.caption().isEmpty() || usual ? "" : " \"" + printed.replace('"', '”') + "\"";
        return "![" + shows.replaceAll("([\\[\\]\\\\])", "\\\\$1") + "](" + file + title + ")";
    }

    /** That nothing says what the picture shows. */
    Optional<Diagnostic> doubt(String file) {
        return isDescribed()
                ? Optional.empty()
                : Optional.of(Diagnostic.warning("doubt-picture-words", picture.place(), file));
    }

    /** That the picture was not taken. */
    Diagnostic missing() {
        String words = picture.description().isEmpty() ? picture.caption() : picture.description();
        return Diagnostic.warning("doubt-picture", picture.place(), words);
    }

    private boolean isDescribed() {
        return described().codePoints().anyMatch(Character::isLetterOrDigit)
                && !described().equals("图" + number);
    }

    /** What it shows: its alternative text, or its caption, or nothing but its number. */
    private String described() {
        Matcher caption = CAPTION.matcher(picture.caption());
        String words = caption.matches() ? caption.group(2) : picture.caption();
        boolean usable = picture.description().codePoints().anyMatch(Character::isLetterOrDigit);
        return usable ? picture.description() : words.isBlank() ? "图" + number : words;
    }
}

package org.nianbao.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nianbao.diagnostic.FileDiagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Severity;
import org.nianbao.template.TemplateData;

/**
 * The numbers of a run. A file counts once, by its gravest diagnostic; diagnostics of no file count only among errors,
 * warnings and hints.
 *
 * @param files number of files checked
 * @param withWarnings files with warnings and no errors
 * @param withHints files with hints only
 * @param accepted number of accepted findings
 */
@TemplateData
public record Tally(
        int files, int withErrors, int withWarnings, int withHints, int errors, int warnings, int hints, int accepted) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    public static Tally of(FileDiagnostics file) {
        int errors = file.count(Severity.ERROR);
        int warnings = file.count(Severity.WARNING);
        int hints = file.count(Severity.HINT);
        int one = file.isNoFile() ? 0 : 1;
        return new Tally(
                one,
                errors > 0 ? one : 0,
                errors == 0 && warnings > 0 ? one : 0,
                errors == 0 && warnings == 0 && hints > 0 ? one : 0,
                errors,
                warnings,
                hints,
                file.accepted());
    }

    public Tally plus(Tally other) {
        return new Tally(
                files + other.files,
                withErrors + other.withErrors,
                withWarnings + other.withWarnings,
                withHints + other.withHints,
                errors + other.errors,
                warnings + other.warnings,
                hints + other.hints,
                accepted + other.accepted);
    }

    @TemplateData
    public int clean() {
        return files - withErrors - withWarnings - withHints;
    }

    public int diagnostics() {
        return errors + warnings + hints;
    }

    /** One sentence, without a line break. */
    public String summary(Locale locale) {
        String checked = plural("one-file-checked", "files-checked", files, locale);
        if (diagnostics() > 0) {
            return Message.of("checked-and-found", checked, counts(locale)).in(locale);
        }
        List<String> parts = new ArrayList<>(List.of(checked));
        if (files > 0) {
            parts.add(Message.of("no-problem-found").in(locale));
        }
        addAccepted(parts, locale);
        return joined(parts, locale);
    }

    /** Errors and warnings, then hints and accepted findings if there are any: {@code 错误 3 处，提醒 0 处，提示 1 处}. */
    String counts(Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(plural("one-error", "errors", errors, locale));
        parts.add(plural("one-warning", "warnings", warnings, locale));
        if (hints > 0) {
            parts.add(plural("one-hint", "hints", hints, locale));
        }
        addAccepted(parts, locale);
        return joined(parts, locale);
    }

    private void addAccepted(List<String> parts, Locale locale) {
        if (accepted > 0) {
            parts.add(Message.of("accepted", accepted).in(locale));
        }
    }

    private static String plural(String one, String several, int number, Locale locale) {
        return Message.of(number == 1 ? one : several, number).in(locale);
    }

    private static String joined(List<String> parts, Locale locale) {
        return String.join(Message.of("comma").in(locale), parts);
    }
}

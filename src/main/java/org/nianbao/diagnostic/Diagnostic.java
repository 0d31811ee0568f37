package org.nianbao.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A problem that a user can fix. Its id is the key of its fact in {@code messages.properties}, and the id with {@code
 * .help} that of its help; both take the same arguments.
 *
 * @param id names the kind of problem, for example {@code unknown-key} or, for a rule of a form, {@code A2}
 * @param span where it is; empty if it is in no text, such as a file that cannot be read
 * @param subject dotted path of the part of the report that it is about
 * @param quote words of the prose that it is about
 * @param fact what is wrong, with the figures
 * @param help how to fix it
 * @param related other places that belong to it, in reading order
 * @param edits changes of its source that do what the help says, if only one text can be meant; they do not overlap
 */
public record Diagnostic(
        Severity severity,
        String id,
        Optional<SourceSpan> span,
        Optional<String> subject,
        Optional<String> quote,
        Message fact,
        Message help,
        List<Related> related,
        List<TextEdit> edits) {
    /** What Linux, macOS and Windows say of a full disk, a quota or a limit of files. */
    private static final Pattern FULL =
            Pattern.compile("(?i)no space left|quota exceeded|file too large|not enough space|磁盘空间不足");

    /** The id of what is no mistake: a value that is still to be filled in. */
    public static final String TO_FILL_IN = "to-fill-in";

    public Diagnostic {
        related = List.copyOf(related);
        edits = List.copyOf(edits);
    }

    /** A place that belongs to a problem, perhaps in another file, and what is there. */
    public record Related(SourceSpan span, Message words) {}

    public static Diagnostic error(String id, SourceSpan span, Object... arguments) {
        return error(id, arguments).at(span);
    }

    public static Diagnostic warning(String id, SourceSpan span, Object... arguments) {
        return warning(id, arguments).at(span);
    }

    public static Diagnostic hint(String id, SourceSpan span, Object... arguments) {
        return of(Severity.HINT, id, arguments).at(span);
    }

    /** An error in no text. */
    public static Diagnostic error(String id, Object... arguments) {
        return of(Severity.ERROR, id, arguments);
    }

    /** A warning about no text. */
    public static Diagnostic warning(String id, Object... arguments) {
        return of(Severity.WARNING, id, arguments);
    }

    /** A problem in no text. */
    public static Diagnostic of(Severity severity, String id, Object... arguments) {
        return new Diagnostic(
                severity,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Message.of(id, arguments),
                Message.of(id + ".help", arguments),
                List.of(),
                List.of());
    }

    /** A file that could not be written; what was there before is unchanged. */
    public static Diagnostic unwritable(Object place, IOException e) {
        Path path = Path.of(e instanceof FileSystemException failed ? failed.getFile() : "");
        if (Files.isDirectory(path) && e instanceof FileAlreadyExistsException) {
            return error("folder-for-file", place, path.getFileName()).as("unwritable");
        }
        for (Path above = path; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above) && !(e instanceof AccessDeniedException)) {
                return error("file-for-folder", place, above.getFileName()).as("unwritable");
            }
        }
        return error("unwritable", place, reason(e));
    }

    /** In the language of the messages as far as it is known; the rest is what the system says. */
    private static Object reason(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException) {
            return Message.of("unwritable.denied", said);
        }
        if (e instanceof NoSuchFileException) {
            return Message.of("unwritable.missing", said);
        }
        return FULL.matcher(said).find() ? Message.of("unwritable.full", said) : said;
    }

    public Diagnostic at(SourceSpan place) {
        return new Diagnostic(severity, id, Optional.of(place), subject, quote, fact, help, related, edits);
    }

    /** The same words under another id, such as that of a rule. */
    public Diagnostic as(String other) {
        return new Diagnostic(severity, other, span, subject, quote, fact, help, related, edits);
    }

    public Diagnostic as(Severity other) {
        return new Diagnostic(other, id, span, subject, quote, fact, help, related, edits);
    }

    public Diagnostic fact(Message words) {
        return new Diagnostic(severity, id, span, subject, quote, words, help, related, edits);
    }

    public Diagnostic help(Message words) {
        return new Diagnostic(severity, id, span, subject, quote, fact, words, related, edits);
    }

    /** With a change of its source that does what the help says. */
    public Diagnostic edit(List<TextEdit> changes) {
        return new Diagnostic(severity, id, span, subject, quote, fact, help, related, changes);
    }

    /** With the only text that can be meant: the help shows it, and the edit writes it. */
    public Diagnostic instead(TextEdit meant) {
        return help(Message.of("write-instead", meant.text().strip())).edit(List.of(meant));
    }

    /** With the only text that can be meant in place of these words, which its span should be. */
    public Diagnostic instead(String typed, String meant) {
        return help(Message.of("write-instead", meant))
                .edit(span.map(place -> place.edit(typed, meant)).orElse(List.of()));
    }

    /** About a part of the report. */
    public Diagnostic about(String path) {
        return new Diagnostic(severity, id, span, Optional.of(path), quote, fact, help, related, edits);
    }

    /** About some words of the prose. */
    public Diagnostic quoting(String words) {
        return new Diagnostic(severity, id, span, subject, Optional.of(words), fact, help, related, edits);
    }

    /** With one more place that belongs to it. */
    public Diagnostic related(SourceSpan other, Message words) {
        List<Related> all = new ArrayList<>(related);
        all.add(new Related(other, words));
        return new Diagnostic(severity, id, span, subject, quote, fact, help, all, edits);
    }

    /** With help that also says how to accept it, which only an input can. It must have a subject. */
    public Diagnostic acceptable() {
        return acceptable(quote.isPresent() ? "accept-words" : "accept-word");
    }

    /** The same, in the words of a message that takes the help, the id, the subject and the quoted words. */
    public Diagnostic acceptable(String how) {
        String words = quote.map(Acceptance::quoted).orElse("");
        return span.flatMap(SourceSpan::origin).isPresent()
                ? this
                : help(new AcceptanceHelp(Message.of(how, help, id, subject.orElseThrow(), words)));
    }

    /** Help that says how to accept the finding. */
    private record AcceptanceHelp(Message words) implements Message {
        @Override
        public String in(Locale locale) {
            return words.in(locale);
        }
    }

    /** Whether an input can accept it with a reason. */
    public boolean isAcceptable() {
        return help instanceof AcceptanceHelp;
    }

    /** Whether it goes away once the report is finished. */
    public boolean isToFillIn() {
        return id.equals(TO_FILL_IN);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

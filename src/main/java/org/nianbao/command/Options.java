package org.nianbao.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nianbao.aggregate.Aggregation;
import org.nianbao.chinese.Script;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.Message;
import org.nianbao.pipeline.Engine;
import org.nianbao.pipeline.FormatSet;
import org.nianbao.pipeline.LastYear;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that several commands share, as picocli's mixins. */
final class Options {
    private Options() {}

    /** The inputs: files and folders. */
    static final class Inputs {
        @Parameters(arity = "1..*", paramLabel = "${bundle:label.inputs}", descriptionKey = "inputs")
        private List<Path> typed = new ArrayList<>();

        /** Finds the files: see {@link InputFinder#find}. */
        Map<Path, String> find(Folders folders, Diagnostics diagnostics) {
            return new InputFinder(folders, diagnostics).find(typed);
        }

        /** Finds the files: see {@link InputFinder#findReports}. */
        Map<Path, String> findReports(Folders folders, Diagnostics diagnostics) {
            return new InputFinder(folders, diagnostics).findReports(typed);
        }
    }

    static final class LastYears {
        @Option(names = "--last-year", paramLabel = "${bundle:label.inputs}")
        private List<Path> typed = new ArrayList<>();

        /** @param alone whether a single report is compared, so that a file given by name can only be its last year’s */
        LastYear read(Folders folders, Engine engine, boolean alone, Diagnostics diagnostics) {
            if (typed.isEmpty()) {
                return LastYear.NONE;
            }
            LastYear read = LastYear.of(new InputFinder(folders, diagnostics).findReports(typed), engine, diagnostics);
            return alone ? read.taking(typed.stream().map(folders::at).collect(Collectors.toSet())) : read;
        }
    }

    static final class UnitsList {
        @Option(names = "--units", paramLabel = "${bundle:label.file}")
        private @Nullable Path typed;

        Optional<Aggregation.UnitsFile> file(Folders folders) {
            return Optional.ofNullable(typed).map(path -> new Aggregation.UnitsFile(folders.at(path), path.toString()));
        }

        /** Removes the list from a folder's inputs. */
        Map<Path, String> removeFrom(Map<Path, String> inputs, Folders folders) {
            file(folders).ifPresent(list -> inputs.remove(list.file()));
            return inputs;
        }
    }

    static final class Agency {
        @Option(names = "--agency", paramLabel = "${bundle:label.agency}")
        private @Nullable String typed;

        /** @throws UsageError if the name is blank or has more than one line */
        Optional<String> name() {
            if (typed != null && (typed.isBlank() || typed.codePoints().anyMatch(Character::isISOControl))) {
                throw new UsageError(Message.of("agency-one-line"));
            }
            return Optional.ofNullable(typed).map(String::strip);
        }
    }

    static final class Year {
        @Option(names = "--year", paramLabel = "${bundle:label.year}")
        private @Nullable Integer typed;

        /** @throws UsageError if the year is before 1000 or after 2999 */
        Optional<Integer> year() {
            if (typed != null && (typed < 1000 || typed > 2999)) {
                throw new UsageError(Message.of("option-value", "--year", typed));
            }
            return Optional.ofNullable(typed);
        }
    }

    static final class ScriptName {
        @Option(names = "--script", paramLabel = "hans|hant")
        private @Nullable String typed;

        /** @throws UsageError if there is no such script */
        Optional<Script> script() {
            if (typed != null) {
                UsageError.requireKnown(
                        "unknown-script",
                        typed,
                        Arrays.stream(Script.values()).map(Script::code).toList());
            }
            return Optional.ofNullable(typed).flatMap(Script::ofCode);
        }
    }

    /** The document formats, for the help. */
    static final class DocumentFormats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FormatSet.names().iterator();
        }
    }

    /** The language of messages. */
    static final class Language {
        private static final String NAME = "--lang";

        private enum Tag {
            zh,
            en
        }

        /** Does nothing: {@link #of} was called before. So picocli checks the value and lists the option in the help. */
        @Option(names = NAME, paramLabel = "zh|en", descriptionKey = "language.lang")
        void set(Tag language) {}

        /** The language among the arguments. Parse errors are reported in it, so it is found before they are parsed. */
        static Optional<Locale> of(String... arguments) {
            List<String> words = Arrays.asList(arguments);
            for (Tag tag : Tag.values()) {
                int at = words.indexOf(NAME);
                boolean next =
                        at >= 0 && at + 1 < words.size() && words.get(at + 1).equals(tag.name());
                if (next || words.contains(NAME + "=" + tag.name())) {
                    return Optional.of(Locale.forLanguageTag(tag.name()));
                }
            }
            return Optional.empty();
        }
    }
}

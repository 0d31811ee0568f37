package org.nianbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.foreign.DocumentPart;
import org.nianbao.foreign.DocumentPart.TextPart;
import org.nianbao.form.Form;
import org.nianbao.form.Section;

/** The passages of a document by the sections of a form. */
final class Outline {
    private static final double LIKELY = 0.75;

    /** In characters, how much longer than its heading a heading with a remark may be. */
    private static final int REMARK = 12;

    private final List<DocumentPart> front = new ArrayList<>();
    private final Map<Section, List<DocumentPart>> sections = new LinkedHashMap<>();
    private final int headings;

    Outline(Form form, List<DocumentPart> passages) {
        List<Section> headed = form.sections().stream()
                .filter(section -> section.heading().isPresent())
                .toList();
        List<Alignment.Pair> pairs =
                Alignment.of(passages.size(), headed.size(), (i, j) -> score(passages.get(i), headed.get(j)));
        headings = pairs.size();
        List<DocumentPart> current = front;
        int next = 0;
        for (int i = 0; i < passages.size(); i++) {
            if (next < pairs.size() && pairs.get(next).first() == i) {
                Section section = headed.get(pairs.get(next++).second());
                current = new ArrayList<>();
                sections.put(section, current);
                addRest((TextPart) passages.get(i), section, current);
            } else {
                current.add(passages.get(i));
            }
        }
    }

    /** What stands before the first heading. */
    List<DocumentPart> front() {
        return front;
    }

    /** What stands below the heading of each section that was found, in the order of the form. */
    Map<Section, List<DocumentPart>> sections() {
        return sections;
    }

    /** How many headings were found. */
    int headings() {
        return headings;
    }

    private static double score(DocumentPart passage, Section section) {
        if (!(passage instanceof TextPart paragraph)) {
            return 0;
        }
        String heading = section.heading().orElseThrow();
        if (isRunIn(paragraph.text(), heading)) {
            return LIKELY;
        }
        if (paragraph.text().length() > heading.length() + REMARK
                || paragraph.text().endsWith("。")) {
            return 0;
        }
        double likeness = LabelText.likeness(LabelText.plain(paragraph.text()), LabelText.plain(heading));
        return likeness < LIKELY ? 0 : likeness;
    }

    /** Whether a paragraph begins with a heading and goes on. */
    private static boolean isRunIn(String text, String heading) {
        return text.length() > heading.length() + REMARK && text.startsWith(heading);
    }

    private static void addRest(TextPart paragraph, Section section, List<DocumentPart> passages) {
        String heading = section.heading().orElseThrow();
        if (isRunIn(paragraph.text(), heading)) {
            String rest = paragraph.text().substring(heading.length()).replaceFirst("^[。：:、，\\s]+", "");
            passages.add(new TextPart(rest, paragraph.place()));
        }
    }
}

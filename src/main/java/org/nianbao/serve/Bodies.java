package org.nianbao.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nianbao.diagnostic.Message;

/** Reads the bodies of requests: whatever is not as the contract says is refused. */
final class Bodies {
    private Bodies() {}

    static int revision(Map<String, @Nullable Object> body) {
        return number(body.get("revision"));
    }

    /** The edits of the form. A value is one line, a list of lines, or {@code null}. */
    static List<OpenReport.ExpectedEdit> edits(Map<String, @Nullable Object> body) {
        List<OpenReport.ExpectedEdit> edits = new ArrayList<>();
        for (Map<?, ?> one : objects(body.get("edits"))) {
            Object value = one.get("value");
            FormEdit edit =
                    new FormEdit(text(one.get("path")), value == null ? List.of() : lines(value), value == null);
            edits.add(new OpenReport.ExpectedEdit(
                    edit, Optional.ofNullable(one.get("was")).map(was -> String.join("\n", lines(was)))));
        }
        return edits;
    }

    static List<TextChange> changes(Map<String, @Nullable Object> body) {
        List<TextChange> changes = new ArrayList<>();
        for (Map<?, ?> one : objects(body.get("changes"))) {
            int from = number(one.get("from"));
            int to = number(one.get("to"));
            if (from < 0 || to < from) {
                throw malformed();
            }
            changes.add(new TextChange(
                    from, to, text(one.get("insert")).replace("\r\n", "\n").replace('\r', '\n')));
        }
        return changes;
    }

    static String text(@Nullable Object value) {
        if (value instanceof String words) {
            return words;
        }
        throw malformed();
    }

    private static List<String> lines(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(Bodies::text).toList();
        }
        return List.of(text(value));
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        throw malformed();
    }

    private static List<Map<?, ?>> objects(@Nullable Object value) {
        if (!(value instanceof List<?> several)) {
            throw malformed();
        }
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object one : several) {
            if (!(one instanceof Map<?, ?> members)) {
                throw malformed();
            }
            objects.add(members);
        }
        return objects;
    }

    static RequestRefused malformed() {
        return new RequestRefused(400, Message.of("serve-bad-request"));
    }
}

package org.nianbao.input;

import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.nianbao.diagnostic.SourceSpan;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Watches an input while it is read, and stops at what no report needs, before it is kept: whatever comes out of it is
 * small, shallow, and all written out.
 */
final class EventLimits implements Parser {
    /** Levels of keys below keys; a form has five. */
    private static final int DEEPEST = 40;

    /** Keys and values; a form has a few hundred. */
    private static final int MOST = 20_000;

    private final Source source;
    private final Parser events;
    private int depth;
    private int values;
    private int documents;

    EventLimits(Source source, Parser events) {
        this.source = source;
        this.events = events;
    }

    /** Something is no good, and the rest was not read. */
    static final class LimitsExceeded extends YAMLException {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;

        private LimitsExceeded(Diagnostic diagnostic) {
            super(diagnostic.id());
            this.diagnostic = diagnostic;
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public Event getEvent() {
        Event event = events.getEvent();
        count(event);
        String id = refused(event);
        if (!id.isEmpty()) {
            int at = source.offset(event.getStartMark().getIndex());
            int end = source.offset(event.getEndMark().getIndex());
            SourceSpan place = source.between(at, Math.max(at + 1, end));
            throw new LimitsExceeded(Diagnostic.error(id, place));
        }
        return event;
    }

    private void count(Event event) {
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        values += event instanceof NodeEvent ? 1 : 0;
        documents += event instanceof DocumentStartEvent ? 1 : 0;
    }

    private String refused(Event event) {
        if (event instanceof AliasEvent) {
            return "alias";
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            return "anchor";
        }
        if (depth > DEEPEST) {
            return "too-deep";
        }
        if (values > MOST) {
            return "too-many-values";
        }
        return documents > 1 ? "second-document" : "";
    }
}

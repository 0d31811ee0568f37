package org.nianbao.input;

import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Stops parsing at the first event that no report needs: an anchor, an alias, too much depth or too many values. */
final class EventLimits extends ParserImpl {
    /** The limit of levels of keys below keys; a form has five. */
    private static final int DEEPEST = 40;

    /** The limit of keys and values; a form has a few hundred. */
    private static final int MOST = 20_000;

    private final Source source;
    private int depth;
    private int values;
    private int documents;

    EventLimits(Source source, LoaderOptions options) {
        super(new StreamReader(LeadingTabs.replaced(Bytes.yaml(source))), options);
        this.source = source;
    }

    /** An event was refused, and the rest was not read. */
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
    public Event getEvent() {
        Event event = super.getEvent();
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        values += event instanceof NodeEvent ? 1 : 0;
        documents += event instanceof DocumentStartEvent ? 1 : 0;
        if (event instanceof AliasEvent) {
            throw refused("alias", event);
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw refused("anchor", event);
        }
        if (depth > DEEPEST) {
            throw refused("too-deep", event);
        }
        if (values > MOST) {
            throw refused("too-many-values", event);
        }
        if (documents > 1) {
            throw refused("second-document", event);
        }
        return event;
    }

    private LimitsExceeded refused(String id, Event event) {
        int start = source.offset(event.getStartMark().getIndex());
        int end = source.offset(event.getEndMark().getIndex());
        return new LimitsExceeded(Diagnostic.error(id, source.between(start, Math.max(start + 1, end))));
    }
}

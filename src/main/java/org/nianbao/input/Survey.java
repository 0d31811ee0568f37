package org.nianbao.input;

import java.io.StringReader;
import java.util.List;
import org.nianbao.problem.Message;
import org.nianbao.problem.Place;
import org.nianbao.problem.Problem;
import org.nianbao.problem.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * A first look at an input, before anything of it is kept: it goes through the file once and stops at what no report
 * needs. What is read after it is small, shallow, and all written out.
 */
final class Survey {
    /** Levels of keys below keys; a form has five. */
    private static final int DEEPEST = 40;

    /** Keys and values; a form has a few hundred. */
    private static final int MOST = 20_000;

    private final Source source;
    private int depth;
    private int values;
    private int documents;

    Survey(Source source) {
        this.source = source;
    }

    /**
     * Goes through the file.
     *
     * @param problems gets the first thing that is no good
     * @return whether there is none
     * @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML up to there
     */
    boolean passes(LoaderOptions options, List<Problem> problems) {
        for (Event event : new Yaml(options).parse(new StringReader(source.text()))) {
            count(event);
            String id = refused(event);
            if (!id.isEmpty()) {
                int at = source.offset(event.getStartMark().getIndex());
                int end = source.offset(event.getEndMark().getIndex());
                Place place = source.between(at, Math.max(at + 1, end));
                problems.add(Problem.error(id, place, Message.of(id), Message.of(id + ".way-out")));
                return false;
            }
        }
        return true;
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

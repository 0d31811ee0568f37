package org.nianbao.invariant;

import java.util.List;

/** What holds for every report that is rendered. */
public interface Invariant {
    /** What is wrong with the documents of a report, one line each. */
    List<String> faults(RenderedReport report);
}

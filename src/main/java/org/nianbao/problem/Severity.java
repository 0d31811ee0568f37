package org.nianbao.problem;

/** How much a problem weighs. */
public enum Severity {
    /** Blocks rendering, unless a draft is asked for. */
    ERROR,
    /** Is told and blocks nothing. */
    WARNING
}

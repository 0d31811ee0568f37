package org.nianbao.input;

/** The few words of an input that belong to no form: they say which form it fills, and what is known of it. */
final class Words {
    /** Which form. */
    static final String FORM = "报告";

    /** Which edition, where the year does not decide. */
    static final String EDITION = "版式";

    /** The findings that stand, each with its reason. */
    static final String ACCEPTED = "核对说明";

    /** Of an accepted finding: which rule. */
    static final String RULE = "核对";

    /** Of an accepted finding: where. */
    static final String SUBJECT = "位置";

    /** Of an accepted finding about words of the prose: which words. */
    static final String QUOTE = "原文";

    /** Of an accepted finding: why it stands. */
    static final String REASON = "说明";

    private Words() {}
}

package org.nianbao.foreign;

import java.util.List;

/**
 * What a document holds.
 *
 * @param passages its paragraphs and tables, in reading order; blank paragraphs are left out
 */
public record ForeignDocument(List<DocumentPart> passages) {
    public ForeignDocument {
        passages = List.copyOf(passages);
    }
}

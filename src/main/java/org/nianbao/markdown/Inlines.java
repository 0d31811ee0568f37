package org.nianbao.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.nianbao.diagnostic.Diagnostic;
import org.nianbao.diagnostic.Diagnostics;
import org.nianbao.diagnostic.SourceSpan;
import org.nianbao.diagnostic.SourceSpans;
import org.nianbao.page.Links;

/** Writes inline content as XHTML. */
record Inlines(String path, SourceSpans places, Diagnostics diagnostics) {
    private static final Pattern DOUBLE = Pattern.compile("(?<!…)……(?!…)|(?<!—)——(?!—)");

    String of(List<Node> nodes) {
        StringBuilder out = new StringBuilder();
        nodes.forEach(node -> write(node, out));
        return out.toString();
    }

    /** Reports what is wrong in a line that shows nothing, such as a link without text. */
    void check(List<Node> nodes) {
        StringBuilder unused = new StringBuilder();
        nodes.forEach(node -> write(node, unused));
    }

    /** Writes the first sentence as a {@code b} of a class. */
    String withLead(List<Node> nodes, String level) {
        StringBuilder out = new StringBuilder("<b class=\"" + level + "\">");
        boolean lead = true;
        for (Node node : nodes) {
            String literal = node instanceof Text text ? text.getLiteral() : "";
            int stop = literal.indexOf('。');
            if (lead && stop >= 0) {
                out.append(words(literal.substring(0, stop + 1))).append("</b>");
                out.append(words(literal.substring(stop + 1)));
                lead = false;
            } else {
                write(node, out);
            }
        }
        return lead ? out.append("</b>").toString() : out.toString();
    }

    /** The text without marks. */
    static String text(List<Node> nodes) {
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            if (node instanceof Text text) {
                out.append(text.getLiteral());
            } else {
                out.append(text(children(node)));
            }
        }
        return out.toString();
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Escaped; the two halves of …… and —— stay on one line (GB/T 15834-2011, 5.1). */
    private static String words(String text) {
        return DOUBLE.matcher(escape(text)).replaceAll("<span class=\"unbroken\">$0</span>");
    }

    private void write(Node node, StringBuilder out) {
        if (node instanceof Text text) {
            out.append(words(text.getLiteral()));
        } else if (node instanceof HardLineBreak || node instanceof SoftLineBreak) {
            out.append("<br/>");
        } else if (node instanceof StrongEmphasis) {
            out.append("<strong>").append(of(children(node))).append("</strong>");
        } else if (node instanceof Emphasis) {
            out.append("<em>").append(of(children(node))).append("</em>");
        } else if (node instanceof Link link) {
            link(link, out);
        } else if (node instanceof Image image) {
            diagnostics.add(Diagnostic.error("picture-inline", place(image)));
        } else {
            out.append(of(children(node)));
        }
    }

    private void link(Link link, StringBuilder out) {
        String words = of(children(link));
        SourceSpan place = places.of(path, "[" + text(children(link)) + "](" + link.getDestination());
        if (words.isBlank() && !(link.getFirstChild() instanceof Image)) {
            diagnostics.add(Diagnostic.error("link-without-text", place, link.getDestination()));
        }
        if (Links.isSafe(link.getDestination())) {
            out.append("<a href=\"").append(escape(link.getDestination())).append("\">");
            out.append(words).append("</a>");
        } else {
            diagnostics.add(Diagnostic.error(
                    "bad-link",
                    link.getDestination().isEmpty() ? place : places.of(path, link.getDestination()),
                    link.getDestination()));
            out.append(words);
        }
    }

    /** Where a picture is typed. */
    SourceSpan place(Image image) {
        String typed = "![" + text(children(image)) + "](";
        String whole = typed + image.getDestination();
        return places.of(path, places.source().text().contains(whole) ? whole : typed);
    }
}

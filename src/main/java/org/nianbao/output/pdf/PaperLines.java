package org.nianbao.output.pdf;

import java.util.List;
import java.util.Locale;
import org.nianbao.expression.Expression;
import org.nianbao.page.BalancedLines;
import org.nianbao.page.Elements;
import org.nianbao.page.Signature;
import org.nianbao.typography.Typography;
import org.nianbao.typography.Typography.TextRole;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Breaks a long title into balanced lines and puts the signature in its place, neither of which CSS can express. */
record PaperLines(Document document, Typography typography) {
    void set() {
        Elements.named(document.getDocumentElement(), "h1").forEach(this::breakTitle);
        Elements.named(document.getDocumentElement(), "div").stream()
                .filter(div -> Elements.hasClass(div, "signed"))
                .forEach(this::place);
    }

    private void breakTitle(Element title) {
        List<Text> texts = Elements.texts(title);
        double width = PageOrientation.typography(typography, title).charactersOn(TextRole.TITLE);
        texts.forEach(text -> breakText(text, width));
    }

    private void breakText(Text text, double width) {
        replace(text, BalancedLines.of(text.getData().strip(), width, names()));
    }

    private Expression names() {
        return typography.composition().nameParts();
    }

    private void replace(Text text, List<String> lines) {
        Node parent = text.getParentNode();
        for (int i = 0; i < lines.size() - 1; i++) {
            parent.insertBefore(document.createTextNode(lines.get(i)), text);
            parent.insertBefore(document.createElementNS(parent.getNamespaceURI(), "br"), text);
        }
        text.setData(lines.get(lines.size() - 1));
    }

    private void place(Element signed) {
        Signature signature = Signature.of(
                signed,
                PageOrientation.typography(typography, signed).charactersOn(TextRole.BODY),
                typography.composition().autospace(),
                names());
        for (Element p : Elements.named(signed, "p")) {
            boolean agency = Elements.hasClass(p, "signature");
            if (agency) {
                Elements.texts(p).forEach(text -> replace(text, signature.agency()));
            }
            double left = agency ? signature.agencyLeft() : signature.dateLeft();
            p.setAttribute("style", String.format(Locale.ROOT, "margin-left: %.3fem", left));
        }
    }
}

package org.nianbao.foreign.pdf;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.nianbao.foreign.PlainText;
import org.nianbao.foreign.layout.TaggedBlock;

/** The paragraphs, headings and list items of a tagged PDF, by their marked content (ISO 32000-1, 14.7). */
final class TaggedBlocks {
    private static final Set<String> BLOCKS =
            Set.of("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Caption", "Title", "Note", "TOCI");

    /** A deeper tree, or one with more elements, is none of a report. */
    private static final int DEEPEST = 100;

    private static final int MOST_ELEMENTS = 200_000;

    private final Map<COSBase, Map<Integer, TaggedBlock>> pages = new HashMap<>();
    private final @Nullable COSDictionary roles;
    private int elements;

    private TaggedBlocks(@Nullable COSDictionary roles) {
        this.roles = roles;
    }

    /** Reads the structure tree of a document; without one there are no blocks. */
    static TaggedBlocks of(PDDocument document) {
        COSDictionary root =
                document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("StructTreeRoot"));
        TaggedBlocks blocks = new TaggedBlocks(root == null ? null : root.getCOSDictionary(COSName.ROLE_MAP));
        if (root != null) {
            blocks.children(root, null, TaggedBlock.NONE, 0, 0);
        }
        return blocks;
    }

    /** The blocks of a page by the numbers of its marked content. */
    Map<Integer, TaggedBlock> on(PDPage page) {
        return pages.getOrDefault(page.getCOSObject(), Map.of());
    }

    private void children(COSDictionary parent, @Nullable COSBase page, TaggedBlock block, int lists, int depth) {
        COSBase kids = parent.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                child(array.get(i), page, block, lists, depth);
            }
        } else if (kids != null) {
            child(kids, page, block, lists, depth);
        }
    }

    private void child(@Nullable COSBase written, @Nullable COSBase page, TaggedBlock block, int lists, int depth) {
        COSBase child = written instanceof COSObject reference ? reference.getObject() : written;
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            return;
        }
        if (child instanceof COSInteger content) {
            put(page, content.intValue(), block);
        } else if (child instanceof COSDictionary element) {
            COSBase own = element.getDictionaryObject(COSName.PG);
            COSBase at = own == null ? page : own;
            if (element.containsKey(COSName.MCID)) {
                put(at, element.getInt(COSName.MCID), block);
            } else {
                String role = role(element);
                int nested = lists + (role.equals("L") ? 1 : 0);
                children(element, at, inside(element, role, block, nested), nested, depth + 1);
            }
        }
    }

    private TaggedBlock inside(COSDictionary element, String role, TaggedBlock block, int lists) {
        if (role.equals("Figure")) {
            String words = element.getString(COSName.getPDFName("Alt"));
            return new TaggedBlock(elements, 0, words == null ? "" : PlainText.of(words));
        }
        boolean inItem = block.depth() > 0 && role.equals("P");
        return BLOCKS.contains(role) && !inItem
                ? new TaggedBlock(elements, role.equals("LI") ? Math.max(1, lists) : 0, "")
                : block;
    }

    private void put(@Nullable COSBase page, int content, TaggedBlock block) {
        if (page != null && block.number() > 0) {
            pages.computeIfAbsent(page, unused -> new HashMap<>()).put(content, block);
        }
    }

    private String role(COSDictionary element) {
        String role = String.valueOf(element.getNameAsString(COSName.S));
        String standard = roles == null ? null : roles.getNameAsString(COSName.getPDFName(role));
        return standard == null || BLOCKS.contains(role) ? role : standard;
    }
}

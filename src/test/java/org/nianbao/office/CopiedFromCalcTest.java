package org.nianbao.office;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.CopiedTables;
import org.nianbao.Workplace;

@Tag("slow")
@DisplayName("Tables that are copied from a sheet of Calc")
class CopiedFromCalcTest {
    /** As the clipboard has it: Tabs between the cells, quotation marks around a cell of several lines. */
    private static final String TEXT = "csv:Text - txt - csv (StarCalc):9,34,76,1";

    @Test
    @DisplayName("fill a blank input with one paste each")
    void fillABlankInput(@TempDir Path folder) throws Exception {
        LibreOffice office = new LibreOffice(folder);
        Workplace place = new Workplace(folder);
        CopiedTables.fillBlankInputs(place, page -> {
            List<Path> sheets = new ArrayList<>();
            for (Element table : Jsoup.parse(place.read(page)).select("table:not(.unseen)")) {
                String sheet = "<html><meta charset=\"UTF-8\">" + table.outerHtml() + "</html>";
                sheets.add(place.write("sheet-" + sheets.size() + ".xls", sheet)); // a name that Calc opens
            }
            office.convert(sheets, TEXT, folder);
            List<String> copied = new ArrayList<>();
            for (int i = 0; i < sheets.size(); i++) {
                copied.add(Files.readString(place.at("sheet-" + i + ".csv")));
            }
            return copied;
        });
    }
}

package org.nianbao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The name of another agency is found where the own one belongs, and no other words are")
class OtherAgencyTest {
    private static final List<String> SENTENCES = List.of("本报告由%s编制。", "本报告由%s负责解释。", "对本报告有疑问的，请与%s联系（电话：5782281）。");

    private static final List<String> PLACES = List.of("安澜县", "和顺区", "平安市");
    private static final List<String> OFFICES = List.of("教育局", "水务局", "档案局", "人民政府办公室", "市场监督管理局");

    @Test
    void ofEachPlaceAndOffice(@TempDir Path folder) {
        Workplace place = new Workplace(folder);
        TreeMap<String, Boolean> foreign = new TreeMap<>();
        for (int i = 0; i < PLACES.size() * OFFICES.size(); i++) {
            String where = PLACES.get(i % PLACES.size());
            String office = OFFICES.get(i % OFFICES.size());
            String own = where + office;
            String other = PLACES.get((i + 1) % PLACES.size()) + OFFICES.get((i + 2) % OFFICES.size());
            List<String> owns = List.of(
                    own, office, where.substring(2) + office, own + "办公室", "本机关", "本单位", "各有关单位", "上级主管部门", "老" + own);
            for (String name : owns) {
                foreign.put(write(place, foreign.size(), i, own, name), false);
            }
            for (String name : List.of(other, "清河县" + office)) {
                foreign.put(write(place, foreign.size(), i, own, name), true);
            }
        }
        TreeSet<String> expected = new TreeSet<>(foreign.keySet());
        expected.removeIf(file -> !foreign.get(file));
        assertEquals(expected, found(place));
    }

    /** Writes a report with one such sentence; the former name is that of an old office. */
    private static String write(Workplace place, int number, int i, String own, String name) {
        String file = String.format("in/%03d-%s.yaml", number, name);
        place.write(
                file,
                SmallReport.of(own, 2024)
                        .with("又名", "老" + own)
                        .overall("本年度按照规定公开政府信息，依法办理公开申请，各项工作平稳有序，数据见以下各表。\n"
                                + String.format(SENTENCES.get(i % SENTENCES.size()), name))
                        .toString());
        return file;
    }

    private static Set<String> found(Workplace place) {
        Set<String> found = new TreeSet<>();
        for (JsonNode file : new JsonMapper()
                .readTree(place.nianbao("check", "in", "--format", "json").out())
                .path("files")) {
            if (file.path("problems")
                    .valueStream()
                    .anyMatch(problem -> problem.path("id").asString().equals("E10"))) {
                found.add(file.path("file").asString());
            }
        }
        return found;
    }
}

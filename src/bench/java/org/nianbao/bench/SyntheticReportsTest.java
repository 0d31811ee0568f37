package org.nianbao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.Workplace;

/** Synthetic reports are as good as real ones. */
class SyntheticReportsTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsWrongWithThem() {
        Workplace place = new Workplace(folder);
        SyntheticReports.write(place.at("inputs"), 500, 300);
        Workplace.Run run = place.nianbao("check", "inputs");
        assertTrue(run.out().contains("300 files checked: 0 errors, 0 warnings"), run.out());
        assertEquals(0, run.status());
    }

    @Test
    void aReportIsTheSameWhateverElseIsMade() {
        Workplace place = new Workplace(folder);
        SyntheticReports.write(place.at("many"), 0, 20);
        SyntheticReports.write(place.at("one"), 7, 1);
        assertEquals(place.read("many/000-00-07-2025.yaml"), place.read("one/000-00-07-2025.yaml"));
    }

    @Test
    void anotherSeedGivesAnotherReportOfTheSameAgency() {
        SyntheticReport one = SyntheticReport.of(1, 7, 2025);
        SyntheticReport other = SyntheticReport.of(2, 7, 2025);
        assertEquals(one.agency(), other.agency());
        assertNotEquals(one.yaml(), other.yaml());
    }

    @Test
    void theyAreOfAllSizesThatReportsHave() {
        int[] sizes = IntStream.range(0, 600)
                .map(index -> SyntheticReport.of(1, index, 2025).yaml().length())
                .sorted()
                .toArray();
        assertTrue(
                sizes[0] < 1_500 && sizes[300] > 2_000 && sizes[599] > 4_000,
                "%d, %d, %d".formatted(sizes[0], sizes[300], sizes[599]));
    }

    @Test
    void everyAgencyOfAProvinceHasItsOwnName() {
        agenciesHaveTheirOwnNames(20_000);
    }

    @Test
    @Tag("slow")
    void everyAgencyOfAWholeCountryHasItsOwnName() {
        agenciesHaveTheirOwnNames(300_000);
    }

    private static void agenciesHaveTheirOwnNames(int number) {
        Set<String> names = new HashSet<>();
        Set<String> files = new HashSet<>();
        IntStream.range(0, number).mapToObj(index -> Agency.of(index, 2025)).forEach(agency -> {
            assertTrue(names.add(agency.name()), agency.name());
            assertTrue(files.add(agency.file()), agency.file());
        });
    }
}

package org.nianbao.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An agency that publishes a report. A city has {@value #COUNTIES} counties with {@value #OF_A_COUNTY} agencies each, and
 * {@value #OF_A_CITY} agencies of its own.
 *
 * @param name unique
 * @param city of the agency or of its county
 * @param region the county; for the city's own agencies, the city
 * @param folder of the region, in ASCII, unique
 * @param file name of its input, unique
 * @param kind how much it publishes
 */
record Agency(String name, String city, String region, String folder, String file, Kind kind) {
    static final int COUNTIES = 10;
    static final int OF_A_COUNTY = 60;
    static final int OF_A_CITY = 50;

    private static final Material WORDS = Material.SHIPPED;
    private static final int IN_ALL = COUNTIES * OF_A_COUNTY + OF_A_CITY;

    /** The kind of work, which decides the size of the figures. */
    enum Kind {
        OFFICE,
        BUSY,
        DEPARTMENT,
        TOWN
    }

    /**
     * The agency with a number.
     *
     * @param index counted from 0; the same number always gives the same agency
     */
    static Agency of(int index, int year) {
        int city = index / IN_ALL;
        int county = index % IN_ALL / OF_A_COUNTY;
        int unit = index % IN_ALL % OF_A_COUNTY;
        boolean own = county == COUNTIES;
        String cityName = place(city * (COUNTIES + 1) + COUNTIES) + "市";
        Random random = new Random(city * 31L + county);
        String region = own
                ? cityName
                : place(city * (COUNTIES + 1) + county) + "县县县县市区".charAt(random.nextInt("县县县县市区".length()));
        String folder = "%03d-%02d".formatted(city, county);
        String name = name(unit, own, random);
        return new Agency(
                region + name, cityName, region, folder, "%s-%02d-%d.yaml".formatted(folder, unit, year), kind(name));
    }

    /** The number of agencies with different names. */
    static int most() {
        return pairs("地名") / (COUNTIES + 1) * IN_ALL;
    }

    private static String name(int unit, boolean own, Random random) {
        List<String> departments = own
                ? Stream.concat(WORDS.words("部门").stream(), WORDS.words("市级部门").stream())
                        .toList()
                : WORDS.words("部门");
        if (unit == 0) {
            return "人民政府办公室";
        }
        if (unit <= departments.size()) {
            return departments.get(unit - 1);
        }
        String town = pair("镇名", random.nextInt(pairs("镇名")) + unit);
        List<String> kinds = List.of("镇人民政府", "镇人民政府", "镇人民政府", "乡人民政府", "街道办事处");
        return town + kinds.get(unit % kinds.size());
    }

    private static Kind kind(String name) {
        if (name.equals("人民政府办公室")) {
            return Kind.OFFICE;
        }
        if (name.matches(".*(?:镇人民政府|乡人民政府|街道办事处)")) {
            return Kind.TOWN;
        }
        return WORDS.words("繁忙").contains(name) ? Kind.BUSY : Kind.DEPARTMENT;
    }

    private static String place(int number) {
        return pair("地名", number);
    }

    private static int pairs(String list) {
        return WORDS.characters(list + "甲").length()
                * WORDS.characters(list + "乙").length();
    }

    /** A word of two characters. Neighbouring numbers share no character. */
    private static String pair(String list, int number) {
        String first = WORDS.characters(list + "甲");
        String second = WORDS.characters(list + "乙");
        int at = Math.floorMod(number, pairs(list));
        int turn = at / first.length();
        return "" + first.charAt(at % first.length()) + second.charAt((at % first.length() + turn) % second.length());
    }
}

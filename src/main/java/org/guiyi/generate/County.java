package org.guiyi.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A synthetic county. Resident numbers carry the county's code of before 1984, which no living person's number can carry;
 * addresses and register codes carry the present one.
 */
enum County {
    BAIRIN_LEFT("B", "巴林左旗", "内蒙古自治区赤峰市", "152422", "150422"),
    CHUXIONG("C", "楚雄市", "云南省楚雄彝族自治州", "532321", "532301");

    private final String letter;
    private final String title;
    private final String above;
    private final String numberRegion;
    private final String code;
    private final List<Township> townships;

    County(String letter, String title, String above, String numberRegion, String code) {
        this.letter = letter;
        this.title = title;
        this.above = above;
        this.numberRegion = numberRegion;
        this.code = code;
        this.townships = townships(code);
    }

    /** The first character of its persons' ids. */
    String letter() {
        return letter;
    }

    String title() {
        return title;
    }

    /** Province and prefecture, as they stand before the county in a full address. */
    String above() {
        return above;
    }

    /** The withdrawn code in resident numbers, GB/T 2260. */
    String numberRegion() {
        return numberRegion;
    }

    /** The present code, GB/T 2260. */
    String code() {
        return code;
    }

    List<Township> townships() {
        return townships;
    }

    private static List<Township> townships(String code) {
        Map<String, List<String>> villages = new LinkedHashMap<>();
        Words.table("places.csv").stream()
                .filter(place -> place.getField("county").equals(code))
                .forEach(place ->
                        villages.merge(place.getField("township"), List.of(place.getField("village")), County::joined));
        return villages.entrySet().stream()
                .map(township -> new Township(township.getKey(), township.getValue()))
                .toList();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A township with some of its villages. */
    record Township(String name, List<String> villages) {

        Township {
            villages = List.copyOf(villages);
        }

        /** Streets are town: nobody registered there is a rural left-behind child. */
        boolean rural() {
            return !name.endsWith("街道");
        }
    }
}

package org.guiyi.reply;

/** What people call a bureau. */
final class BureauName {

    private BureauName() {}

    /** Chinese with the id beside it; a dash for none. */
    static String of(String bureau) {
        return switch (bureau) {
            case "civil-affairs" -> "民政 civil-affairs";
            case "health" -> "卫健 health";
            case "education" -> "教育 education";
            default -> bureau.isEmpty() ? "—" : bureau;
        };
    }
}

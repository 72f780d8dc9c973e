package org.guiyi.generate;

/** A problem that validation is expected to find in a row. */
record Flaw(String field, String code, Severity severity) {

    /** How grave it is. */
    enum Severity {
        REJECT("reject"),
        BLOCK("block"),
        NOTICE("notice");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}

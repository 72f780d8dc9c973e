package org.guiyi.generate;

import java.time.YearMonth;

/** One payment to an elder. */
record Benefit(Category category, int yuan, YearMonth from, YearMonth to, String paymentType, String paymentResult) {

    /** The benefit's name on the roster. */
    enum Category {
        OLD_AGE("高龄津贴"),
        SERVICE("养老服务补贴"),
        CARE("护理补贴");

        private final String title;

        Category(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}

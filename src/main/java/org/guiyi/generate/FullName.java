package org.guiyi.generate;

import java.util.ArrayList;
import java.util.List;

/** A name in its pieces: a Han surname (empty where a people has none) and the parts of the given name. */
record FullName(Custom custom, String surname, List<String> given) {

    /** How a people joins the pieces. */
    enum Custom {
        HAN,
        MONGOL,
        DOTTED
    }

    FullName {
        given = List.copyOf(given);
    }

    /** The name as the household register has it. */
    String text() {
        String own = String.join("", given);
        return custom == Custom.DOTTED ? surname + "·" + own : surname + own;
    }

    FullName withGiven(int part, String text) {
        List<String> changed = new ArrayList<>(given);
        changed.set(part, text);
        return new FullName(custom, surname, changed);
    }

    int characters() {
        String text = text();
        return text.codePointCount(0, text.length());
    }
}

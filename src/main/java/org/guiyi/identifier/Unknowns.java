package org.guiyi.identifier;

import org.jspecify.annotations.Nullable;

/** Solves what the check digit and the birth date leave of a pattern. */
final class Unknowns {

    private Unknowns() {}

    /** The only whole number a pattern with a single {@code *} can stand for, or null. */
    static @Nullable String onlySolution(String pattern) {
        int at = pattern.indexOf('*');
        if (at < 0 || at != pattern.lastIndexOf('*')) {
            return null;
        }
        String options = at == ResidentDigits.LENGTH - 1 ? "0123456789X" : "0123456789";
        String found = null;
        for (int i = 0; i < options.length(); i++) {
            String tried = pattern.substring(0, at) + options.charAt(i) + pattern.substring(at + 1);
            if (ResidentId.holds(tried)) {
                if (found != null) {
                    return null;
                }
                found = tried;
            }
        }
        return found;
    }
}

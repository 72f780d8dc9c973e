package org.guiyi.erasure;

import java.util.List;

/**
 * What identifies a person who is to be erased.
 *
 * @param ids the person id and those that were merged into it
 * @param numbers trusted whole numbers of every kind
 * @param unnumbered names with birth dates from rows that show no trusted number
 */
record ErasedPerson(List<Long> ids, List<Long> records, List<String> numbers, List<Who> unnumbered) {

    ErasedPerson {
        ids = List.copyOf(ids);
        records = List.copyOf(records);
        numbers = List.copyOf(numbers);
        unnumbered = List.copyOf(unnumbered);
    }

    /** A name as matched and a birth date. */
    record Who(String nameKey, String birth) {

        @Override
        public String toString() {
            return "Who";
        }
    }

    /** Never the numbers. */
    @Override
    public String toString() {
        return "ErasedPerson" + ids;
    }
}

package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is who among some records: labels that are equal for records of one person. Records without a label don't count. */
public final class Truth {

    private final Map<Long, Integer> persons = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Says whose a record is. */
    public void add(long record, String person) {
        persons.put(record, numbers.computeIfAbsent(person, label -> numbers.size()));
    }

    /** How many records have a label. */
    public int size() {
        return persons.size();
    }

    /** The person of each place of some records, -1 for unknown. */
    int[] of(Records records) {
        int[] persons = new int[records.size()];
        for (int place = 0; place < persons.length; place++) {
            persons[place] = this.persons.getOrDefault(records.id(place), -1);
        }
        return persons;
    }

    /** The places of each person's records. */
    List<int[]> groups(Records records) {
        int[] persons = of(records);
        int[] sizes = new int[numbers.size()];
        for (int person : persons) {
            if (person >= 0) {
                sizes[person]++;
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int size : sizes) {
            groups.add(new int[size]);
        }
        for (int place = persons.length - 1; place >= 0; place--) {
            if (persons[place] >= 0) {
                groups.get(persons[place])[--sizes[persons[place]]] = place;
            }
        }
        return groups;
    }
}

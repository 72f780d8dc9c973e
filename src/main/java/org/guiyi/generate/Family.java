package org.guiyi.generate;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The people of one household and what they share.
 *
 * @param residence where they live, as a clerk of the county writes it: the village, unless they moved
 */
record Family(
        County county,
        int number,
        County.Township township,
        String village,
        String residence,
        Away away,
        Map<Slot, Person> people) {

    /** Which parents work in another county, six months and more. */
    enum Away {
        BOTH,
        ONE_OTHER_UNABLE,
        ONE,
        NONE
    }

    Family {
        people = Collections.unmodifiableMap(new EnumMap<>(people));
    }

    Collection<Person> persons() {
        return people.values();
    }

    List<Person> children() {
        return people.values().stream().filter(person -> person.slot().child()).toList();
    }

    Optional<Person> member(Slot slot) {
        return Optional.ofNullable(people.get(slot));
    }

    String fatherName() {
        return member(Slot.FATHER).map(father -> father.name().text()).orElse("");
    }

    String motherName() {
        return member(Slot.MOTHER).map(mother -> mother.name().text()).orElse("");
    }

    /** The village in the county, as a clerk writes it who takes the province for granted. */
    String address() {
        return county.title() + township.name() + village;
    }
}

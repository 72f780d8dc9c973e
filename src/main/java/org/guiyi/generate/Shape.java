package org.guiyi.generate;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a family consists of, by its number modulo {@link #CLASSES}: 42 of 62 classes are homes with children (two of them with
 * twins), 20 are elders living alone or as a couple. Shapes and age gaps depend on the class alone, which is what keeps two
 * families from ever sharing a resident number ({@link Lineage}).
 */
record Shape(int of) {

    static final int CLASSES = 62;
    private static final int WITH_CHILDREN = 42;

    static Shape ofFamily(int family) {
        return new Shape(family % CLASSES);
    }

    boolean withChildren() {
        return of < WITH_CHILDREN;
    }

    /** Whether the first two children are twins. */
    boolean twins() {
        return of == 38 || of == 40;
    }

    Set<Slot> slots() {
        return withChildren() ? home() : elders();
    }

    private Set<Slot> home() {
        EnumSet<Slot> slots = EnumSet.of(Slot.FIRST_CHILD, Slot.FATHER, Slot.MOTHER);
        if (of >= 14) {
            slots.add(Slot.SECOND_CHILD);
        }
        if (of >= 34 && of <= 38) {
            slots.add(Slot.THIRD_CHILD);
        }
        if (of % 7 != 3) {
            slots.add(Slot.GRANDFATHER);
        }
        if (of % 5 != 4) {
            slots.add(Slot.GRANDMOTHER);
        }
        if (of % 3 == 0) {
            slots.add(Slot.MATERNAL_GRANDMOTHER);
        }
        return slots;
    }

    private Set<Slot> elders() {
        return switch (of % 4) {
            case 0, 1 -> EnumSet.of(Slot.GRANDFATHER, Slot.GRANDMOTHER);
            case 2 -> EnumSet.of(Slot.GRANDMOTHER);
            default -> EnumSet.of(Slot.GRANDFATHER);
        };
    }
}

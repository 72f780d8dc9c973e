package org.guiyi.generate;

/** A person's place in the family; its ordinal is part of the resident number's sequence. */
enum Slot {
    FIRST_CHILD("child"),
    SECOND_CHILD("child"),
    THIRD_CHILD("child"),
    FATHER("parent"),
    MOTHER("parent"),
    GRANDFATHER("grandparent"),
    GRANDMOTHER("grandparent"),
    MATERNAL_GRANDMOTHER("grandparent");

    private final String generation;

    Slot(String generation) {
        this.generation = generation;
    }

    boolean child() {
        return generation.equals("child");
    }

    boolean parent() {
        return generation.equals("parent");
    }

    boolean grandparent() {
        return generation.equals("grandparent");
    }
}

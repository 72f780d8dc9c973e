package org.guiyi.generate;

/** Who looks after a child, and as what. */
record Carer(Person person) {

    /** The relation to the child by GB/T 4761. */
    String relation() {
        return switch (person.slot()) {
            case FATHER -> "父亲";
            case MOTHER -> "母亲";
            case GRANDFATHER -> "祖父";
            case GRANDMOTHER -> "祖母";
            case MATERNAL_GRANDMOTHER -> "外祖母";
            case FIRST_CHILD, SECOND_CHILD, THIRD_CHILD -> "兄弟姐妹";
        };
    }

    /** The same in the words of the village. */
    String spokenRelation() {
        return switch (person.slot()) {
            case FATHER -> "父亲";
            case MOTHER -> "母亲";
            case GRANDFATHER -> "爷爷";
            case GRANDMOTHER -> "奶奶";
            case MATERNAL_GRANDMOTHER -> "外婆";
            case FIRST_CHILD, SECOND_CHILD, THIRD_CHILD -> "兄弟姐妹";
        };
    }
}

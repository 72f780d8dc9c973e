package org.guiyi.matching;

/** What happened to a person's id between two clusterings. */
public sealed interface IdEvent {

    /** All that is left of a person went to another one; whoever asks for {@code from} is sent to {@code into}. */
    record Merged(long from, long into) implements IdEvent {}

    /**
     * Some of a person's records went elsewhere while the person lives on or was merged.
     *
     * @param into the person who has the records now
     * @param records how many went
     */
    record Split(long from, long into, int records) implements IdEvent {}

    /** None of the person's records is left. */
    record Ended(long person) implements IdEvent {}
}

package org.guiyi.intake;

/** Whether a file can take the place of a submission. */
public sealed interface Successor {

    /** It is registered as a submission of its own, which names the one that it replaces. */
    record Registered(Submission submission) implements Successor {}

    /** It cannot; nothing was registered. */
    record Unfit(Bilingual why) implements Successor {}
}

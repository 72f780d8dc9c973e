package org.guiyi.protection;

/**
 * What identity and account numbers are protected with.
 *
 * @param cipher encrypt the numbers; the last one is used for new ones
 * @param index makes the tokens that stand for them
 * @param suite the algorithms for what is new; what was made with others stays readable
 */
public record NumberKeys(KeyRing cipher, KeyRing index, Suite suite) {}

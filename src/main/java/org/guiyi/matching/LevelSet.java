package org.guiyi.matching;

/**
 * Some levels of one comparison.
 *
 * @param comparison the comparison's place
 * @param levels one bit per level number; bit 0 is "missing"
 */
record LevelSet(int comparison, int levels) {

    boolean holds(long pattern) {
        return (levels >>> AgreementPattern.level(pattern, comparison) & 1) != 0;
    }
}

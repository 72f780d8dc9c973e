package org.guiyi.generate;

import java.time.YearMonth;

/** Finds how many families a county must have. */
final class Census {

    private Census() {}

    /** The fewest families that have at least so many persons together. */
    static int families(County county, long seed, YearMonth period, int persons) {
        FamilyMaker maker = new FamilyMaker(county, seed, period, Lineage.MOST_FAMILIES, Rows.DECIDABLE);
        int family = 0;
        for (int counted = 0; counted < persons; family++) {
            counted += maker.size(family);
        }
        return family;
    }

    /** A county whose families have exactly so many left-behind children; later children of the last family are not. */
    static Population withLeftBehind(County county, long seed, YearMonth period, int children) {
        Population endless = Population.decidable(
                county, seed, period, families(county, seed, period, children * 20), Long.MAX_VALUE);
        int counted = 0;
        for (Family family : Loops.over(endless.all())) {
            for (Person child : family.children()) {
                if (endless.rolls().leftBehind(family, child) && ++counted == children) {
                    return Population.decidable(county, seed, period, family.number() + 1, child.order());
                }
            }
        }
        throw new IllegalStateException("too few left-behind children: " + counted);
    }
}

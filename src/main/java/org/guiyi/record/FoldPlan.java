package org.guiyi.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What must be taken back and what applied, for one feed, to go from one set of effective processings to another: everything
 * in the touched scopes from the first difference in canonical order on.
 *
 * @param retire processings whose versions are taken back
 * @param apply processings to apply, in canonical order
 */
public record FoldPlan(List<ProcessingPosition> retire, List<ProcessingPosition> apply) {

    public FoldPlan {
        retire = List.copyOf(retire);
        apply = List.copyOf(apply);
    }

    /** The shortest way from {@code before} to {@code after}; both of one feed, in any order. */
    public static FoldPlan between(Collection<ProcessingPosition> before, Collection<ProcessingPosition> after) {
        Set<String> touched = touchedScopes(before, after);
        List<ProcessingPosition> old = inScopes(before, touched);
        List<ProcessingPosition> wanted = inScopes(after, touched);
        int same = commonPrefix(old, wanted);
        return new FoldPlan(old.subList(same, old.size()), wanted.subList(same, wanted.size()));
    }

    public boolean isEmpty() {
        return retire.isEmpty() && apply.isEmpty();
    }

    private static Set<String> touchedScopes(
            Collection<ProcessingPosition> before, Collection<ProcessingPosition> after) {
        Set<ProcessingPosition> changed = new HashSet<>(before);
        changed.removeAll(new HashSet<>(after));
        Set<ProcessingPosition> added = new HashSet<>(after);
        added.removeAll(new HashSet<>(before));
        changed.addAll(added);
        Set<String> scopes = new HashSet<>();
        changed.forEach(position -> scopes.addAll(position.scopes()));
        return closure(scopes, Stream.concat(before.stream(), after.stream()).toList());
    }

    /** A file of several schools ties these schools' fates together. */
    private static Set<String> closure(Set<String> scopes, List<ProcessingPosition> all) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (ProcessingPosition position : all) {
                if (!Collections.disjoint(position.scopes(), scopes)) {
                    grew |= scopes.addAll(position.scopes());
                }
            }
        }
        return scopes;
    }

    private static List<ProcessingPosition> inScopes(Collection<ProcessingPosition> all, Set<String> scopes) {
        Predicate<ProcessingPosition> touched = position -> !Collections.disjoint(position.scopes(), scopes);
        List<ProcessingPosition> chosen =
                new ArrayList<>(all.stream().filter(touched).toList());
        Collections.sort(chosen);
        return chosen;
    }

    private static int commonPrefix(List<ProcessingPosition> old, List<ProcessingPosition> wanted) {
        int same = 0;
        while (same < old.size() && same < wanted.size() && old.get(same).equals(wanted.get(same))) {
            same++;
        }
        return same;
    }
}

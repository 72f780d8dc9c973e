package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How well a village was linked, in pairs of rows. */
record Quality(long truePairs, long joined, long joinedRightly, long reviewedRightly, long reviewed) {

    static Quality of(Roster village, LinkageResult result) {
        Map<Integer, List<Long>> rows = new HashMap<>();
        Map<Long, Integer> truth = new HashMap<>();
        for (Roster.Row row : village.rows()) {
            rows.computeIfAbsent(row.person, p -> new ArrayList<>()).add(row.id);
            truth.put(row.id, row.person);
        }
        long truePairs = 0;
        long joinedRightly = 0;
        for (List<Long> own : rows.values()) {
            for (int i = 0; i < own.size(); i++) {
                for (int j = i + 1; j < own.size(); j++) {
                    truePairs++;
                    joinedRightly += result.clusters().together(own.get(i), own.get(j)) ? 1 : 0;
                }
            }
        }
        long joined = result.clusters().list().stream()
                .mapToLong(cluster -> (long) cluster.size() * (cluster.size() - 1) / 2)
                .sum();
        Set<Link> review = new HashSet<>();
        long rightly = 0;
        for (Link link : result.links()) {
            if (link.decision() == Decision.REVIEW && !result.clusters().together(link.a(), link.b())) {
                review.add(link);
                rightly += Objects.equals(truth.get(link.a()), truth.get(link.b())) ? 1 : 0;
            }
        }
        return new Quality(truePairs, joined, joinedRightly, rightly, review.size());
    }

    double precision() {
        return (double) joinedRightly / joined;
    }

    double recall() {
        return (double) joinedRightly / truePairs;
    }

    double recallWithReview() {
        return (double) (joinedRightly + reviewedRightly) / truePairs;
    }
}

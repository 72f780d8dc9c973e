package org.guiyi.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.person.GoldenField.Reading;

/**
 * The golden values (采信值) of a person, each with the member that gave it and why it went before the others.
 *
 * <p>A value from rows with a trusted number goes before one from rows without; then the one more sources say; then the one
 * said last. The answer does not depend on the order of the members.
 */
record GoldenPerson(long personId, int records, LocalDate validFrom, List<Chosen> values) {

    /** A chosen value. */
    record Chosen(GoldenField field, String value, Member source, String sourceField, String reason) {}

    static GoldenPerson of(long personId, List<Member> members) {
        List<Chosen> chosen = new ArrayList<>();
        for (GoldenField field : GoldenField.values()) {
            choose(field, members).ifPresent(chosen::add);
        }
        LocalDate since = members.stream()
                .map(Member::since)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        return new GoldenPerson(personId, members.size(), since, List.copyOf(chosen));
    }

    private static Optional<Chosen> choose(GoldenField field, List<Member> members) {
        Map<String, Votes> byValue = new HashMap<>();
        int sources = 0;
        for (Member member : members) {
            Optional<Reading> reading = field.read(member.evidence());
            if (reading.isPresent()) {
                sources++;
                byValue.computeIfAbsent(reading.get().value(), Votes::new).add(member, reading.get());
            }
        }
        int all = sources;
        return byValue.values().stream().max(Votes.WEIGHT).map(votes -> votes.chosen(field, byValue.size(), all));
    }

    /** Who says one value. */
    private static final class Votes {
        static final Comparator<Votes> WEIGHT = Comparator.<Votes>comparingInt(votes -> votes.readable)
                .thenComparingInt(votes -> Math.min(votes.trusted, 1))
                .thenComparingInt(votes -> votes.count)
                .thenComparing(votes -> votes.best().member().order())
                .thenComparing(votes -> votes.value);

        private static final Comparator<Source> GOOD = Comparator.<Source>comparingInt(
                        source -> source.member.evidence().trusted() ? 1 : 0)
                .thenComparing(source -> source.member.order());

        private final String value;
        private final int readable;
        private final List<Source> sources = new ArrayList<>();
        private int count;
        private int trusted;

        Votes(String value) {
            this.value = value;
            this.readable = value.indexOf('?') < 0 && value.indexOf('\u25a1') < 0 ? 1 : 0;
        }

        private record Source(Member member, String field) {}

        void add(Member member, Reading reading) {
            sources.add(new Source(member, reading.field()));
            count++;
            trusted += member.evidence().trusted() ? 1 : 0;
        }

        Source best() {
            return sources.stream().max(GOOD).orElseThrow();
        }

        Chosen chosen(GoldenField field, int values, int all) {
            Source source = best();
            return new Chosen(field, value, source.member, source.field, reason(values, all));
        }

        private String reason(int values, int all) {
            if (values == 1) {
                return all == 1 ? "唯一来源" : "各来源一致";
            }
            return (trusted > 0 ? "与可信证件号同行；" : "") + count + "/" + all + " 个来源；最近报送期 "
                    + best().member().period();
        }
    }
}

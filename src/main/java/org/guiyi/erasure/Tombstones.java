package org.guiyi.erasure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.guiyi.protection.KeyRing;
import org.guiyi.protection.Keys;
import org.guiyi.protection.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is left of persons who were erased by order: keyed digests, from which nobody can be read. */
@Repository
public class Tombstones {

    private final JdbcClient jdbc;
    private final KeyRing keys;

    Tombstones(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys.erasure();
    }

    /** All tombstones, to be asked for many rows by several threads. */
    public static final class Known {

        private final KeyRing keys;
        private final Set<String> numbers;
        private final Set<String> names;

        private Known(KeyRing keys, Set<String> numbers, Set<String> names) {
            this.keys = keys;
            this.numbers = Set.copyOf(numbers);
            this.names = Set.copyOf(names);
        }

        public boolean isEmpty() {
            return numbers.isEmpty() && names.isEmpty();
        }

        boolean hasNumber(String value) {
            return has(numbers, TombstoneKind.ofNumber(value));
        }

        boolean hasName(String nameKey, String birth) {
            return has(names, TombstoneKind.ofName(nameKey, birth));
        }

        private boolean has(Set<String> known, Message message) {
            return !known.isEmpty()
                    && keys.everyMac(message).map(HexFormat.of()::formatHex).anyMatch(known::contains);
        }
    }

    public Known all() {
        return new Known(keys, of(TombstoneKind.number), of(TombstoneKind.name));
    }

    private Set<String> of(TombstoneKind kind) {
        return new HashSet<>(jdbc.sql("select encode(mac, 'hex') from register.tombstone where kind = ?")
                .param(kind.name())
                .query(String.class)
                .list());
    }

    /** @return the keyed digests of the numbers in hexadecimal */
    List<String> put(ErasedPerson person, Instant at) {
        List<byte[]> numbers = person.numbers().stream()
                .map(value -> keys.sign(TombstoneKind.ofNumber(value)).mac())
                .toList();
        numbers.forEach(mac -> put(TombstoneKind.number, mac, at));
        person.unnumbered()
                .forEach(who -> put(
                        TombstoneKind.name,
                        keys.sign(TombstoneKind.ofName(who.nameKey(), who.birth()))
                                .mac(),
                        at));
        return numbers.stream().map(HexFormat.of()::formatHex).toList();
    }

    private void put(TombstoneKind kind, byte[] mac, Instant at) {
        jdbc.sql("insert into register.tombstone (kind, mac, erased_at) values (?, ?, ?) on conflict do nothing")
                .params(kind.name(), mac, Timestamp.from(at))
                .update();
    }
}

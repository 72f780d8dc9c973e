package org.guiyi.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.guiyi.database.CopyRows;
import org.guiyi.database.Digest;
import org.guiyi.database.JsonText;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.KeyAlias;
import org.guiyi.feed.Related;
import org.guiyi.identifier.DocumentType;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.identifier.NameFlag;
import org.guiyi.identifier.PersonName;
import org.guiyi.protection.NumberTokens;
import org.guiyi.validation.JudgedRow;
import org.guiyi.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Lines for {@code register.staged_record}: what a judged row says of its subject and of related persons with a trusted
 * number, with the digests of the key aliases under which it is known again.
 *
 * <p>Fields are stored under their names. Beside an identity number stand {@code NAME~trusted}, {@code NAME~pattern} (what is
 * left of a damaged one) and {@code NAME~student_number} or {@code NAME~disability_certificate} found inside it.
 */
public final class RecordLines {

    /** The COPY target that these lines fit. */
    public static final String TARGET = """
            register.staged_record (processing_id, row_seq, role, usable, scope, key1, key2, key3, key4, content, name_key, \
            name_sound, birth, id_digits, id_stem, \
            id_whole, fields)""";

    /** The first key is the alias by the subject's own number, the second and third name somebody else or another number. */
    private static final int SPECIFIC_KEYS = 2;

    /** Region and birth date of an identity number. */
    private static final int STEM = 14;

    /** What many people share: an alias of nothing else is the fourth key, good only from one delivery to the next. */
    private static final Set<FieldRole> COMMON = EnumSet.of(
            FieldRole.NAME,
            FieldRole.SEX,
            FieldRole.BIRTH_DATE,
            FieldRole.ETHNIC,
            FieldRole.INSTITUTION_NAME,
            FieldRole.INSTITUTION_CODE,
            FieldRole.INSTITUTION_CREDIT_CODE);

    private static final List<DocumentType> INSIDE =
            List.of(DocumentType.STUDENT_NUMBER, DocumentType.DISABILITY_CERTIFICATE);

    private final FeedDefinition feed;
    private final long processing;
    private final CopyRows lines;
    private final NumberTokens numbers;
    private final List<Field> fields;
    private final Optional<Field> name;
    private final Optional<Field> birth;
    private final Optional<Field> number;
    private final @Nullable Alias byNumber;
    private final List<Alias> specific;
    private final @Nullable Alias common;
    private final List<Relative> relatives;
    private final JsonText json = new JsonText();
    private Set<Integer> unsaid = Set.of();

    public RecordLines(FeedDefinition feed, long processing, CopyRows lines, NumberTokens numbers) {
        this.feed = feed;
        this.processing = processing;
        this.lines = lines;
        this.numbers = numbers;
        this.fields = feed.fields();
        this.name = feed.find(FieldRole.NAME);
        this.birth = feed.find(FieldRole.BIRTH_DATE);
        this.number = feed.find(FieldRole.RESIDENT_ID);
        this.byNumber = first(feed, this::byNumber).map(key -> alias(1, key)).orElse(null);
        this.specific = specific();
        this.common = first(feed, this::common)
                .map(key -> alias(SPECIFIC_KEYS + 2, key))
                .orElse(null);
        this.relatives = feed.related().stream().map(this::relative).toList();
    }

    /** A key alias with the places of its fields. */
    private record Alias(String strength, int[] fields) {}

    /** A related person with the places of its fields; -1 where the feed has none. */
    private record Relative(String role, int name, int number, int relation, int phone) {}

    private static Optional<KeyAlias> first(FeedDefinition feed, Predicate<KeyAlias> wanted) {
        return feed.keys().stream().filter(wanted).findFirst();
    }

    private List<Alias> specific() {
        List<KeyAlias> keys = feed.keys().stream()
                .filter(key -> !byNumber(key) && !common(key))
                .limit(SPECIFIC_KEYS)
                .toList();
        return IntStream.range(0, keys.size())
                .mapToObj(place -> alias(place + 2, keys.get(place)))
                .toList();
    }

    private Alias alias(int strength, KeyAlias key) {
        return new Alias(
                Integer.toString(strength),
                key.fields().stream().mapToInt(feed::indexOf).toArray());
    }

    private Relative relative(Related related) {
        return new Relative(
                related.role().key(),
                feed.indexOf(related.name()),
                place(related.residentId()),
                place(related.relation()),
                place(related.phone()));
    }

    private int place(Optional<String> field) {
        return field.map(feed::indexOf).orElse(-1);
    }

    /** Adds the records of a row. */
    public void add(int rowSeq, String scope, JudgedRow row) {
        add(rowSeq, scope, row, Set.of());
    }

    /** @param unsaid the places of fields that may not be kept */
    public void add(int rowSeq, String scope, JudgedRow row, Set<Integer> unsaid) {
        this.unsaid = unsaid;
        boolean usable = row.verdict() == Verdict.ACCEPTED;
        addSubject(rowSeq, scope, row, usable);
        if (usable) {
            relatives.forEach(related -> addRelated(rowSeq, scope, row, related));
        }
    }

    private void addSubject(int rowSeq, String scope, JudgedRow row, boolean usable) {
        CharSequence said = said(row);
        Digest content = Digest.of(said);
        lines.number(processing).number(rowSeq).text("subject").flag(usable).text(scope);
        lines.digest(usable && byNumber != null ? key(scope, row, byNumber) : null);
        for (int place = 0; place < SPECIFIC_KEYS; place++) {
            lines.digest(usable && place < specific.size() ? key(scope, row, specific.get(place)) : null);
        }
        lines.digest(usable && common != null ? key(scope, row, common) : null);
        Optional<PersonName> who = name.flatMap(field -> row.name(field.index()));
        lines.digest(content).text(readable(who)).text(sound(who)).text(birthOf(row));
        digits(digitsOf(row));
        lines.text(said).endRow();
    }

    /** What is known of a number, and what cannot be told from its token. */
    private void digits(@Nullable String digits) {
        if (digits == null) {
            lines.absent().absent().absent();
        } else {
            lines.text(numbers.whole(digits))
                    .text(numbers.blind(digits.substring(0, Math.min(STEM, digits.length()))))
                    .flag(digits.indexOf('*') < 0);
        }
    }

    /** A value as it may be stored. */
    private String kept(Field field, String value) {
        if (field.holdsNumbers()) {
            return numbers.whole(value);
        }
        return field.mayHoldNumbers() ? numbers.within(value) : value;
    }

    private CharSequence said(JudgedRow row) {
        json.clear().beginObject();
        for (Field field : fields) {
            if (unsaid.contains(field.index())) {
                continue;
            }
            String value = row.value(field.index());
            if (value != null) {
                json.member(field.name(), kept(field, value));
            }
            row.identity(field.index()).ifPresent(reading -> sayNumber(field, row, reading));
        }
        return json.endObject().text();
    }

    private void sayNumber(Field field, JudgedRow row, IdentityReading reading) {
        if (row.trusted(field.index())) {
            json.member(field.name() + "~trusted", "1");
        } else {
            reading.pattern().ifPresent(pattern -> json.member(field.name() + "~pattern", numbers.whole(pattern)));
        }
        for (DocumentType document : INSIDE) {
            reading.split(document)
                    .ifPresent(inside -> json.member(
                            field.name() + "~" + document.name().toLowerCase(java.util.Locale.ROOT),
                            numbers.whole(inside)));
        }
    }

    /** The digest of a key alias within feed and scope, or null when a part of it is missing or can't be relied on. */
    private @Nullable Digest key(String scope, JudgedRow row, Alias alias) {
        String[] parts = new String[alias.fields.length + 3];
        parts[0] = feed.id().value();
        parts[1] = scope;
        parts[2] = alias.strength;
        for (int i = 0; i < alias.fields.length; i++) {
            String part = part(row, alias.fields[i]);
            if (part == null) {
                return null;
            }
            parts[i + 3] = part;
        }
        return Digest.of(parts);
    }

    private @Nullable String part(JudgedRow row, int field) {
        Optional<PersonName> named = row.name(field);
        if (named.isPresent()) {
            return named.get().has(NameFlag.WEAK) ? null : readable(named);
        }
        if (row.identity(field).isPresent() && !row.trusted(field)) {
            return null;
        }
        String value = row.value(field);
        return value == null ? null : kept(fields.get(field), value);
    }

    private void addRelated(int rowSeq, String scope, JudgedRow row, Relative related) {
        String identity = related.number < 0 || unsaid.contains(related.number) || !row.trusted(related.number)
                ? null
                : row.value(related.number);
        if (identity == null) {
            return;
        }
        Optional<PersonName> who = row.name(related.name);
        String kept = numbers.whole(identity);
        CharSequence said = saidOf(row, related, kept);
        Digest content = Digest.of(said);
        lines.number(processing)
                .number(rowSeq)
                .text(related.role)
                .flag(true)
                .text(scope)
                .digest(Digest.of(feed.id().value(), scope, related.role, kept))
                .absent()
                .absent()
                .absent()
                .digest(content)
                .text(readable(who))
                .text(sound(who))
                .absent();
        digits(identity);
        lines.text(said).endRow();
    }

    private CharSequence saidOf(JudgedRow row, Relative related, String identity) {
        json.clear().beginObject().member("resident_id", identity).member("resident_id~trusted", "1");
        sayRelated("name", related.name, row);
        sayRelated("relation", related.relation, row);
        sayRelated("phone", related.phone, row);
        return json.endObject().text();
    }

    private void sayRelated(String member, int field, JudgedRow row) {
        String value = field < 0 ? null : row.value(field);
        if (value != null) {
            json.member(member, kept(fields.get(field), value));
        }
    }

    private boolean byNumber(KeyAlias alias) {
        return number.isPresent() && alias.fields().contains(number.get().name());
    }

    private boolean common(KeyAlias alias) {
        return alias.fields().stream()
                .map(field -> fields.get(feed.indexOf(field)).role())
                .allMatch(role -> role.isEmpty() || COMMON.contains(role.get()));
    }

    private @Nullable String readable(Optional<PersonName> name) {
        String key = name.map(PersonName::key).orElse("");
        return key.isEmpty() || key.indexOf('?') >= 0 ? null : numbers.within(key);
    }

    private @Nullable String sound(Optional<PersonName> name) {
        String sound = name.map(PersonName::sound).orElse("");
        return sound.isEmpty() || sound.indexOf('?') >= 0 ? null : numbers.within(sound);
    }

    private @Nullable String birthOf(JudgedRow row) {
        return birth.map(field -> row.value(field.index()))
                .or(() -> number.flatMap(field -> row.identity(field.index()))
                        .flatMap(IdentityReading::birthDate)
                        .map(Object::toString))
                .orElse(null);
    }

    private @Nullable String digitsOf(JudgedRow row) {
        return number.flatMap(field -> row.identity(field.index()))
                .flatMap(reading -> reading.number().or(reading::pattern))
                .orElse(null);
    }
}

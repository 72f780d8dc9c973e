package org.guiyi.erasure;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.FieldType;
import org.guiyi.feed.Related;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.identifier.PersonName;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProblemLines.RowProblem;
import org.guiyi.validation.JudgedRow;

/** Tells what of a feed's rows is about somebody who was erased by order. Asked by several threads. */
public final class ErasedInRow {

    static final String CODE = "ERASED";
    static final Bilingual MESSAGE = new Bilingual(
            "此人已依令删除，这一行不再登记，内容未保存。如不是同一人，请补齐完整证件号后再报",
            "this person was erased by order: the row is not taken and its content is not kept; if it is somebody else, add"
                    + " the whole identity number");

    private final FeedDefinition feed;
    private final Tombstones.Known tombstones;

    public ErasedInRow(FeedDefinition feed, Tombstones.Known tombstones) {
        this.feed = feed;
        this.tombstones = tombstones;
    }

    /** What is said instead of the row. */
    public static RowProblem problem() {
        return new RowProblem(CODE, Severity.REJECT, null, -1, "", MESSAGE, null);
    }

    public boolean nobody() {
        return tombstones.isEmpty();
    }

    /** Whether the row is about an erased person. */
    public boolean subject(JudgedRow row) {
        Optional<Field> number = feed.find(FieldRole.RESIDENT_ID);
        if (number.isPresent() && row.trusted(number.get().index())) {
            return hasNumber(row, number.get());
        }
        return feed.fields().stream().anyMatch(field -> isOwnNumber(field) && hasNumber(row, field)) || hasName(row);
    }

    /** The fields of related persons who were erased, by their place in the definition. */
    public Set<Integer> related(JudgedRow row) {
        Set<Integer> fields = new HashSet<>();
        for (Related related : feed.related()) {
            Optional<Field> number = related.residentId().flatMap(feed::find);
            if (number.isPresent() && hasNumber(row, number.get())) {
                fields(feed, related).forEach(field -> fields.add(field.index()));
            }
        }
        return fields;
    }

    /** Everything a feed says of a related person. */
    static Set<Field> fields(FeedDefinition feed, Related related) {
        Set<Field> fields = new HashSet<>();
        feed.find(related.name()).ifPresent(fields::add);
        related.residentId().flatMap(feed::find).ifPresent(fields::add);
        related.relation().flatMap(feed::find).ifPresent(fields::add);
        related.phone().flatMap(feed::find).ifPresent(fields::add);
        return fields;
    }

    private static boolean isOwnNumber(Field field) {
        return field.related().isEmpty()
                && (field.type() == FieldType.IDENTITY
                        || field.type() == FieldType.STUDENT_NUMBER
                        || field.type() == FieldType.DISABILITY_CERTIFICATE
                        || field.type() == FieldType.BIRTH_CERTIFICATE);
    }

    private boolean hasNumber(JudgedRow row, Field field) {
        String value = row.value(field.index());
        return value != null && tombstones.hasNumber(value);
    }

    private boolean hasName(JudgedRow row) {
        String name = feed.find(FieldRole.NAME)
                .flatMap(field -> row.name(field.index()))
                .map(PersonName::key)
                .orElse("");
        String birth = birth(row).orElse("");
        return !name.isEmpty() && !birth.isEmpty() && tombstones.hasName(name, birth);
    }

    private Optional<String> birth(JudgedRow row) {
        return feed.find(FieldRole.BIRTH_DATE)
                .map(field -> row.value(field.index()))
                .or(() -> feed.find(FieldRole.RESIDENT_ID)
                        .flatMap(field -> row.identity(field.index()))
                        .flatMap(IdentityReading::birthDate)
                        .map(Object::toString));
    }
}

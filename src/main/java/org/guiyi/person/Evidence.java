package org.guiyi.person;

import java.util.Map;
import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.jspecify.annotations.Nullable;

/**
 * What the current row of a record says of its person.
 *
 * @param recordId the record
 * @param role {@code subject}, a member's place, or a related person's role
 * @param feed the definition of its feed
 * @param scope the scope it stands in
 * @param nameKey match key of the name
 * @param nameSound pinyin of the name
 * @param fields normalised values by field name
 */
record Evidence(
        long recordId,
        String role,
        FeedDefinition feed,
        String scope,
        @Nullable String nameKey,
        @Nullable String nameSound,
        Map<String, String> fields) {

    Evidence withFields(Map<String, String> other) {
        return new Evidence(recordId, role, feed, scope, nameKey, nameSound, other);
    }

    boolean isSubject() {
        return role.equals("subject") || Character.isDigit(role.charAt(0));
    }

    /** The field that holds this role for the person of this record, or null. */
    @Nullable
    String fieldOf(FieldRole wanted) {
        if (isSubject()) {
            return feed.find(wanted).map(Field::name).orElse(null);
        }
        return wanted.related().isPresent() ? null : wanted.key();
    }

    /** The value of a role, or null. */
    @Nullable
    String value(FieldRole wanted) {
        String field = fieldOf(wanted);
        return field == null ? null : fields.get(field);
    }

    /** What stands beside the value of a role, e.g. {@code trusted} or {@code pattern}. */
    @Nullable
    String beside(FieldRole wanted, String what) {
        String field = fieldOf(wanted);
        return field == null ? null : fields.get(field + "~" + what);
    }

    /** The feed's own name of a field: a related person's name stands in the field that the definition names. */
    String sourceOf(String field) {
        return isSubject()
                ? field
                : feed.related().stream()
                        .filter(related -> related.role().key().equals(role))
                        .findFirst()
                        .flatMap(related -> switch (field) {
                            case "name" -> Optional.of(related.name());
                            case "resident_id" -> related.residentId();
                            case "phone" -> related.phone();
                            case "relation" -> related.relation();
                            default -> Optional.<String>empty();
                        })
                        .orElse(field);
    }

    boolean trusted() {
        return beside(FieldRole.RESIDENT_ID, "trusted") != null && value(FieldRole.RESIDENT_ID) != null;
    }
}

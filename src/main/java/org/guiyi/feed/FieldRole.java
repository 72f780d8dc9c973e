package org.guiyi.feed;

import java.util.Optional;

/** What a field means for the person of the row or for somebody or something related; a dot names whose it is. */
public enum FieldRole implements Keyed {
    NAME("name", FieldType.NAME),
    SEX("sex", FieldType.CODE),
    BIRTH_DATE("birth_date", FieldType.DATE),
    ETHNIC("ethnic", FieldType.CODE),
    RESIDENT_ID("resident_id", FieldType.IDENTITY),
    DOCUMENT_TYPE("document_type", FieldType.CODE),
    STUDENT_NUMBER("student_number", FieldType.STUDENT_NUMBER),
    BIRTH_CERTIFICATE("birth_certificate", FieldType.BIRTH_CERTIFICATE),
    DISABILITY_CERTIFICATE("disability_certificate", FieldType.DISABILITY_CERTIFICATE),
    PHONE("phone", FieldType.PHONE),
    ACCOUNT("account", FieldType.ACCOUNT),
    REGISTERED_ADDRESS("registered_address", FieldType.ADDRESS),
    RESIDENCE("residence", FieldType.ADDRESS),
    INSTITUTION_NAME("institution.name", FieldType.STRING),
    INSTITUTION_CREDIT_CODE("institution.credit_code", FieldType.CREDIT_CODE),
    INSTITUTION_CODE("institution.code", FieldType.STRING),
    GUARDIAN_NAME("guardian.name", FieldType.NAME),
    GUARDIAN_RESIDENT_ID("guardian.resident_id", FieldType.IDENTITY),
    GUARDIAN_PHONE("guardian.phone", FieldType.PHONE),
    GUARDIAN_RELATION("guardian.relation", FieldType.CODE),
    FATHER_NAME("father.name", FieldType.NAME),
    FATHER_RESIDENT_ID("father.resident_id", FieldType.IDENTITY),
    MOTHER_NAME("mother.name", FieldType.NAME),
    MOTHER_RESIDENT_ID("mother.resident_id", FieldType.IDENTITY);

    private final String key;
    private final FieldType type;

    FieldRole(String key, FieldType type) {
        this.key = key;
        this.type = type;
    }

    @Override
    public String key() {
        return key;
    }

    /** How a field of this role is read when its definition says nothing, or only {@code string}. */
    public FieldType type() {
        return type;
    }

    /** Whose field this is when it isn't the subject's own. */
    public Optional<RelatedRole> related() {
        int dot = key.indexOf('.');
        return dot < 0 ? Optional.empty() : Keyed.find(RelatedRole.class, key.substring(0, dot));
    }
}

package org.guiyi.validation;

import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.DateReader;
import org.guiyi.identifier.IdentityReader;
import org.guiyi.identifier.Synthetic;

/** The judge for each type of field. */
final class FieldJudges {

    private final FeedDefinition feed;
    private final CodeLists codes;
    private final DateReader dates;
    private final IdentityReader identities;
    private final Synthetic synthetic;

    FieldJudges(FeedDefinition feed, Grounds grounds) {
        this.feed = feed;
        this.codes = grounds.codes();
        this.dates = new DateReader(grounds.businessDate());
        this.identities = new IdentityReader(grounds.regions(), grounds.businessDate(), grounds.synthetic());
        this.synthetic = grounds.synthetic();
    }

    FieldJudge judge(Field field, FieldProblems problems) {
        return switch (field.type()) {
            case STRING, ANY, ADDRESS -> new TextJudge(field, problems);
            case NAME -> new NameJudge(field, problems);
            case IDENTITY -> new IdentityJudge(field, problems, identities, documentType(field), synthetic);
            case DATE, YEARMONTH -> new DateJudge(field, problems, dates);
            case CODE, BOOLEAN ->
                new CodeJudge(field, problems, codes.list(field.codes().orElseThrow()));
            case INTEGER, NUMBER, MONEY -> new NumberJudge(field, problems);
            case PHONE -> CertificateJudge.phone(field, problems);
            case ACCOUNT -> CertificateJudge.account(field, problems);
            case CREDIT_CODE -> CertificateJudge.creditCode(field, problems);
            case STUDENT_NUMBER -> CertificateJudge.studentNumber(field, problems);
            case DISABILITY_CERTIFICATE -> CertificateJudge.disabilityCertificate(field, problems);
            case BIRTH_CERTIFICATE -> CertificateJudge.birthCertificate(field, problems);
        };
    }

    /** The field that says what document the subject's number is of, where it is read before the number. */
    private int documentType(Field field) {
        return feed.find(FieldRole.DOCUMENT_TYPE)
                .map(Field::index)
                .filter(index -> field.has(FieldRole.RESIDENT_ID) && index < field.index())
                .orElse(-1);
    }
}

package org.guiyi.identifier;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of other documents that tell by their form what they are. */
final class OtherDocuments implements IdentityStep {

    private static final Pattern OLD_FOREIGNER = Pattern.compile("[A-Z]{3}\\d{12}");
    private static final Pattern HMT_PERMIT = Pattern.compile("[HM]\\d{8}(\\d{2})?");
    private static final Pattern PASSPORT = Pattern.compile("E[A-HJ-NP-Z0-9]\\d{7}|[DSPGK][A-Z]?\\d{7,8}");
    private static final Pattern TAIWAN_PERMIT = Pattern.compile("\\d{8}|\\d{10}|[A-Z]\\d{9}");
    private static final Pattern ANY = Pattern.compile("[A-Z0-9]{5,20}");

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        String text = cell.text();
        if (OLD_FOREIGNER.matcher(text).matches()) {
            return Optional.of(whole(cell, DocumentType.FOREIGNER_RESIDENCE));
        }
        if (BirthCertificate.of(text).isPresent()) {
            return Optional.of(whole(cell, DocumentType.BIRTH_CERTIFICATE));
        }
        if (HMT_PERMIT.matcher(text).matches()) {
            return Optional.of(whole(cell, DocumentType.HMT_PERMIT));
        }
        return PASSPORT.matcher(text).matches() ? Optional.of(whole(cell, DocumentType.PASSPORT)) : Optional.empty();
    }

    /** The reading of a number when a column beside it says what document it is. */
    static Optional<IdentityReading> stated(IdentityCell cell, DocumentType stated) {
        boolean holds = switch (stated) {
            case TAIWAN_PERMIT -> TAIWAN_PERMIT.matcher(cell.text()).matches();
            case PASSPORT, OTHER -> ANY.matcher(cell.text()).matches();
            case RESIDENT_ID,
                    HMT_RESIDENCE,
                    FOREIGNER_RESIDENCE,
                    STUDENT_NUMBER,
                    DISABILITY_CERTIFICATE,
                    BIRTH_CERTIFICATE,
                    HMT_PERMIT,
                    NONE -> false;
        };
        return holds && !Placeholders.isPlaceholder(cell.text()) ? Optional.of(whole(cell, stated)) : Optional.empty();
    }

    private static IdentityReading whole(IdentityCell cell, DocumentType document) {
        return new WholeIdentity(cell.delivered(), cell.flags(), document, cell.text(), Map.of(document, cell.text()));
    }
}

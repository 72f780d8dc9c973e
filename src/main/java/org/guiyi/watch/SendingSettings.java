package org.guiyi.watch;

import java.util.Optional;

/**
 * What reports are sent with; whom to is said in {@code jobs/nightly.yaml}.
 *
 * @param smtp the mail server; empty, when there is none
 * @param webhookSecret what calls of the webhook are signed with; empty, when they are not
 */
public record SendingSettings(Optional<Smtp> smtp, Optional<String> webhookSecret) {

    /** Nothing to send with. */
    static final SendingSettings NONE = new SendingSettings(Optional.empty(), Optional.empty());

    /** Whether calls can be signed with this: any text, but after {@code whsec_} Base64. */
    public static boolean isWebhookSecret(String secret) {
        try {
            return ReportWebhook.key(secret).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A mail server and how to speak with it. */
    public record Smtp(
            String host, int port, Optional<String> user, Optional<String> password, String from, Security security) {

        /** Never the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Whether the connection is encrypted: never, by STARTTLS (required then), or from its beginning. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "SendingSettings[" + smtp + "]";
    }
}

package org.guiyi.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts the JSON of a report to a webhook, with the headers of the Standard Webhooks specification: {@code webhook-id},
 * {@code webhook-timestamp} (seconds since 1970) and, where there is a secret, {@code webhook-signature}: {@code v1,} and the
 * Base64 of HMAC-SHA-256 over {@code id.timestamp.body}. The same report has the same id, however often it is tried.
 */
final class ReportWebhook {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ENCODED = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int SUCCESS = 200;
    private static final int AFTER_SUCCESS = 300;

    private final Optional<String> secret;
    private final Clock clock;

    ReportWebhook(Optional<String> secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @throws NotSentException if it is not answered, or with anything but success */
    void post(URI to, String id, String json) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("content-type", "application/json; charset=utf-8")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8));
        secret.ifPresent(
                key -> request.header("webhook-signature", "v1," + sign(key, id + "." + timestamp + "." + json)));
        int status = send(request.build());
        if (status < SUCCESS || status >= AFTER_SUCCESS) {
            throw new NotSentException(to.getHost() + " 答复 answered " + status);
        }
    }

    private static int send(HttpRequest request) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new NotSentException(
                    request.uri().getHost() + " " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException("interrupted", e);
        }
    }

    /** @throws IllegalArgumentException if what follows {@code whsec_} is not Base64 */
    static byte[] key(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String secret, String text) {
        if (!SendingSettings.isWebhookSecret(secret)) {
            throw new NotSentException("GUIYI_WEBHOOK_SECRET 在 whsec_ 之后不是 Base64 is not Base64 after whsec_");
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key(secret), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows " + HMAC, e);
        }
    }
}

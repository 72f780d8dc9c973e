package org.guiyi.watch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.guiyi.watch.SendingSettings.Security;
import org.guiyi.watch.SendingSettings.Smtp;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import tools.jackson.databind.json.JsonMapper;

/** Sends a report as a mail: the page as its text, the workbook beside it. */
final class ReportMail {

    private static final String PATIENCE_MILLIS = "10000";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Smtp server;

    ReportMail(Smtp server) {
        this.server = server;
    }

    /** @throws NotSentException if the server does not take it */
    void send(List<String> to, Path folder, String name, String json) throws IOException {
        JavaMailSenderImpl sender = sender();
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(server.from());
            mail.setTo(to.toArray(String[]::new));
            mail.setSubject(JSON.readTree(json).path("subject").asString());
            mail.setText(Files.readString(folder.resolve(name + ".html")), true);
            mail.addAttachment(name + ".xlsx", new FileSystemResource(folder.resolve(name + ".xlsx")));
            sender.send(message);
        } catch (MailException | MessagingException e) {
            throw new NotSentException(server + " " + e.getClass().getSimpleName(), e);
        }
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        server.user().ifPresent(sender::setUsername);
        server.password().ifPresent(sender::setPassword);
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", Boolean.toString(server.user().isPresent()));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return sender;
    }
}

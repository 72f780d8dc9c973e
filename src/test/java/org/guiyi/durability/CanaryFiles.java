package org.guiyi.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guiyi.pipeline.InboxFiles;
import org.guiyi.pipeline.MadeUpChild;

/** Deliveries full of people that nobody else knows, whole ones and every kind of faulty one. */
final class CanaryFiles {

    private final InboxFiles inbox;

    CanaryFiles(Path inbox) {
        this.inbox = new InboxFiles(inbox);
    }

    Path folder() {
        return inbox.folder();
    }

    /** Everything that ends in rows or in a refusal. */
    void deliver(List<MadeUpChild> people) throws IOException {
        List<MadeUpChild> spoilt = new java.util.ArrayList<>(people);
        spoilt.set(3, people.get(3).withoutAName());
        spoilt.set(4, people.get(4).withADamagedNumber());
        spoilt.add(people.get(5).movedTo("没有这个地方" + people.get(5).address()));
        Path whole = inbox.leftBehind("留守10月.xlsx", "2026年10月", spoilt);
        inbox.students("在校学生2026年10月.csv", people);
        inbox.deaths("死亡登记2026年10月.csv", people.subList(0, 2));
        inbox.marked(
                inbox.leftBehind("没有月份.xlsx", "无日期", people),
                "period=" + people.get(0).name());
        write("civil-affairs", "半个.xlsx", Arrays.copyOf(Files.readAllBytes(whole), 3_000));
        broken(inbox.leftBehind("坏的.xlsx", "2026年7月", people), people.get(1));
        String lines = people.stream().map(CanaryFiles::line).collect(Collectors.joining("\r\n"));
        write("education", "没有表头2026年10月.csv", lines.getBytes(StandardCharsets.UTF_8));
        write(
                "education",
                "引号2026年10月.csv",
                (HEADER + "\r\n" + lines + "\r\n\"" + lines).getBytes(StandardCharsets.UTF_8));
        write("education", "夹杂2026年10月.csv", spoiltBytes(HEADER + "\r\n" + lines + "\r\n" + lines));
        write(
                "health",
                "残缺死亡登记2026年10月.csv",
                ("姓名,性别,出生日期,身份证号,死亡日期,登记机构,登记日期\r\n" + lines).getBytes(StandardCharsets.UTF_8));
        inbox.encrypted("health", "加密.xlsx");
        inbox.rested();
    }

    /** Two new rosters, to fail in the database. */
    void deliverMore(List<MadeUpChild> people) {
        inbox.leftBehind("留守9月.xlsx", "2026年9月", people);
        inbox.students("在校学生2026年9月.csv", people);
        inbox.rested();
    }

    private static final String HEADER = "姓名,性别,出生日期,身份证件号,户籍地址,监护人姓名,监护人联系电话";

    private static String line(MadeUpChild child) {
        return String.join(
                ",",
                child.name(),
                "男",
                child.birthDate().toString(),
                child.residentId(),
                child.address(),
                child.guardian(),
                child.phone());
    }

    private static byte[] spoiltBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xFF;
        return bytes;
    }

    /** A workbook whose texts are not well-formed any more, just behind a name. */
    private static void broken(Path workbook, MadeUpChild child) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(workbook)) {
            Path texts = zip.getPath("xl/sharedStrings.xml");
            String xml = Files.readString(texts);
            String name = child.name();
            Files.writeString(texts, xml.replaceFirst(name + "</t>", "<" + name + " " + name + "=" + name + "></t>"));
        }
    }

    private void write(String bureau, String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(inbox.folder().resolve(bureau)).resolve(name), bytes);
    }
}

package org.guiyi.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Small files in a bureau's folder, as clerks send them. */
public final class InboxFiles {

    private static final List<String> LEFT_BEHIND = List.of(
            "姓名",
            "性别",
            "民族",
            "出生日期",
            "身份证号",
            "户籍地址",
            "就读学校",
            "父母外出有无委托照护人",
            "委托照护原因",
            "受委托照护人姓名",
            "与儿童关系",
            "联系电话",
            "建档日期");
    private static final List<String> STUDENTS = List.of(
            "学校标识码", "学校名称", "学籍号", "姓名", "性别", "出生日期", "民族", "身份证件类型", "身份证件号", "班级", "年级", "入学年月", "是否留守儿童", "监护人姓名",
            "监护人联系电话");
    private static final List<String> DEATHS =
            List.of("姓名", "性别", "民族", "出生日期", "身份证号", "户籍地址", "死亡日期", "登记机构", "登记日期");

    private final Path inbox;

    public InboxFiles(Path inbox) {
        this.inbox = inbox;
    }

    public Path folder() {
        return inbox;
    }

    /** A workbook of left-behind children of 巴林左旗; its title tells scope and period. */
    public Path leftBehind(String name, String month, List<MadeUpChild> children) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("巴林左旗农村留守儿童信息表（" + month + "）"));
        rows.add(LEFT_BEHIND);
        children.forEach(child -> rows.add(List.of(
                child.name(),
                child.sex(),
                "汉族",
                child.birthDate().toString(),
                child.residentId(),
                child.address(),
                "林东镇中心小学",
                "有",
                "父母外出务工",
                child.guardian(),
                "祖父",
                child.phone(),
                "2024-03-01")));
        return workbook("civil-affairs", name, rows);
    }

    /** A CSV of pupils of two schools: its rows tell the scopes, its name the period. */
    public Path students(String name, List<MadeUpChild> children) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(STUDENTS);
        children.forEach(child -> rows.add(List.of(
                child.number() % 2 == 0 ? "2152000001" : "2152000002",
                child.number() % 2 == 0 ? "林东镇第一小学" : "林东镇第二小学",
                "G" + child.residentId(),
                child.name(),
                child.sex(),
                child.birthDate().toString(),
                "汉族",
                "居民身份证",
                child.residentId(),
                "1班",
                "三年级",
                "2023-09",
                "留守儿童",
                child.guardian(),
                child.phone())));
        return csv("education", name, rows);
    }

    /** A CSV of registered deaths; its name tells the period. */
    public Path deaths(String name, List<MadeUpChild> dead) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(DEATHS);
        dead.forEach(child -> rows.add(List.of(
                child.name(),
                child.sex(),
                "汉族",
                child.birthDate().toString(),
                child.residentId(),
                child.address(),
                "2026-09-12",
                "林东镇卫生院",
                "2026-09-15")));
        return csv("health", name, rows);
    }

    /** Bytes that are no table. */
    public Path garbage(String bureau, String name) {
        byte[] noise = new byte[700];
        new java.util.Random(7).nextBytes(noise);
        return write(bureau, name, noise);
    }

    /** A workbook behind a password, as its first bytes tell: an OLE2 file with an EncryptedPackage. */
    public Path encrypted(String bureau, String name) {
        try (org.apache.poi.poifs.filesystem.POIFSFileSystem system =
                        new org.apache.poi.poifs.filesystem.POIFSFileSystem();
                java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream()) {
            org.apache.poi.poifs.crypt.Encryptor encryptor = new org.apache.poi.poifs.crypt.EncryptionInfo(
                            org.apache.poi.poifs.crypt.EncryptionMode.agile)
                    .getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(system);
                    Workbook workbook = new XSSFWorkbook()) {
                workbook.createSheet("名册").createRow(0).createCell(0).setCellValue("姓名");
                workbook.write(out);
            }
            system.writeFilesystem(bytes);
            return write(bureau, name, bytes.toByteArray());
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The workbook opened and saved again by another program: other bytes, the same cells. */
    public Path savedAgain(Path original, String bureau, String name) {
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(original))) {
            workbook.createCellStyle().setWrapText(true);
            Path copy = place(bureau, name);
            try (OutputStream out = Files.newOutputStream(copy)) {
                workbook.write(out);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everything look as if it had been written long ago, so that nobody waits for it. */
    public void rested() {
        FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        try (Stream<Path> files = Files.walk(inbox)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, longAgo);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a marker beside a file: when the bureau delivered it. */
    public Path deliveredAt(Path file, String instant) {
        return marked(file, "delivered-at=" + instant + "\n");
    }

    /** Puts a marker with this text beside a file. */
    public Path marked(Path file, String text) {
        try {
            Files.writeString(file.resolveSibling(file.getFileName() + ".ok"), text);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same bytes under another name. */
    public Path copy(Path original, String bureau, String name) {
        try {
            return Files.copy(original, place(bureau, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path workbook(String bureau, String name, List<List<String>> rows) {
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("名册");
            for (int number = 0; number < rows.size(); number++) {
                Row row = sheet.createRow(number);
                for (int column = 0; column < rows.get(number).size(); column++) {
                    row.createCell(column).setCellValue(rows.get(number).get(column));
                }
            }
            Path file = place(bureau, name);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path csv(String bureau, String name, List<List<String>> rows) {
        String text = rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\r\n", "", "\r\n"));
        return write(bureau, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String bureau, String name, byte[] bytes) {
        try {
            return Files.write(place(bureau, name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String bureau, String name) {
        try {
            return Files.createDirectories(inbox.resolve(bureau)).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

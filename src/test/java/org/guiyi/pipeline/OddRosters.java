package org.guiyi.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Rosters with everything that may make a reader lose count: gaps, hidden and blank rows, notes, totals, several sheets. */
final class OddRosters {

    private static final List<String> HEADER =
            List.of("姓名", "性别", "民族", "出生日期", "身份证号", "户籍地址", "父母外出有无委托照护人", "受委托照护人姓名", "联系电话");

    private OddRosters() {}

    static Workbook workbook(String kind) {
        return switch (kind) {
            case "xlsx" -> new XSSFWorkbook();
            case "inline.xlsx" -> new SXSSFWorkbook(100);
            case "xls" -> new HSSFWorkbook();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    static Path write(Path file, Workbook workbook, int children, Random random) throws IOException {
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            for (int sheet = 0; sheet < 3; sheet++) {
                fill(workbook.createSheet("表" + sheet), children, random);
            }
            Sheet notes = workbook.createSheet("说明");
            notes.createRow(4).createCell(2).setCellValue("填表说明");
            notes.createRow(90).createCell(0).setCellValue(1);
            workbook.createSheet("空表").createRow(3).createCell(1);
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Sheet sheet, int children, Random random) {
        int at = random.nextInt(4);
        sheet.createRow(at).createCell(0).setCellValue("巴林左旗农村留守儿童信息表（2026年10月）");
        at += 1 + random.nextInt(3);
        write(sheet.createRow(at), HEADER);
        for (int number = 0; number < children; number++) {
            at += random.nextInt(9) == 0 ? 1 + random.nextInt(40) : 1;
            odd(sheet.createRow(at), random);
        }
        sheet.createRow(at + 2).createCell(0).setCellValue("合计：" + children + "人");
        sheet.createRow(at + 70).createCell(5).setCellValue("填表人：　　　审核人：");
    }

    private static void odd(Row row, Random random) {
        row.setZeroHeight(random.nextInt(12) == 0);
        switch (random.nextInt(14)) {
            case 0 -> row.createCell(3);
            case 1 -> row.createCell(1).setCellValue("  ");
            case 2 -> row.createCell(40).setCellValue("离得很远");
            case 3 -> row.createCell(4).setCellValue(150422201201051239d);
            case 4 -> row.createCell(0).setCellValue(true);
            case 5 -> row.createCell(0).setCellValue("");
            default -> write(row, cells(MadeUpChild.of(random.nextInt(5_000))));
        }
    }

    private static void write(Row row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
        }
    }

    private static List<String> cells(MadeUpChild child) {
        return List.of(
                child.name(),
                child.sex(),
                "汉族",
                child.birthDate().toString(),
                child.residentId(),
                child.address(),
                "有",
                child.guardian(),
                child.phone());
    }

    /** A text table with quoted line ends, blank lines, lines of separators, ragged rows, mixed line ends. */
    static Path writeText(Path file, int children, Random random) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", HEADER));
        for (int number = 0; number < children; number++) {
            lines.add(line(MadeUpChild.of(random.nextInt(5_000)), random));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(random.nextInt(5) == 0 ? "\n" : "\r\n"));
        if (random.nextBoolean()) {
            text.append("合计,").append(children);
        }
        Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
        return Files.write(file, text.toString().getBytes(charset));
    }

    private static String line(MadeUpChild child, Random random) {
        List<String> cells = new ArrayList<>(cells(child));
        switch (random.nextInt(12)) {
            case 0 -> {
                return "";
            }
            case 1 -> {
                return ",,,,,,,,";
            }
            case 2 -> cells.set(5, "第一行\n第二行\r\n\"\"第三行\"\"");
            case 3 -> cells.add("多出来的一格");
            case 4 -> cells.remove(8);
            case 5 -> cells.set(5, "甲,乙");
            default -> cells.set(7, " ");
        }
        return cells.stream()
                .map(cell -> cell.matches("(?s).*[,\n].*") ? "\"" + cell + "\"" : cell)
                .collect(Collectors.joining(","));
    }
}

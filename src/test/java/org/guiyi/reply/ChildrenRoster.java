package org.guiyi.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guiyi.identifier.ResidentId;

/** A roster of left-behind children as a clerk writes it: title, header, children from row 3 on, a total. */
final class ChildrenRoster {

    static final List<String> HEADER = List.of(
            "姓名",
            "性别",
            "民族",
            "出生日期",
            "身份证号",
            "户籍地址",
            "父母外出有无委托照护人",
            "委托照护原因",
            "受委托照护人姓名",
            "与儿童关系",
            "联系电话",
            "建档日期",
            "备注");
    static final int NAME = 0;
    static final int SEX = 1;
    static final int ETHNIC = 2;
    static final int BIRTH = 3;
    static final int NUMBER = 4;
    static final int ADDRESS = 5;
    static final int PHONE = 10;
    static final int REGISTERED = 11;
    static final int REMARK = 12;
    static final int REASONS = 13;
    static final int KEYS = 14;
    static final int FIRST_ROW = 3;

    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫";
    private static final String GIVEN = "晓明文静海燕建国春梅志强秀兰玉珍桂英丽华淑芳立新永红";

    private final String county;
    private final String month;
    private final String code;
    private final List<List<Object>> children = new ArrayList<>();

    /** @param code the county's, the beginning of its children's numbers */
    ChildrenRoster(String county, String code, String month) {
        this.county = county;
        this.code = code;
        this.month = month;
        for (int child = 0; child < 12; child++) {
            children.add(new ArrayList<>(child(child)));
        }
    }

    private List<Object> child(int child) {
        int place = Integer.parseInt(code) % GIVEN.length();
        String name = "" + SURNAMES.charAt(child) + GIVEN.charAt(child) + GIVEN.charAt(place);
        return List.of(
                name,
                "男",
                "汉族",
                birth(child),
                number(child),
                county + "林东镇" + (child + 1) + "号",
                "有",
                "父母务工",
                "" + SURNAMES.charAt(11 - child) + GIVEN.charAt(place) + "兰",
                "祖母",
                "138" + code.substring(2) + (1000 + child),
                "2025-03-01",
                "");
    }

    private static String birth(int child) {
        return "2016-05-%02d".formatted(child + 10);
    }

    /** A whole number with a right check digit. */
    String number(int child) {
        String first = code + birth(child).replace("-", "") + "%02d1".formatted(child);
        return first + ResidentId.checkDigit(first);
    }

    String name(int child) {
        return (String) children.get(child).get(NAME);
    }

    /** Writes something else into a cell; a {@code Double} makes a number of it. @param row as Excel counts */
    ChildrenRoster put(int row, int column, Object value) {
        children.get(row - FIRST_ROW).set(column, value);
        return this;
    }

    Path workbook(Path folder) {
        Path file = folder.resolve(county + "农村留守儿童信息表" + month + ".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("本表由乡镇填写");
            Sheet sheet = workbook.createSheet("儿童");
            sheet.createRow(0).createCell(0).setCellValue(county + "农村留守儿童信息表（" + month + "）");
            write(sheet.createRow(1), HEADER);
            for (int child = 0; child < children.size(); child++) {
                write(sheet.createRow(child + 2), children.get(child));
            }
            write(sheet.createRow(children.size() + 2), List.of("合计", children.size() + "人"));
            workbook.createSheet("空表");
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    Path csv(Path folder) {
        Path file = folder.resolve(county + "农村留守儿童信息表" + month + ".csv");
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", HEADER));
        children.forEach(child ->
                lines.add(String.join(",", child.stream().map(Object::toString).toList())));
        try {
            return Files.write(file, lines, Charset.forName("GB18030"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof Double number) {
                row.createCell(column).setCellValue(number);
            } else {
                row.createCell(column).setCellValue(cells.get(column).toString());
            }
        }
    }
}

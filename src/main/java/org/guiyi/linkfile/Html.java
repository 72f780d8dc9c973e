package org.guiyi.linkfile;

import java.util.Locale;
import java.util.stream.Stream;

/** Builds a page of headings, paragraphs and tables; text is escaped, drawings are put in as they are. */
final class Html {

    private static final String STYLE =
            "body{font-family:system-ui,'Noto Sans CJK SC',sans-serif;margin:2em auto;max-width:70em;color:#222}"
                    + "table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:.25em .6em;text-align:left}"
                    + "td.n{text-align:right;font-variant-numeric:tabular-nums}svg{max-width:100%;height:auto}"
                    + ".bar{display:inline-block;height:.8em}.plus{background:#3a7d44}.minus{background:#b23a48}";

    private final StringBuilder body = new StringBuilder();

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.2f", bits);
    }

    Html heading(String text) {
        body.append("<h2>").append(text(text)).append("</h2>\n");
        return this;
    }

    Html paragraph(String text) {
        body.append("<p>").append(text(text)).append("</p>\n");
        return this;
    }

    Html drawing(String svg) {
        body.append(svg).append('\n');
        return this;
    }

    /** Without a line of headers where all of them are empty. */
    Html tableOf(String... headers) {
        body.append("<table>");
        if (Stream.of(headers).allMatch(String::isEmpty)) {
            body.append('\n');
            return this;
        }
        body.append("<tr>");
        for (String header : headers) {
            body.append("<th>").append(text(header)).append("</th>");
        }
        body.append("</tr>\n");
        return this;
    }

    Html row(Object... cells) {
        body.append("<tr>");
        for (Object cell : cells) {
            String text = text(String.valueOf(cell));
            boolean number = text.matches("[-+]?[0-9.]+");
            body.append(number ? "<td class=n>" : "<td>").append(text).append("</td>");
        }
        body.append("</tr>\n");
        return this;
    }

    /** A row whose last cell is a bar: to the right of nothing, green for what speaks for, red for what speaks against. */
    Html bar(double length, Object... cells) {
        row(cells);
        body.setLength(body.length() - "</tr>\n".length());
        String way = length < 0 ? "minus" : "plus";
        body.append("<td><span class=\"bar ").append(way).append("\" style=\"width:");
        body.append(Math.min(400, Math.round(Math.abs(length) * 8))).append("px\"></span></td></tr>\n");
        return this;
    }

    Html endTable() {
        body.append("</table>\n");
        return this;
    }

    String page(String title) {
        return "<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>" + text(title)
                + "</title><style>" + STYLE + "</style></head><body>\n<h1>" + text(title) + "</h1>\n" + body
                + "</body></html>\n";
    }
}

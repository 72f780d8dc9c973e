package org.guiyi.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.guiyi.tabular.OfficePackage.Relation;

/**
 * What the main part of a workbook tells: its worksheets in their order and the epoch of its dates.
 *
 * @param sheets the worksheets; charts and macro sheets are left out
 * @param sheetParts the worksheets' parts, in the same order
 */
record WorkbookPart(String name, boolean since1904, List<SheetDescription> sheets, List<String> sheetParts) {

    private static final int MOST_SHEETS = 10_000;

    static WorkbookPart read(OfficePackage parts) throws IOException, XMLStreamException {
        String name = parts.related("", "officeDocument")
                .orElseThrow(() -> Refusals.malformed("缺少工作簿部件", "its workbook part is missing"));
        Map<String, Relation> relations = new HashMap<>();
        for (Relation relation : parts.relations(name)) {
            relations.put(relation.id(), relation);
        }
        try (XmlCursor xml = parts.open(name)) {
            return read(xml, name, relations);
        }
    }

    private static WorkbookPart read(XmlCursor xml, String name, Map<String, Relation> relations)
            throws XMLStreamException {
        WorkbookPart workbook = new WorkbookPart(name, false, new ArrayList<>(), new ArrayList<>());
        boolean since1904 = false;
        for (int event = xml.next(); event != XmlCursor.END_OF_PART; event = xml.next()) {
            if (event != XmlCursor.START) {
                continue;
            }
            switch (xml.name()) {
                case "workbookPr" -> since1904 |= xml.isSet("date1904");
                case "sheet" -> workbook.addSheet(xml, relations);
                default -> xml.meetForeign();
            }
        }
        return new WorkbookPart(name, since1904, List.copyOf(workbook.sheets), List.copyOf(workbook.sheetParts));
    }

    private void addSheet(XmlCursor xml, Map<String, Relation> relations) {
        Relation relation = relations.get(xml.attribute("id", ""));
        if (relation == null) {
            throw Refusals.malformed("有工作表没有内容部件", "a sheet has no part");
        }
        if (!relation.type().equals("worksheet")) {
            return;
        }
        if (sheets.size() == MOST_SHEETS) {
            throw Refusals.tooLarge("工作表的数目", "The number of sheets", MOST_SHEETS);
        }
        sheets.add(new SheetDescription(
                xml.attribute("name", ""), !xml.attribute("state", "visible").equals("visible")));
        sheetParts.add(relation.target());
    }
}

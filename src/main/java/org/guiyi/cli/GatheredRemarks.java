package org.guiyi.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.guiyi.linkfile.LinkRemarks;
import org.guiyi.matching.ColumnCheck;
import org.guiyi.matching.Model;

/** Remarks kept until the progress bar is gone from the terminal. */
final class GatheredRemarks implements LinkRemarks {

    private final List<Consumer<LinkRemarks>> remarks = new ArrayList<>();

    @Override
    public void note(ColumnCheck.Note note) {
        remarks.add(listener -> listener.note(note));
    }

    @Override
    public void trained(Model model) {
        remarks.add(listener -> listener.trained(model));
    }

    void tell(LinkRemarks listener) {
        remarks.forEach(remark -> remark.accept(listener));
    }
}

package org.guiyi.linkfile;

import org.guiyi.matching.ColumnCheck;
import org.guiyi.matching.Model;

/** Hears what a user should know beside the result; called from the linking thread. */
public interface LinkRemarks {

    /** Nobody listens. */
    LinkRemarks UNHEARD = new LinkRemarks() {
        @Override
        public void note(ColumnCheck.Note note) {}

        @Override
        public void trained(Model model) {}
    };

    /** Something about the inputs or the spec that is probably not meant; told before anything is compared. */
    void note(ColumnCheck.Note note);

    /** A model was trained from the inputs; its report tells whether it can be relied on. */
    void trained(Model model);
}

package org.guiyi.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one file of one format; its parsers' own exceptions are judged by {@link TabularReader} alone. */
sealed interface RowSource extends Closeable permits OoxmlRows, BiffRows, CsvRows {

    @Nullable
    Row next() throws IOException, XMLStreamException;

    TabularFormat format();

    List<SheetDescription> sheets();

    default Optional<EncodingVerdict> encoding() {
        return Optional.empty();
    }
}

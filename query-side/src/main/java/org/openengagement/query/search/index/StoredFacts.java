package org.openengagement.query.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.openengagement.query.standing.CaseFacts;

/** What the index holds for the figures. */
final class StoredFacts {

    private StoredFacts() {}

    /**
     * Reads the facts of every case.
     *
     * @throws IllegalArgumentException if some are not facts
     */
    static void forEach(DirectoryReader reader, Consumer<CaseFacts> take) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues facts = leaf.reader().getBinaryDocValues(IndexFields.FACTS);
            Bits live = leaf.reader().getLiveDocs();
            if (facts == null) {
                continue;
            }
            while (facts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(facts.docID())) {
                    BytesRef bytes = facts.binaryValue();
                    take.accept(CaseFacts.fromBytes(
                            Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length)));
                }
            }
        }
    }
}

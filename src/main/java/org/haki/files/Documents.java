package org.haki.files;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.haki.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Documents of cases. Whoever asks has found the case and says its id and key; the row policies look again. Each part is
 * sealed with its number and how many there are, so that none can be left out or change places.
 */
@Service
public class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final int PART = 1024 * 1024;

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final DocumentRepository documents;

    Documents(Work work, Audit audit, Vault vault, DocumentRepository documents) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.documents = documents;
    }

    /** Keeps a picture in this case, under its key. */
    public UUID add(Actor actor, UUID caseId, UUID key, String kind, Picture picture) {
        return work.as(actor, "case.write", () -> {
            var content = picture.bytes();
            int parts = (content.length + PART - 1) / PART;
            var document = new Document(
                    Id.next(), caseId, key, kind, picture.mediaType(), content.length, parts, null, actor.person());
            documents.insert(document);
            for (int number = 1; number <= parts; number++) {
                var part = Arrays.copyOfRange(content, (number - 1) * PART, Math.min(number * PART, content.length));
                documents.insertPart(document, number, vault.seal(key, document.id(), purpose(number, parts), part));
            }
            audit.note("document.added", document.id(), kind);
            return document.id();
        });
    }

    /** Opens a document of this case; the opening is noted in the audit trail. */
    public OpenedDocument open(Actor actor, UUID caseId, UUID id) {
        return work.as(actor, "case.read", () -> {
            var document = documents.find(caseId, id).orElseThrow(Problem::notFound);
            audit.note("document.opened", id, document.kind());
            return new OpenedDocument(document, content(document));
        });
    }

    /** All its parts, in their order; each proves itself. */
    private byte[] content(Document document) {
        var parts = documents.parts(document.id());
        var content = ByteBuffer.allocate(document.size());
        try {
            for (int number = 1; number <= document.parts(); number++) {
                content.put(vault.openBytes(document.key(), document.id(), purpose(number, document.parts()), parts.get(number - 1)));
            }
            return content.array();
        } catch (CannotOpen | IndexOutOfBoundsException damaged) {
            LOG.error("The document {} is damaged in part {} of {}; a backup may have it whole", document.id(),
                    content.position() / PART + 1, document.parts());
            throw new Problem(Problem.Kind.DAMAGED);
        }
    }

    /** What stands in clear of these documents, the oldest first. */
    public List<Document> about(Actor actor, Collection<UUID> ids) {
        return work.as(actor, "case.read", () -> ids.isEmpty() ? List.<Document>of() : documents.byIds(ids));
    }

    /** The word under which a part is sealed; it never changes. */
    private static String purpose(int number, int parts) {
        return "document " + number + " of " + parts;
    }
}

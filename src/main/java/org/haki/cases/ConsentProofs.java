package org.haki.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Networks;
import org.haki.access.Partner;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.files.Document;
import org.haki.files.Documents;
import org.haki.files.OpenedDocument;
import org.haki.files.Picture;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** Every decision of a client with what proves it: the signature she drew, a photo of her thumbprint or of the paper. */
@Service
public class ConsentProofs {

    /** Who witnessed a decision is sealed for this purpose. */
    static final String WITNESS = "consent_witness";
    static final int MOST_PICTURES = 6;

    /** A decision, and the pictures kept with it. */
    public record Proven(SaidConsent said, List<Document> pictures) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final Networks networks;
    private final Documents documents;
    private final CaseFiles cases;
    private final ConsentProofRepository proofs;

    ConsentProofs(Work work, Audit audit, Vault vault, Staff staff, Networks networks, Documents documents, CaseFiles cases,
            ConsentProofRepository proofs) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.networks = networks;
        this.documents = documents;
        this.cases = cases;
        this.proofs = proofs;
    }

    /** Every decision in this case, the newest first. */
    List<Proven> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.read", () -> proven(actor, file, proofs.of(file.id())));
    }

    /** One of them. */
    Proven find(Actor actor, CaseFile file, UUID consent) {
        return work.as(actor, "case.read", () -> {
            var row = proofs.find(file.id(), consent).orElseThrow(Problem::notFound);
            return proven(actor, file, List.of(row)).getFirst();
        });
    }

    /** Keeps a picture as the proof of a decision; {@code kind} is "signature" or "photo". */
    String add(Actor actor, String code, UUID consent, String kind, Picture picture, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            var row = proofs.find(file.id(), consent).orElseThrow(Problem::notFound);
            if (row.proofs().size() >= MOST_PICTURES || row.decision().equals("not_yet_asked")) {
                throw Problem.notNow();
            }
            var document = documents.add(actor, file.id(), file.key(), kind, picture);
            proofs.add(file.id(), consent, document, actor.person());
            audit.note("case.consent_proven", consent, kind);
            return file.path() + "/consents/" + consent;
        });
    }

    /** A picture of this case, for whoever may read its story. */
    OpenedDocument picture(Actor actor, String code, UUID document) {
        return work.as(actor, "case.read", () -> {
            var file = cases.openFor(actor, code, "case.read");
            return documents.open(actor, file.id(), document);
        });
    }

    private List<Proven> proven(Actor actor, CaseFile file, Collection<ConsentProofRepository.Row> rows) {
        var names = new HashMap<UUID, String>(staff.names(actor,
                rows.stream().map(ConsentProofRepository.Row::by).filter(Objects::nonNull).collect(Collectors.toSet())));
        var partners = networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name));
        var pictures = documents.about(actor, rows.stream().flatMap(row -> row.proofs().stream()).toList()).stream()
                .collect(Collectors.toMap(Document::id, picture -> picture));
        return rows.stream()
                .map(row -> new Proven(said(file, row, names, partners),
                        row.proofs().stream().map(pictures::get).filter(Objects::nonNull).toList()))
                .toList();
    }

    private SaidConsent said(CaseFile file, ConsentProofRepository.Row row, Map<UUID, String> names, Map<UUID, String> partners) {
        var witness = vault.read(file.key(), row.id(), WITNESS, row.witness());
        return new SaidConsent(
                row.id(), row.purpose(), row.decision(), row.method(), row.byWhom(), row.assent(), witness == null ? "" : witness,
                row.language(), row.textVersion(), row.toOrg(),
                row.toOrg() == null ? row.toName() : partners.getOrDefault(row.toOrg(), "?"),
                row.sections(), row.at(), row.until(), names.getOrDefault(row.by(), ""));
    }
}

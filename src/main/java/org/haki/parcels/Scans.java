package org.haki.parcels;

import java.time.Clock;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.files.Picture;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.PaperTyping;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** Photos and scans of sheets, beside which they are typed in, without what a camera writes beside the picture. */
@Service
class Scans {

    private static final String PURPOSE = "parcel.scan";

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final ParcelRepository parcels;
    private final ParcelSheetRepository sheets;
    private final ScanRepository scans;
    private final Clock clock;

    Scans(Work work, Audit audit, Vault vault, ParcelRepository parcels, ParcelSheetRepository sheets, ScanRepository scans, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.parcels = parcels;
        this.sheets = sheets;
        this.scans = scans;
        this.clock = clock;
    }

    /** Keeps a picture of a sheet of an open parcel. */
    String keep(Actor actor, UUID parcel, UUID sheetId, Picture picture, Op op) {
        return work.once(actor, PaperTyping.TYPE, op, () -> {
            if (!parcels.toChange(parcel).orElseThrow(Problem::notFound).isOpen()) {
                throw Problem.notNow();
            }
            var sheet = sheets.find(parcel, sheetId).orElseThrow(Problem::notFound);
            scans.keep(sheet, new ScanRepository.Row(picture.mediaType(), vault.sealForOrganisation(actor.org(), sheetId, PURPOSE, picture.bytes())),
                    actor.person(), clock.instant());
            audit.note("parcel.scan", sheetId, "");
            return sheet.path();
        });
    }

    /** The picture of a sheet. */
    Picture open(Actor actor, UUID parcel, UUID sheet) {
        return work.as(actor, PaperTyping.TYPE, () -> {
            var scan = scans.find(parcel, sheet).orElseThrow(Problem::notFound);
            audit.note("parcel.scan_seen", sheet, "");
            return new Picture(scan.mediaType(), vault.openForOrganisation(actor.org(), sheet, PURPOSE, scan.content()));
        });
    }
}

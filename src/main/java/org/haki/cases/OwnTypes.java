package org.haki.cases;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.haki.audit.Audit;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Case types that an organisation makes itself: uploaded and held against everything, kept as a draft, published for life. */
@Service
public class OwnTypes {

    private static final String VERB = AdoptedTypes.VERB;

    /** A section of a type as it would be asked, for whoever keeps types. */
    public record Asked(String path, Labels type, Labels section, FormVersion form) {}

    /** The files of a type to take along. */
    record Folder(String file, byte[] zip) {}

    private final Work work;
    private final Audit audit;
    private final CaseTypes types;
    private final AdoptedTypes adopted;
    private final SheetForms sheets;
    private final Forms forms;
    private final FormEngine engine;
    private final OwnTypeProof proof;
    private final OwnTypeRepository own;
    private final Clock clock;

    OwnTypes(Work work, Audit audit, CaseTypes types, AdoptedTypes adopted, SheetForms sheets, Forms forms, FormEngine engine, OwnTypeProof proof,
            OwnTypeRepository own, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.types = types;
        this.adopted = adopted;
        this.sheets = sheets;
        this.forms = forms;
        this.engine = engine;
        this.proof = proof;
        this.own = own;
        this.clock = clock;
    }

    /** Reads what was uploaded, a zip or the XML of CiviCRM, and says all that is wrong with it; the key in its casetype.yaml says which type it is. */
    UploadedType read(Actor actor, String file, byte[] bytes) {
        return work.as(actor, VERB, () -> {
            try {
                if (isXml(bytes)) {
                    var civi = CiviCaseType.read(bytes);
                    return held(actor, file, civi.files(), civi.notes());
                }
                var files = TypeArchive.read(bytes);
                return held(actor, file, files, files.left().stream().map(name -> TypeProblem.of(name, "not_read")).toList());
            } catch (NotAFolder refused) {
                return UploadedType.refused(file, refused.problem());
            }
        });
    }

    /** The XML of another system: it begins as XML does, with or without its mark. */
    private static boolean isXml(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private UploadedType held(Actor actor, String file, TypeArchive files, List<TypeProblem> notes) {
        var folder = new CaseTypeFolder(CaseTypeFiles.of(files.yaml(), files.beside()));
        var proved = folder.read(engine);
        var problems = new ArrayList<>(folder.mistakes().stream().map(TypeProblem::said).toList());
        int same = proved == null ? 0 : types.versions(OwnTypeNames.name(actor.org(), proved.key())).stream()
                .filter(version -> version.hash().equals(proved.hash())).findFirst().map(PublishedType::version).orElse(0);
        if (folder.type() != null && same == 0) {
            problems.addAll(proof.problems(actor.org(), folder));
        }
        var left = new ArrayList<>(notes);
        if (proved != null) {
            files.beside().keySet().stream().filter(book -> !proved.workbooks().containsKey(book)).forEach(book -> left.add(TypeProblem.of(book, "not_asked")));
        }
        return new UploadedType(file, files, folder.type(), problems.isEmpty() ? proved : null, problems, left, same);
    }

    /** Keeps what was read as the draft of its type; answers where that is looked at. */
    String keep(Actor actor, UploadedType read, Op op) {
        return work.once(actor, VERB, op, () -> {
            var type = read.proved();
            var kept = new TypeArchive(type.definition(), new TreeMap<>(type.workbooks()), List.of());
            own.keep(new OwnTypeRepository.Draft(type.key(), type.hash(), read.file(), kept.zip(type.key()), read.notes(), clock.instant()), actor.person());
            audit.note("case_type.uploaded", actor.org(), type.key());
            return TypePage.path(OwnTypeNames.name(actor.org(), type.key()));
        });
    }

    /** The page of a type: of the draft that waits, else of its newest version. */
    TypePage page(Actor actor, String name) {
        return work.as(actor, VERB, () -> {
            var draft = draft(actor, name);
            var newest = newest(actor, name);
            if (draft == null && newest == null) {
                throw Problem.notFound();
            }
            var now = adopted.now().stream().map(CaseType::key).toList();
            boolean ours = OwnTypeNames.isOf(actor.org(), name);
            var versions = ours ? own.versions(OwnTypeNames.key(name)) : List.<OwnTypeRepository.Version>of();
            return new TypePage(name, draft == null ? newest.type() : read(draft).proved().type(), newest == null ? 0 : newest.version(),
                    ours, now.contains(name), now.size() > 1, draft == null ? null : new TypePage.Draft(draft.file(), draft.hash(), draft.notes()),
                    versions.stream().map(one -> new TypePage.Published(one.version(), one.file(), one.publishedAt())).toList());
        });
    }

    /** A section of the draft that waits, else of the newest version. */
    public Asked asked(Actor actor, String name, String section) {
        return work.as(actor, VERB, () -> {
            var draft = draft(actor, name);
            var type = draft == null ? newest(actor, name) : read(draft).proved();
            if (type == null) {
                throw Problem.notFound();
            }
            var asked = type.type().sections().stream().filter(one -> one.key().equals(section)).findFirst().orElseThrow(Problem::notFound);
            var book = type.workbooks().get(asked.form());
            return new Asked(TypePage.path(name), type.type().label(), asked.label(),
                    book == null ? sheets.of(type.type(), section) : forms.read(asked.form(), book).form());
        });
    }

    /** Publishes the draft: from here on it never changes, and new cases can be of this type. */
    void publish(Actor actor, String name, String hash, Op op) {
        work.once(actor, VERB, op, () -> {
            var draft = draft(actor, name);
            if (draft == null && newest(actor, name) == null) {
                throw Problem.notFound();
            }
            if (draft == null || !draft.hash().equals(hash)) {
                throw Problem.stale();
            }
            var read = read(draft);
            if (!held(actor, draft.file(), read.files(), List.of()).isRight() || own.publish(read.proved(), name, clock.instant()) == 0) {
                throw Problem.stale();
            }
            sheets.publish(read.proved().called(name));
            own.insert(new OwnTypeRepository.Version(draft.key(), read.type().version(), hash, draft.file(), clock.instant()), actor.person());
            own.end(draft.key(), hash);
            adopted.adopt(actor, name);
            audit.note("case_type.published", actor.org(), name + " " + read.type().version());
            return "";
        });
        types.learn();
    }

    /** Takes the draft away again. */
    void discard(Actor actor, String name, String hash, Op op) {
        work.once(actor, VERB, op, () -> {
            if (!OwnTypeNames.isOf(actor.org(), name) || own.end(OwnTypeNames.key(name), hash) == 0) {
                throw Problem.notFound();
            }
            audit.note("case_type.discarded", actor.org(), name);
            return "";
        });
    }

    /** The files of the draft, or of the newest version, to take along. */
    Folder folder(Actor actor, String name, boolean waiting) {
        return work.as(actor, VERB, () -> {
            var draft = waiting ? draft(actor, name) : null;
            if (draft != null) {
                return new Folder(draft.key() + "-" + read(draft).type().version() + ".zip", draft.folder());
            }
            var type = waiting ? null : newest(actor, name);
            if (type == null) {
                throw Problem.notFound();
            }
            var key = OwnTypeNames.key(name);
            return new Folder(key + "-" + type.version() + ".zip", files(type).zip(key));
        });
    }

    /** The newest version of a type under another key, as a start for one's own; what is wrong with that, as if it was uploaded. */
    UploadedType copy(Actor actor, String name, String as) {
        return work.as(actor, VERB, () -> {
            var type = newest(actor, name);
            if (type == null) {
                throw Problem.notFound();
            }
            var files = files(type);
            var yaml = files.yaml();
            for (var line : List.of("(?m)^standard:.*\\R?", "(?ms)^upgrades:.*?(?=^[^\\s#-]|\\z)")) {
                yaml = yaml.replaceFirst(line, "");
            }
            yaml = yaml.replaceFirst("(?m)^key:.*$", "key: " + as).replaceFirst("(?m)^version:.*$", "version: 1");
            return held(actor, OwnTypeNames.key(name), new TypeArchive(yaml, files.beside(), List.of()), List.of());
        });
    }

    private TypeArchive files(PublishedType type) {
        var beside = new TreeMap<String, byte[]>();
        type.type().sections().forEach(section -> beside.put(section.form(),
                type.workbooks().containsKey(section.form()) ? type.workbooks().get(section.form()) : sheets.workbook(type.type(), section.key())));
        return new TypeArchive(type.definition(), beside, List.of());
    }

    /** The newest version, where this organisation may see it; else {@code null}. */
    private PublishedType newest(Actor actor, String name) {
        return types.newestOf(name).filter(type -> type.owner() == null || type.owner().equals(actor.org())).orElse(null);
    }

    private OwnTypeRepository.Draft draft(Actor actor, String name) {
        return OwnTypeNames.isOf(actor.org(), name) ? own.draft(OwnTypeNames.key(name)).orElse(null) : null;
    }

    private UploadedType read(OwnTypeRepository.Draft draft) {
        var files = TypeArchive.read(draft.folder());
        var folder = new CaseTypeFolder(CaseTypeFiles.of(files.yaml(), files.beside()));
        return new UploadedType(draft.file(), files, folder.type(), folder.trusted(null, engine), List.of(), draft.notes(), 0);
    }
}

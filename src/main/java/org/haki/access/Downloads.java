package org.haki.access;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.TableFile;
import org.haki.ui.Torn;
import org.haki.ui.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Lists that leave Haki, a part at a time: each is read in a deed of its own and stands in the trail before a byte of it goes out, no
 * transaction waits for a slow line, and no more than one part is held.
 */
@Service
class Downloads {

    static final String TAKE = "download.take";
    /** Why a list that says who clients are is taken along; keys of words. */
    static final List<String> REASONS = List.of("handover", "visits", "authority", "check");
    private static final Logger log = LoggerFactory.getLogger(Downloads.class);

    /** Where the file goes; opened once there is something to send. */
    interface Door {
        OutputStream open() throws IOException;
    }

    private final Work work;
    private final Audit audit;
    private final Words words;
    private final Supplier<Map<String, Download>> lists;
    private final DownloadProgress.Board board;
    private final Clock clock;

    Downloads(Work work, Audit audit, Words words, ObjectProvider<Download> lists, DownloadProgress.Board board, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.words = words;
        this.lists = () -> lists.stream().collect(Collectors.toMap(Download::key, Function.identity()));
        this.board = board;
        this.clock = clock;
    }

    Taking taking(Actor actor, Map<String, String[]> parameters, String language) {
        return Taking.of(actor, parameters, language, words);
    }

    /** The list of this key, for whoever may take it along. */
    Download of(Actor actor, String key) {
        return work.as(actor, TAKE, () -> {
            var list = lists.get().get(key);
            if (list == null) {
                throw Problem.notFound();
            }
            return work.as(actor, list.verb(), () -> list);
        });
    }

    /** The form that asked for a file, of whoever may take any along. */
    UUID op(Actor actor, String op) {
        return work.as(actor, TAKE, () -> {
            audit.showsNothing();
            return Id.of(op);
        });
    }

    /** Sends the list through the door; {@code why} is a key of {@link #REASONS}, or "" where nobody is asked. */
    void take(Download list, Taking taking, String kind, String why, UUID op, Door door) throws IOException {
        var progress = board.begin(op, taking.actor().person(), clock.instant());
        try {
            var part = read(list, taking, why, () -> list.first(taking));
            send(list, taking, kind, why, part, door.open(), progress);
            progress.end(true);
        } finally {
            progress.end(false);
        }
    }

    private void send(Download list, Taking taking, String kind, String why, Download.Part first, OutputStream out, DownloadProgress.Running progress) throws IOException {
        try {
            var file = TableFile.of(kind, out, taking.say(list.title()), list.head().stream().map(taking::say).toList());
            long rows = 0;
            long left = 0;
            for (var part = first; part != null; part = part.next() == null ? null : read(list, taking, why, part.next())) {
                for (var row : part.rows()) {
                    file.add(row);
                }
                file.flush();
                rows += part.rows().size();
                left += part.left();
                progress.at(rows);
            }
            file.end(taking.say("Download.remark", taking.actor().name(), taking.day(clock.instant()).toString(), rows, left));
        } catch (RuntimeException fault) {
            log.warn("A download ended before its end: {}", fault.getClass().getSimpleName());
            throw new Torn(fault);
        }
    }

    private Download.Part read(Download list, Taking taking, String why, Supplier<Download.Part> part) {
        return work.as(taking.actor(), list.verb(), () -> {
            var read = part.get();
            audit.note(list.key() + ".exported", taking.actor().org(), "rows " + read.rows().size() + (why.isEmpty() ? "" : " why " + why));
            return read;
        });
    }
}

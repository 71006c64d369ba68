package org.haki.messages;

import java.util.List;
import java.util.stream.Collectors;
import org.haki.kernel.Code;
import org.haki.messages.MailServer.Letter;
import org.haki.messages.OutboxRepository.Taken;
import org.haki.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts messages of one kind to one person into one mail: a neutral sentence, the codes, one link, and nothing else. */
@Component
class MailWriter {

    private static final int CODES = 20;

    private final Words words;
    private final String publicUrl;

    private final List<MailEnding> endings;

    MailWriter(Words words, @Value("${haki.public-url}") String publicUrl, List<MailEnding> endings) {
        this.words = words;
        this.endings = endings;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    Letter write(List<Taken> joined) {
        var first = joined.getFirst();
        var language = first.language();
        var mail = "Mail." + first.template();
        int many = joined.size();
        var code = many == 1 ? Code.shown(first.code()) : "";
        var codes = joined.stream().map(Taken::code).filter(one -> !one.isEmpty()).distinct().toList();
        var lines = codes.stream().limit(CODES).map(Code::shown).collect(Collectors.joining("\n"));
        var more = codes.size() > CODES ? "\n" + words.say(language, "Mail.more", codes.size() - CODES) : "";
        var end = endings.stream().filter(one -> one.ends(first.template())).findFirst().map(one -> publicUrl + one.path(first.to())).orElse(null);
        var body = String.join("\n\n",
                words.say(language, mail + ".body", many),
                (lines + more + "\n" + publicUrl + path(joined)).strip(),
                (end == null ? "" : words.say(language, "Mail.end") + "\n" + end + "\n\n") + words.say(language, "Mail.footer"));
        return new Letter(first.id().toString(), first.address(), words.say(language, mail + ".subject", many, code).strip(), body + "\n", end);
    }

    /** The path of the one thing, or of the list that holds them all. */
    private static String path(List<Taken> joined) {
        var paths = joined.stream().map(Taken::path).distinct().toList();
        if (paths.size() == 1) {
            return paths.getFirst();
        }
        var lists = paths.stream().map(path -> "/" + path.split("/", 3)[1]).distinct().toList();
        return lists.size() == 1 ? lists.getFirst() : "/today";
    }
}

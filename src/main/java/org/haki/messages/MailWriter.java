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

    MailWriter(Words words, @Value("${haki.public-url}") String publicUrl) {
        this.words = words;
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
        var body = String.join("\n\n",
                words.say(language, mail + ".body", many),
                (lines + more + "\n" + publicUrl + path(joined)).strip(),
                leave(language, mail) + words.say(language, "Mail.footer"));
        return new Letter(first.id().toString(), first.address(), words.say(language, mail + ".subject", many, code).strip(), body + "\n");
    }

    /** Where somebody who asked for such mails says that she wants no more of them; "" of mails that come with the work. */
    private String leave(String language, String mail) {
        return words.has(mail + ".leave") ? words.say(language, mail + ".leave") + "\n" + publicUrl + "/reports/mail\n\n" : "";
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

package org.haki.messages;

import org.haki.kernel.Id;
import org.haki.ui.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * A link to somebody outside, handed to the mail server at once and written down nowhere: neither the address nor the
 * link is kept. Whoever asked for it is told whether it was taken.
 */
@Service
public class OneLink {

    private final MailServer server;
    private final Words words;
    private final String publicUrl;

    OneLink(MailServer server, Words words, @Value("${haki.public-url}") String publicUrl) {
        this.server = server;
        this.words = words;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Whether mails can be sent at all. */
    public boolean possible() {
        return server.named();
    }

    /** The address of this path of ours, as somebody outside types it. */
    public String address(String path) {
        return publicUrl + path;
    }

    /** Whether the mail server took it: a neutral sentence and the link. Outside any transaction. */
    public boolean tell(String address, String language, String template, String path) {
        var spoken = words.complete("Mail").contains(language) ? language : "en";
        var mail = "Mail." + template;
        var body = words.say(spoken, mail + ".body", 1) + "\n\n" + address(path) + "\n";
        var letter = new MailServer.Letter(Id.next().toString(), address, words.say(spoken, mail + ".subject", 1, ""), body);
        return server.named() && server.hand(letter) == MailServer.Answer.TAKEN;
    }
}

package org.haki.messages;

import java.util.UUID;

/** How somebody ends mails that she asked for, without signing in; whoever sends such mails says it. */
public interface MailEnding {

    /** Whether mails by this template are such. */
    boolean ends(String template);

    /** The path of a page of ours that ends them for this person; a new one for each mail, written down nowhere else. */
    String path(UUID login);
}

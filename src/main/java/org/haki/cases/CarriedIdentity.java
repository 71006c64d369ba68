package org.haki.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.haki.access.Organisations;
import org.haki.kernel.Actor;
import org.haki.people.Identity;
import org.haki.ui.Words;
import org.springframework.stereotype.Component;

/** Who somebody is, as another organisation wrote it down, in words: for a case that she is in as somebody else wrote her down, or in no role. */
@Component
class CarriedIdentity {

    private final Words words;
    private final Organisations organisations;

    CarriedIdentity(Words words, Organisations organisations) {
        this.words = words;
        this.organisations = organisations;
    }

    String text(Actor actor, Identity identity) {
        var language = organisations.of(actor.org()).language();
        var safe = identity.safe();
        var lines = new LinkedHashMap<String, String>();
        lines.put("name", identity.name());
        lines.put("otherNames", String.join(", ", identity.otherNames()));
        lines.put("birth", identity.birth() == null ? "" : identity.birth().toString());
        lines.put("ageGroup", words.say(language, "PersonFields.ageGroup." + identity.ageGroup()));
        lines.put("sex", words.say(language, "PersonFields.sex." + identity.sex()));
        lines.put("phones", String.join(", ", identity.phones()));
        lines.put("address", identity.address());
        lines.put("whose", safe.whose().isEmpty() ? "" : words.say(language, "SafeContact.whose." + safe.whose()));
        lines.put("ways", said(language, "SafeContact.way.", safe.ways()));
        lines.put("hours", said(language, "SafeContact.hour.", safe.hours()));
        lines.put("ifOther", safe.ifOther());
        lines.put("codeWord", safe.codeWord());
        lines.put("safeNote", safe.note());
        lines.put("note", identity.note());
        lines.values().removeIf(String::isBlank);
        return words.say(language, "CarriedIdentity.came") + lines.entrySet().stream()
                .map(line -> "\n" + words.say(language, "CarriedIdentity.line", words.say(language, "PersonFields." + line.getKey()), line.getValue()))
                .collect(Collectors.joining());
    }

    private String said(String language, String prefix, List<String> keys) {
        return keys.stream().map(key -> words.say(language, prefix + key)).collect(Collectors.joining(", "));
    }
}

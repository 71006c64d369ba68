package org.haki.surveys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.entities.Entities;
import org.haki.entities.EntityList;
import org.haki.forms.Answers;
import org.haki.forms.CaseDocument;
import org.haki.forms.ChoiceLists;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.MetaEntity;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/** What filled-in forms say of the things in the organisation's own lists, and these lists as forms ask for them. */
@Component
class SurveyEntities {

    private static final String PLACE = "meta/entity/";

    private final Entities entities;
    private final FormEngine engine;
    private final Clock clock;

    SurveyEntities(Entities entities, FormEngine engine, Clock clock) {
        this.entities = entities;
        this.engine = engine;
        this.clock = clock;
    }

    /** What a form that was filled in on a page says of a thing, as a phone would send it: of one, outside of repeats. {@code null} for nothing. */
    MetaEntity said(Actor actor, FormVersion form, Answers answers, ChoiceLists lists) {
        var said = SubmittedEntities.keepsBook(form) ? engine.entity(form, answers, CaseDocument.at(clock.instant(), actor.zone()).done(), lists) : null;
        if (said == null) {
            return null;
        }
        var attributes = new LinkedHashMap<>(said.attributes());
        attributes.computeIfPresent("id", (_, id) -> id.isBlank() ? UUID.randomUUID().toString() : id);
        return new MetaEntity(attributes, said.label());
    }

    /** A form that keeps lists was published: they are there from now on. */
    void declare(Actor actor, FormVersion form) {
        SubmittedEntities.declared(form).forEach((list, declared) -> {
            if (!list.equals(PhoneCases.LIST)) {
                entities.declare(actor, list, declared.properties());
            }
        });
    }

    /** Takes what this says of things, once for each sheet; answers what of it came to nothing. */
    List<Wrong> take(Actor actor, FormVersion form, byte[] xml, SurveySheet sheet) {
        var said = SubmittedEntities.of(form, xml).stream().filter(one -> !one.list().equals(PhoneCases.LIST)).toList();
        if (said.isEmpty() || entities.didSomething(actor, sheet.id())) {
            return List.of();
        }
        var declared = SubmittedEntities.declared(form);
        var wrongs = new ArrayList<Wrong>();
        for (var one : said) {
            var may = declared.get(one.list());
            var outcome = may == null || one.creates() && !may.creates() || one.updates() && !may.updates() ? null
                    : entities.take(actor, one, sheet.office(), sheet.id());
            if (outcome == null || outcome.wrong()) {
                wrongs.add(new Wrong(PLACE + (outcome == null ? "not_declared" : outcome.key()), Wrong.Kind.SAID));
            }
        }
        return wrongs;
    }

    /** The sheet is destroyed: what of it waits for what it follows is destroyed with it. */
    void forget(Actor actor, SurveySheet sheet) {
        entities.forget(actor, sheet.id());
    }

    /** What this calls the case of which it changes the line; "" for none. */
    static String caseOf(FormVersion form, byte[] xml) {
        return SubmittedEntities.of(form, xml).stream().filter(one -> one.list().equals(PhoneCases.LIST)).map(one -> one.id().strip()).findFirst().orElse("");
    }

    /** Those of these lists that the organisation's forms keep. */
    Map<String, EntityList> among(Actor actor, Set<String> names) {
        var lists = new HashMap<String, EntityList>();
        names.forEach(name -> entities.named(actor, name).ifPresent(list -> lists.put(name, list)));
        return lists;
    }

    /** The names of all of them. */
    Set<String> names(Actor actor) {
        return entities.names(actor);
    }

    /** A list as a phone gets it: of the offices that the actor sees. */
    EntityCsv csv(Actor actor, EntityList list) {
        var csv = new EntityCsv(list.properties());
        entities.offered(actor, list).forEach(one -> csv.add(one.id(), one.words().label(), one.version(), one.words().values()));
        return csv;
    }

    /** The same as choices of a page. */
    List<Form.Option> choices(Actor actor, EntityList list) {
        return entities.offered(actor, list).stream().map(one -> {
            var columns = new LinkedHashMap<>(one.words().values());
            columns.put("__version", String.valueOf(one.version()));
            return ChoiceLists.option(one.id().toString(), one.words().label(), columns);
        }).toList();
    }
}

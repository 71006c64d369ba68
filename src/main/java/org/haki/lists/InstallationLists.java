package org.haki.lists;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haki.access.Organisations;
import org.haki.forms.ChoiceLists;
import org.haki.kernel.Actor;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/** The lists that Haki itself knows and a workbook may ask for: the organisation's offices, its institutions, its places. */
@Component
public class InstallationLists {

    private final Organisations organisations;
    private final Lists lists;

    InstallationLists(Organisations organisations, Lists lists) {
        this.organisations = organisations;
        this.lists = lists;
    }

    /** These lists, as this actor may see them. */
    public ChoiceLists of(Actor actor) {
        return new ChoiceLists(
                name -> name.equals("offices") ? offices(actor) : own(actor, name, false),
                name -> own(actor, name, true));
    }

    private List<Form.Option> offices(Actor actor) {
        return organisations.offices(actor).stream().map(office -> ChoiceLists.option(office.id().toString(), office.name())).toList();
    }

    private List<Form.Option> own(Actor actor, String name, boolean former) {
        return Stream.of(OwnList.values())
                .filter(list -> list.file().equals(name))
                .flatMap(list -> lists.all(actor, list).stream())
                .filter(entry -> entry.retired() == former)
                .map(InstallationLists::option)
                .toList();
    }

    private static Form.Option option(ListEntry entry) {
        return ChoiceLists.option(entry.id().toString(), entry.label(), Map.of(
                "kind", entry.kind(), "code", entry.code(), "parent", entry.parentName(), "place", entry.placeName()));
    }
}

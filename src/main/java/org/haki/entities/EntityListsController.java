package org.haki.entities;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.haki.ui.TableFile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the lists that forms keep are looked at. */
@Controller
class EntityListsController {

    private static final String OF = "of/";

    private final EntityLists lists;

    EntityListsController(EntityLists lists) {
        this.lists = lists;
    }

    @GetMapping("/form-lists")
    Html all(Actor actor) {
        return new Html(lists.all(actor));
    }

    @GetMapping("/form-lists/{list}")
    Html list(Actor actor, @PathVariable String list, @RequestParam(defaultValue = "0") String from) {
        return new Html(lists.list(actor, Id.of(list), from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0));
    }

    @GetMapping("/form-lists/{list}/rows/{row}")
    Html one(Actor actor, @PathVariable String list, @PathVariable String row) {
        return new Html(lists.one(actor, Id.of(list), Id.of(row)));
    }

    /** Says what stands where two said something else. */
    @PostMapping("/form-lists/{list}/rows/{row}/settlement")
    ResponseEntity<Html> settle(Actor actor, @PathVariable String list, @PathVariable String row, @RequestParam Map<String, String> typed, Op op) {
        var chosen = new HashMap<String, String>();
        typed.forEach((field, number) -> {
            if (field.startsWith(OF)) {
                chosen.put(field.substring(OF.length()), number);
            }
        });
        lists.settle(actor, Id.of(list), Id.of(row), chosen, op);
        return Html.seeOther("/form-lists/" + Id.of(list) + "/rows/" + Id.of(row), "saved");
    }

    /** Takes it out of the lists on phones, or puts it back. */
    @PostMapping("/form-lists/{list}/rows/{row}/retirement")
    ResponseEntity<Html> retire(Actor actor, @PathVariable String list, @PathVariable String row, @RequestParam(defaultValue = "") String gone, Op op) {
        lists.retire(actor, Id.of(list), Id.of(row), gone.equals("yes"), op);
        return Html.seeOther("/form-lists/" + Id.of(list) + "/rows/" + Id.of(row), "saved");
    }

    /** Destroys it for good. */
    @PostMapping("/form-lists/{list}/rows/{row}/destruction")
    ResponseEntity<Html> destroy(Actor actor, @PathVariable String list, @PathVariable String row, Op op) {
        lists.destroy(actor, Id.of(list), Id.of(row), op);
        return Html.seeOther("/form-lists/" + Id.of(list), "saved");
    }

    /** The list as a table. */
    @PostMapping("/form-lists/{list}/table")
    void table(Actor actor, @PathVariable String list, @RequestParam(defaultValue = "xlsx") String kind, Op op, HttpServletResponse response) throws IOException {
        var head = lists.head(actor, Id.of(list));
        var as = TableFile.KINDS.contains(kind) ? kind : TableFile.KINDS.getFirst();
        response.setContentType(TableFile.mediaType(as));
        response.setHeader("Content-Disposition", "attachment; filename=\"list." + as + "\"");
        response.setHeader("Cache-Control", "no-store");
        var table = TableFile.of(as, response.getOutputStream(), "list", head);
        lists.table(actor, Id.of(list), table);
        table.end(actor.name());
    }
}

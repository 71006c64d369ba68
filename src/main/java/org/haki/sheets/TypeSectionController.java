package org.haki.sheets;

import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.questions.TypedQuestions;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What a section of a case type asks, and how it looks. */
@Controller
class TypeSectionController {

    private final TypeSections sections;

    TypeSectionController(TypeSections sections) {
        this.sections = sections;
    }

    @GetMapping("/settings/case-types/{type}/sections/{section}")
    Html section(Actor actor, @PathVariable String type, @PathVariable String section) {
        return new Html(sections.blank(actor, type, section));
    }

    /** What would be asked next, after what was answered. */
    @PostMapping("/settings/case-types/{type}/sections/{section}/questions")
    Html questions(Actor actor, @PathVariable String type, @PathVariable String section, @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String part, Op op) {
        var page = sections.tried(actor, type, section, TypedQuestions.of(typed));
        return part == null ? new Html(page) : new Html(page, "TypeSectionQuestions");
    }
}

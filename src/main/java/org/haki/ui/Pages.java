package org.haki.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haki.kernel.Actor;
import org.haki.kernel.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Draws pages: a record, its template, and the {@link Ui} of the person who asks. */
@Component
public class Pages {

    private static final Pattern SLUG = Pattern.compile("[a-z_-]{1,40}");
    private static final Pattern LOCAL = Pattern.compile("/|/[a-zA-Z0-9][a-zA-Z0-9/._=&?%-]{0,500}");
    private static final List<String> PUBLIC_MODULES = List.of("org.haki.portal", "org.haki.ui");

    private final Words words;
    private final Clock clock;
    private final ResourceUrlProvider assets;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final Duration lockAfter;
    private final boolean dev;
    private final boolean demo;
    private final TemplateEngine engine;
    private final List<String> staffLanguages;
    private final List<String> publicLanguages;

    Pages(
            Words words,
            Clock clock,
            ResourceUrlProvider assets,
            @Value("${haki.lock-after:15m}") Duration lockAfter,
            @Value("${haki.dev:false}") boolean dev,
            @Value("${haki.demo:false}") boolean demo) {
        this.words = words;
        this.clock = clock;
        this.assets = assets;
        this.lockAfter = lockAfter;
        this.dev = dev;
        this.demo = demo;
        this.engine = dev ? live() : TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.haki");
        this.staffLanguages = words.spoken();
        this.publicLanguages = words.complete("Public", "Language", "Time", "Errors", "Field", "Hours", "ReportForm", "ReportReceived", "StatusPage", "LeavePage", "GuestDoor", "GuestOver", "GuestPage");
    }

    /** The page as text, for whoever sent this request. */
    public String draw(Html html, HttpServletRequest request) {
        var output = new StringOutput(8192);
        var ui = ui(html, request);
        engine.render(html.templatePath(), Map.of("ui", ui, "page", html.page()), output);
        var page = output.toString();
        return page.contains(Text.DAMAGED) ? page.replace(Text.DAMAGED, ui.say("Pages.damaged")) : page;
    }

    private Ui ui(Html html, HttpServletRequest request) {
        var actor = (Actor) request.getAttribute(Signs.ACTOR);
        var signs = Objects.requireNonNullElse((Signs) request.getAttribute(Signs.ATTRIBUTE), Signs.NONE);
        var isPublic = PUBLIC_MODULES.contains(html.page().getClass().getPackageName());
        var languages = isPublic ? publicLanguages : staffLanguages;
        var wanted = parameter(request, "l");
        var chosen = wanted != null && languages.contains(wanted) ? wanted : null;
        var spoken = Stream.concat(Stream.of(chosen, signs.language()), accepted(request))
                .filter(language -> language != null && languages.contains(language))
                .findFirst()
                .orElse(Words.ENGLISH);
        var times = new Times(words, spoken, actor == null ? ZoneId.systemDefault() : actor.zone(), clock);
        return new Ui(words, times, actor, signs, asked(request, chosen), languages, this::asset);
    }

    private Ui.Asked asked(HttpServletRequest request, String chosen) {
        var done = parameter(request, "done");
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
        return new Ui.Asked(
                request.getRequestURI(),
                drawnOn(request),
                chosen,
                done != null && SLUG.matcher(done).matches() ? done : null,
                csrf,
                (String) request.getAttribute(Signs.REQUEST),
                lockAfter,
                demo);
    }

    /** The page of ours on which the form of this request was drawn; else the address of the request. */
    static String drawnOn(HttpServletRequest request) {
        var drawn = parameter(request, "_page");
        return drawn != null && LOCAL.matcher(drawn).matches() ? drawn : request.getRequestURI();
    }

    /** A parameter, also of a request whose parameters cannot all be read. */
    private static String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    private static Stream<String> accepted(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
    }

    /** The address of a file of ours; asked for once, since the files do not change while Haki runs. */
    private String asset(String path) {
        var address = dev ? assets.getForLookupPath(path) : addresses.computeIfAbsent(path, assets::getForLookupPath);
        return Objects.requireNonNullElse(address, path);
    }

    private static TemplateEngine live() {
        return TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("src/main/java/org/haki")),
                Path.of("target/jte-dev"),
                ContentType.Html,
                Pages.class.getClassLoader(),
                "org.haki.dev");
    }
}

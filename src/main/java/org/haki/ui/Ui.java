package org.haki.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Money;
import org.springframework.web.util.UriComponentsBuilder;

/** What a template may ask: words, days, numbers, who looks at the page and what they may do. Made for one request. */
public final class Ui {

    /**
     * What the request brought.
     *
     * @param path   the path of the page, without anything personal
     * @param drawn  the path on which the form was drawn first
     * @param chosen the language chosen in the address, or {@code null}
     * @param done   what was just done, for the sentence on top, or {@code null}
     * @param csrf   the value of the hidden field against forged forms, or {@code null} where none is needed
     * @param lock   after how long without a touch the screen locks
     * @param demo   whether everybody here is invented
     */
    record Asked(String path, String drawn, String chosen, String done, String csrf, String request, Duration lock, boolean demo) {}

    private final Words words;
    private final Times times;
    private final Actor actor;
    private final Signs signs;
    private final Asked asked;
    private final List<String> languages;
    private final UnaryOperator<String> assets;

    Ui(Words words, Times times, Actor actor, Signs signs, Asked asked, List<String> languages, UnaryOperator<String> assets) {
        this.words = words;
        this.times = times;
        this.actor = actor;
        this.signs = signs;
        this.asked = asked;
        this.languages = languages;
        this.assets = assets;
    }

    /** The sentence of this key, with its arguments, in the language of this person. */
    public String say(String key, Object... arguments) {
        return words.say(times.language(), times.numbers(), key, arguments);
    }

    /** The sentence about what is wrong with this field, or {@code null} when nothing is. */
    public String wrong(Errors errors, String field) {
        var wrong = errors == null ? null : errors.of(field);
        return wrong == null ? null : say(wrong.key(), wrong.arguments().toArray());
    }

    /** The ids of the hint and the error that describe this field, or {@code null}. */
    public String describedBy(String field, String hint, String wrong) {
        var ids = Stream.of(hint == null ? null : field + "-hint", wrong == null ? null : field + "-error")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    /** The sentence about what was just done, or {@code null}. */
    public String done() {
        var key = "Done." + asked.done();
        return asked.done() != null && words.has(key) ? say(key) : null;
    }

    /** Whether everybody here is invented. */
    public boolean demo() {
        return asked.demo();
    }

    /** The language of the page, as HTML names it. */
    public String lang() {
        return Words.tag(times.language());
    }

    /** Which way this person's language runs: {@code ltr} or {@code rtl}. */
    public String dir() {
        return Words.direction(times.language());
    }

    /** The languages in which this page can be read; the one for tests is not offered. */
    public List<String> languages() {
        return languages.stream().filter(language -> !language.equals(Words.BACKWARDS)).toList();
    }

    /** Which way that language runs. */
    public String dir(String language) {
        return Words.direction(language);
    }

    /** The same in that language, for a part of a page that somebody else will read. */
    public Ui speaking(String language) {
        var known = words.speaks(language) ? language : Words.ENGLISH;
        return new Ui(words, new Times(words, known, times.zone(), times.clock()), actor, signs, asked, languages, assets);
    }

    /** How that language calls itself. */
    public String languageName(String language) {
        return words.say(language, "Language.name");
    }

    /** This path of ours, in the language chosen in the address. */
    public String to(String path) {
        return asked.chosen() == null ? path : in(path, asked.chosen());
    }

    /** This path of ours in that language. */
    public String in(String path, String language) {
        return UriComponentsBuilder.fromUriString(path).replaceQueryParam("l", language).build().toUriString();
    }

    /** The address of a file of ours (style, icons, script) with the hash of what is in it. */
    public String asset(String path) {
        return assets.apply(path);
    }

    /** The path of this page. */
    public String path() {
        return asked.path();
    }

    /** The path on which this form was drawn first, to come back to. */
    public String drawnOn() {
        return asked.drawn();
    }

    /** After how many seconds without a touch the screen locks. */
    public long lockAfter() {
        return asked.lock().toSeconds();
    }

    /** The hidden value against forged forms, or {@code null} where none is needed. */
    public String csrf() {
        return asked.csrf();
    }

    /** The id of this request, as it also stands in the log. */
    public String request() {
        return asked.request();
    }

    /** A fresh operation for one form. */
    public String op() {
        return Id.next().toString();
    }

    /** Who looks at this page, or {@code null} when nobody signed in. */
    public Actor actor() {
        return actor;
    }

    /** Whether this is somebody who did not sign in: the page stays neutral and can be left quickly. */
    public boolean atPublicPage() {
        return actor == null || actor.kind() != Actor.Kind.STAFF;
    }

    /** Whether the person may do this somewhere. */
    public boolean may(String verb) {
        return actor != null && actor.may(verb);
    }

    public String organisation() {
        return signs.organisation();
    }

    /** The name of the office, or {@code null} where there is only one. */
    public String office() {
        return signs.office();
    }

    public boolean hideNames() {
        return signs.hideNames();
    }

    /** The name of a person, unless names are hidden on this screen. */
    public String name(String name) {
        return signs.hideNames() ? "•••" : name;
    }

    /** A case code as people read it. */
    public String code(String code) {
        return Code.shown(code);
    }

    /** A number with the digits and groups of this language, as it is written in the country of the office. */
    public String number(long number) {
        return times.number(number);
    }

    /** A number with at most one place behind the point, as it is written here. */
    public String tenths(double number) {
        return times.tenths(number);
    }

    /** An amount, as it is written here. */
    public String money(Money amount) {
        return times.money(amount);
    }

    /** What is paid with where the office is, by its ISO 4217 code, or "". */
    public String currency() {
        return Money.of(times.country());
    }

    public Instant now() {
        return times.clock().instant();
    }

    public LocalDate today() {
        return times.today();
    }

    /** today, tomorrow, in 3 days, 2 days ago; further off Tue 17 Nov. */
    public String date(LocalDate day) {
        return times.plain(day);
    }

    /** Tue 17 Nov, with the year when it is another one. */
    public String day(LocalDate day) {
        return times.day(day);
    }

    /** Tue 17, further off 3 Nov, for narrow columns. */
    public String brief(LocalDate day) {
        return times.brief(day);
    }

    /** Tuesday 17 November, for a page about this day. */
    public String weekday(LocalDate day) {
        return times.weekday(day);
    }

    /** 17 Nov, or Nov, or 2026: under a column that is a week, a month or a year. */
    public String column(String unit, LocalDate day) {
        return times.column(unit, day);
    }

    /** November 2026. */
    public String month(LocalDate day) {
        return times.month(day);
    }

    /** Tuesday 17 November 2026, for {@code title} and for print. */
    public String exact(LocalDate day) {
        return times.exact(day);
    }

    /** Tuesday 17 November 2026, 08:12, for {@code title} and for print. */
    public String exact(Instant instant) {
        return times.exact(instant);
    }

    /** Today 08:12, Tue 17 Nov 08:12. */
    public String when(Instant instant) {
        return times.when(instant);
    }

    /** today 08:12, Tue 17 Nov 08:12: within a sentence. */
    public String whenWithin(Instant instant) {
        return times.whenWithin(instant);
    }

    /** 08:12. */
    public String hour(Instant instant) {
        return times.hour(instant);
    }

    /** 18 min ago, in 25 min. */
    public String ago(Instant instant) {
        return times.ago(instant);
    }

    /** 18 min, 2 h, 3 days. */
    public String length(Instant instant) {
        return times.length(instant);
    }

    /** 2 days late, in 25 min. */
    public String due(Instant instant) {
        return times.due(instant);
    }

    /** 2 days late, today, in 3 days. */
    public String due(LocalDate day) {
        return times.due(day);
    }
}

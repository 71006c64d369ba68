package org.haki.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** A part of a row in the text form of COPY: always the same, or a copy's own. */
@FunctionalInterface
interface Part {

    void write(Cast cast, StringBuilder out);

    static Part same(String text) {
        return (_, out) -> out.append(text);
    }

    static Part none() {
        return same("\\N");
    }

    static Part id(int place) {
        return (cast, out) -> out.append(cast.ids[place]);
    }

    /** A moment so many days before. */
    static Part moment(Instant moment, boolean due) {
        var day = LocalDate.ofEpochDay(Math.floorDiv(moment.getEpochSecond(), 86_400));
        var rest = moment.toString().substring(10);
        return (cast, out) -> out.append(day.minusDays(due ? cast.dueBack : cast.back)).append(rest);
    }

    static Part day(LocalDate day, boolean due) {
        return (cast, out) -> out.append(day.minusDays(due ? cast.dueBack : cast.back));
    }

    /** Bytes sealed under the key at this place, for the record at that. */
    static Part sealed(int key, int record, String purpose, byte[] plain) {
        return (cast, out) -> bytes(cast.secrets.seal(cast.keys[key], cast.ids[record], purpose, plain), out);
    }

    /** An identity: the same but for its name and number. */
    static Part identity(int key, int record, String purpose, String plain, Mould.Client client) {
        return (cast, out) -> bytes(cast.secrets.seal(cast.keys[key], cast.ids[record], purpose,
                plain.replace(client.name(), cast.name).replace(client.phone(), cast.phone).getBytes(StandardCharsets.UTF_8)), out);
    }

    static Part wrap(int key) {
        return (cast, out) -> bytes(cast.secrets.wrapped(cast.ids[key], cast.keys[key]), out);
    }

    /** A text in which the case's code and ids stand, as it would stand in the copy. */
    static Part text(String text, String code, List<String> ids) {
        var places = new TreeMap<Integer, Part>();
        var lengths = new TreeMap<Integer, Integer>();
        for (int n = 0; n < ids.size(); n++) {
            found(text, ids.get(n), id(n), places, lengths);
        }
        found(text, code, (cast, out) -> out.append(cast.code), places, lengths);
        if (places.isEmpty()) {
            return same(escaped(text));
        }
        var parts = new ArrayList<Part>();
        int at = 0;
        for (var place : places.entrySet()) {
            parts.add(same(escaped(text.substring(at, place.getKey()))));
            parts.add(place.getValue());
            at = place.getKey() + lengths.get(place.getKey());
        }
        parts.add(same(escaped(text.substring(at))));
        return (cast, out) -> parts.forEach(part -> part.write(cast, out));
    }

    private static void found(String text, String what, Part part, TreeMap<Integer, Part> places, TreeMap<Integer, Integer> lengths) {
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            places.put(at, part);
            lengths.put(at, what.length());
        }
    }

    static void bytes(byte[] bytes, StringBuilder out) {
        out.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}

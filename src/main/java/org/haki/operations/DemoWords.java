package org.haki.operations;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Invents names, numbers, places and what people say, from syllables and a few sentences of our own in several scripts. */
final class DemoWords {

    /** How a region's names sound, how its people say what happened, and the country code of its telephones. */
    record Tongue(String language, List<String> first, List<String> last, List<String> family, List<String> said) {}

    private static final Tongue RIVER = new Tongue("en",
            List.of("Ma", "Te", "Lu", "Sa", "Ni", "Ro", "Ka", "Ime"),
            List.of("ra", "lani", "veni", "sola", "dine", "mi", "tara", "nda"),
            List.of("Okavo", "Tereni", "Malusi", "Brandt", "Sorelo", "Wendara", "Kipsano", "Adoye", "Halvor", "Nairu"),
            List.of(
                    "He came back last night and took the door off its hinges. I slept at my aunt’s with the children.",
                    "My neighbour screams at night. I am afraid for her, and she does not answer the door any more.",
                    "They say I must leave the land my husband tilled. They came with a paper that I cannot read.",
                    "My boss keeps my papers and has not paid us for three months. There are five of us in the room.",
                    "He waits for me at the market and follows me home. I changed my way twice and he was there.",
                    "The school does not let my daughter in without a birth certificate, and the office sent us away again."));
    private static final Tongue HILLS = new Tongue("ne",
            List.of("सु", "नि", "मा", "रे", "ला", "वि"),
            List.of("नेरी", "मला", "तुना", "शानी", "रेणी", "वेली"),
            List.of("तामेली", "खारेल", "सुनवाली", "मोरङे", "दोर्जेली", "बगाले"),
            List.of(
                    "हिजो राति उनी फेरि आए। म केटाकेटी लिएर माइतमा बसेकी छु।",
                    "जग्गाको कागज मेरो नाममा छैन भनेर मलाई निकाल्न खोज्दैछन्।"));
    private static final Tongue DELTA = new Tongue("bn",
            List.of("রু", "শি", "তা", "মি", "না"),
            List.of("পালি", "মেনা", "রিতা", "সোনা", "ভেলা"),
            List.of("মজুমেল", "তালুকান", "শিকারি", "হাওলা"),
            List.of("সে কাল রাতে আবার এসেছিল। আমি বাচ্চাদের নিয়ে বোনের বাড়িতে আছি।"));
    private static final Tongue COAST = new Tongue("ar",
            List.of("نو", "سا", "لي", "ها"),
            List.of("رينا", "ميلا", "دانة", "فيرا"),
            List.of("المرزوقي", "الحدادي", "السلواني", "النجاري"),
            List.of("عاد الليلة الماضية وكسر الباب. أنا والأطفال عند أختي الآن."));
    private static final Tongue ANDES = new Tongue("es",
            List.of("Ya", "Lu", "Ma", "Ro", "Ne"),
            List.of("rela", "mina", "tina", "yuri", "salia"),
            List.of("Condoreno", "Quispal", "Tarquino", "Velamar", "Huamano"),
            List.of("Volvió anoche y rompió la puerta. Estoy con mis hijos en casa de mi hermana.",
                    "El patrón no nos paga desde hace tres meses y guarda nuestros documentos."));
    private static final List<Tongue> TONGUES = List.of(RIVER, RIVER, RIVER, RIVER, HILLS, HILLS, DELTA, COAST, ANDES);
    private static final List<String> PLACES = List.of(
            "Seti Bazaar", "behind the old mill", "Lower Oldbridge", "the brick kilns", "Harbour Row", "the new estate", "Kiliveni");
    private static final List<String> NOTHING = List.of("hello hello", "asdf", "Buy followers cheap", "wrong number sorry", "test");
    private static final List<String> NOTES = List.of(
            "She is calmer today and has slept. We went through the plan once more and she chose what comes first.",
            "Spoke with the head of the ward. He will come along on Thursday if she wants him to.",
            "The paper they showed her is not a judgement. I kept a copy with the file.",
            "She asked that nobody calls after six. The sister knows and will pass on a word.",
            "He has not come back. The neighbours keep an eye on the door; she feels safer at night.");

    private final RandomGenerator random;

    DemoWords(RandomGenerator random) {
        this.random = random;
    }

    Tongue tongue() {
        return one(TONGUES);
    }

    /** A name that nobody is known to have. */
    String name(Tongue tongue) {
        return one(tongue.first()) + one(tongue.last()) + " " + one(tongue.family());
    }

    /** A number that rings nowhere. */
    String phone() {
        return "+254 20 555 0%03d".formatted(random.nextInt(1000));
    }

    String said(Tongue tongue) {
        return one(tongue.said());
    }

    String nothing() {
        return one(NOTHING);
    }

    String note() {
        return one(NOTES);
    }

    String place() {
        return one(PLACES);
    }

    /** One of them. */
    <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Words easy to type, hard to guess when the random source is a secure one. */
    String password() {
        var words = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            words.append(one(RIVER.first())).append(one(RIVER.last())).append(one(ANDES.last())).append('-');
        }
        return words.toString().toLowerCase(Locale.ROOT) + (100 + random.nextInt(900));
    }
}

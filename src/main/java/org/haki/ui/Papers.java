package org.haki.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * A page that is made to be handed over, as a PDF: what the page says, in its order, for this reader. Whatever the page shows
 * somebody, the paper holds, and no more.
 */
@Component
public class Papers {

    /** The fonts that come with Haki, the first that has a character draws it. */
    private static final List<String> FACES = List.of("NotoSans-Regular", "NotoSansArabic-Regular", "NotoSansDevanagari-Regular",
            "NotoSansBengali-Regular", "NotoSansEthiopic-Regular");
    private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
    private static final float EDGE = 56;
    private static final float FOOT = 48;
    private static final float ACROSS = PdfPaper.WIDE - 2 * EDGE;

    private final Pages pages;
    private final Words words;
    private final Supplier<PdfLines> lines = SingletonSupplier.of(() -> new PdfLines(FACES.stream().map(TypeFace::new).toList()));

    Papers(Pages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    /** Whether this computer can shape letters at all; Java needs fontconfig and one font on it for that. */
    public boolean possible() {
        try {
            return !lines.get().of("Haki", 10, ACROSS).isEmpty();
        } catch (LinkageError | RuntimeException noFonts) {
            LOG.warn("No PDF can be made here, since Java finds no fonts (install fontconfig and a font): {}", Faults.of(noFonts));
            return false;
        }
    }

    /** The PDF of this page; the title says nothing of anybody. */
    public byte[] of(Html html, HttpServletRequest request, String title, String language) {
        var sheet = Sheet.of(pages.draw(html, request));
        var paper = new PdfPaper();
        paper.page();
        float y = PdfPaper.HIGH - EDGE;
        for (int i = 0; i < sheet.lines().size(); i++) {
            var line = sheet.lines().get(i);
            var size = size(line.look());
            float high = size * 1.45f;
            float inset = inset(line.look());
            var broken = lines.get().of(line.text(), size, ACROSS - inset);
            y -= above(line.look());
            boolean stays = line.look() == Sheet.Look.HEADING || line.look() == Sheet.Look.NAME || line.look() == Sheet.Look.LABEL;
            if (y - high * (stays ? 3 : 1) < EDGE + FOOT / 2) {
                paper.page();
                y = PdfPaper.HIGH - EDGE;
            }
            for (var one : broken) {
                if (y - high < EDGE + FOOT / 2) {
                    paper.page();
                    y = PdfPaper.HIGH - EDGE;
                }
                y -= high;
                float x = one.rightToLeft() ? EDGE + ACROSS - inset - one.width() : EDGE + inset;
                paper.text(paper.pages() - 1, one, x, y, size, isBold(line.look()), isGrey(line.look()));
            }
            if (line.look() == Sheet.Look.HEADING) {
                y -= 4;
                paper.rule(paper.pages() - 1, EDGE, EDGE + ACROSS, y);
                y -= 3;
            }
        }
        for (int page = 0; page < paper.pages(); page++) {
            var foot = lines.get().of(words.say(language, "Papers.foot", title, page + 1, paper.pages()), 8, ACROSS).getFirst();
            paper.text(page, foot, foot.rightToLeft() ? EDGE + ACROSS - foot.width() : EDGE, FOOT, 8, false, true);
        }
        return paper.file(title, Words.tag(language));
    }

    private static float size(Sheet.Look look) {
        return switch (look) {
            case TITLE -> 18;
            case HEADING -> 12.5f;
            case LABEL, SMALL -> 8.5f;
            default -> 10;
        };
    }

    private static float above(Sheet.Look look) {
        return switch (look) {
            case HEADING -> 16;
            case NAME, ITEM -> 7;
            case LABEL, NOTICE, TITLE -> 5;
            default -> 1;
        };
    }

    private static float inset(Sheet.Look look) {
        return look == Sheet.Look.NOTICE ? 10 : 0;
    }

    private static boolean isBold(Sheet.Look look) {
        return look == Sheet.Look.TITLE || look == Sheet.Look.HEADING || look == Sheet.Look.NAME || look == Sheet.Look.NOTICE;
    }

    private static boolean isGrey(Sheet.Look look) {
        return look == Sheet.Look.LABEL || look == Sheet.Look.SMALL;
    }
}

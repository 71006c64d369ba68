package org.haki.xlsform;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code xlsform [--out DIR] FILE…}: converts workbooks, each into a file of its name with {@code .xml} behind it, beside it or in
 * DIR; {@code -} reads standard input and writes standard output. Problems are printed as {@code file:sheet!cell: sentence}.
 */
public final class XlsFormCommand {

    private static final String STANDARD = "-";

    private final Path folder;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    XlsFormCommand(Path folder, InputStream in, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs the command; files are meant from a folder. Answers 0, or 1 where any file was refused, or 2 where no file is named. */
    public static int run(List<String> words, Path folder) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new XlsFormCommand(folder, System.in, out, err).run(words);
    }

    int run(List<String> words) {
        var files = new ArrayList<>(words);
        Path into = null;
        int option = files.indexOf("--out");
        if (option >= 0 && option + 1 < files.size()) {
            into = folder.resolve(files.remove(option + 1));
            files.remove(option);
        }
        if (files.isEmpty() || files.contains("--out")) {
            err.println("Which workbooks? bin/haki xlsform [--out DIR] FILE…, or - for standard input.");
            return 2;
        }
        boolean all = true;
        for (var file : files) {
            all &= convert(file, into);
        }
        return all ? 0 : 1;
    }

    private boolean convert(String file, Path into) {
        try {
            if (file.equals(STANDARD)) {
                var conversion = tell(file, XlsForm.read(in, "data.xlsx"));
                conversion.xform().ifPresent(out::print);
                out.flush();
                return conversion.ok();
            }
            var workbook = folder.resolve(file);
            var name = workbook.getFileName().toString();
            var conversion = tell(file, XlsForm.read(Files.newInputStream(workbook), name));
            if (conversion.ok()) {
                var target = into == null ? workbook.resolveSibling(name + ".xml") : Files.createDirectories(into).resolve(name + ".xml");
                Files.writeString(target, conversion.xform().orElseThrow());
            }
            return conversion.ok();
        } catch (IOException failed) {
            err.println(file + ": It cannot be read or its form cannot be written (" + failed.getClass().getSimpleName() + ").");
            return false;
        }
    }

    private Conversion tell(String file, Conversion conversion) {
        conversion.problems().forEach(problem -> err.println(line(file, problem, "")));
        conversion.warnings().forEach(warning -> err.println(line(file, warning, "warning: ")));
        return conversion;
    }

    private static String line(String file, Problem problem, String kind) {
        var place = problem.place();
        return file + ":" + (place.isEmpty() ? " " : place + ": ") + kind + problem.sentence();
    }
}

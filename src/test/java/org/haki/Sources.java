package org.haki;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The source files of Haki, as the tests of the house read them. */
public record Sources(List<Path> files) {

    public static final Path MAIN = Path.of("src/main/java");
    public static final Path TEST = Path.of("src/test/java");
    public static final Path RESOURCES = Path.of("src/main/resources");

    /** All files in these folders whose names end so. */
    public static Sources of(String ending, Path... folders) {
        return new Sources(Stream.of(folders).flatMap(Sources::walk).filter(file -> file.toString().endsWith(ending)).toList());
    }

    /** {@code file: what} for everything in these files that the pattern finds. */
    public List<String> finds(String pattern) {
        return files.stream()
                .flatMap(file -> matches(file, pattern).map(match -> file.getFileName() + ": " + match.group()))
                .toList();
    }

    /** What the pattern finds in one file. */
    public static Stream<MatchResult> matches(Path file, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text(file)).results();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The module of a file below {@code org/haki}; empty for those that stand directly in it. */
    public static String module(Path file) {
        var below = file.subpath(file.getNameCount() - 2, file.getNameCount() - 1).toString();
        return below.equals("haki") ? "" : below;
    }

    /** {@code file method(): lines} for every method longer than this. */
    public List<String> methodsLongerThan(int lines) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
        var positions = Trees.instance(task).getSourcePositions();
        var longOnes = new ArrayList<String>();
        for (var unit : task.parse()) {
            new TreeScanner<Void, CompilationUnitTree>() {
                @Override
                public Void visitMethod(MethodTree method, CompilationUnitTree in) {
                    long first = in.getLineMap().getLineNumber(positions.getStartPosition(in, method));
                    long last = in.getLineMap().getLineNumber(positions.getEndPosition(in, method));
                    if (last - first + 1 > lines) {
                        longOnes.add(Path.of(in.getSourceFile().getName()).getFileName() + " " + method.getName() + "(): " + (last - first + 1));
                    }
                    return super.visitMethod(method, in);
                }
            }.scan(unit, unit);
        }
        return longOnes;
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

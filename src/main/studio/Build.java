import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the script and the style of the pages that draw diagrams, with the installed Node; nothing where nothing changed. Without
 * Node the program is built all the same, and those pages say what is missing.
 *
 * <p>Arguments: the sources, a folder to work in, the folder for what is made.
 */
final class Build {

    private static final List<String> PAGES = List.of("flow", "draw", "preview", "form", "tokens", "steps");

    private final Path sources;
    private final Path work;
    private final Path made;

    private Build(Path sources, Path work, Path made) {
        this.sources = sources;
        this.work = work;
        this.made = made;
    }

    public static void main(String[] arguments) throws Exception {
        new Build(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).build();
    }

    private void build() throws Exception {
        String node = version("node");
        if (node.isEmpty() || version(npm()).isEmpty()) {
            System.out.println("Node is missing: the drawings of flows are made with Node 18 or newer and npm"
                    + " (Debian: apt-get install nodejs npm); everything else is built.");
            return;
        }
        Files.createDirectories(work);
        String now = digest(node, files());
        if (isKept("made", now) && Files.exists(made.resolve(PAGES.get(0) + ".js"))) {
            return;
        }
        List<Path> packages = List.of(sources.resolve("package.json"), sources.resolve("package-lock.json"));
        String wanted = digest(node, packages);
        for (Path file : files()) {
            Files.copy(file, work.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!isKept("installed", wanted)) {
            run(npm(), "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error");
            Files.writeString(work.resolve("installed"), wanted);
        }
        List<String> command = new ArrayList<>(List.of("node", "node_modules/esbuild/bin/esbuild"));
        PAGES.forEach(page -> command.add(page + ".js"));
        command.addAll(List.of(
                "--bundle",
                "--minify",
                "--format=esm",
                "--charset=utf8",
                "--legal-comments=none",
                "--log-level=warning",
                "--outdir=" + made.toAbsolutePath()));
        run(command.toArray(String[]::new));
        licences();
        Files.writeString(work.resolve("made"), now);
    }

    /** Whoever gets the script gets the licences of what is in it. */
    private void licences() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> found = Files.walk(work.resolve("node_modules"))) {
            for (Path licence : found.filter(file ->
                            file.getFileName().toString().toUpperCase().startsWith("LICENSE"))
                    .filter(file -> !file.toString().contains("esbuild"))
                    .sorted()
                    .toList()) {
                all.append(work.resolve("node_modules").relativize(licence.getParent()))
                        .append("\n\n")
                        .append(Files.readString(licence))
                        .append("\n\n");
            }
        }
        Files.writeString(made.resolve("licences.txt"), all);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(sources)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private boolean isKept(String mark, String digest) throws IOException {
        Path kept = work.resolve(mark);
        return Files.exists(kept) && Files.readString(kept).equals(digest);
    }

    private static String digest(String node, List<Path> files) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(node.getBytes(StandardCharsets.UTF_8));
        for (Path file : files) {
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String npm() {
        return System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    }

    /** @return empty where the command is not there */
    private static String version(String command) throws Exception {
        try {
            Process asked = new ProcessBuilder(command, "--version").start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return asked.waitFor() == 0 ? answer.strip() : "";
        } catch (IOException missing) {
            return "";
        }
    }

    private void run(String... command) throws Exception {
        int code = new ProcessBuilder(command).directory(work.toFile()).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
    }
}

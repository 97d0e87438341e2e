package org.shouwen.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2's file. H2 cannot take back half a migration, so before one begins the database is copied, and a start that finds such a
 * copy knows that the last one was broken off: it goes back to the copy and begins again. The copy is gone before anything of
 * the house is written.
 *
 * @param database the file itself
 */
record H2File(Path database) {

    private static final Logger LOG = LoggerFactory.getLogger(H2File.class);
    private static final Pattern ADDRESS = Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:)([^;]+).*");
    private static final String ENDING = ".mv.db";

    /** @return empty: the database is no file of this node */
    static Optional<H2File> of(String url) {
        Matcher address = ADDRESS.matcher(url);
        return address.matches()
                ? Optional.of(new H2File(
                        Path.of(address.group(1).replaceFirst("^~", System.getProperty("user.home")) + ENDING)
                                .toAbsolutePath()
                                .normalize()))
                : Optional.empty();
    }

    /** Before the file is opened: takes back what was broken off, and lets nobody else of the machine read what will be kept. */
    void prepare() {
        try {
            createFolder();
            if (!Files.exists(copy())) {
                if (!Files.exists(database)) {
                    // There is nothing to go back to
                    Files.createFile(copy());
                }
                return;
            }
            if (Files.exists(database) && isInUse()) {
                return;
            }
            goBack();
        } catch (IOException e) {
            throw new UncheckedIOException("更新前的备份 " + copy() + " 不能恢复：" + e.getMessage(), e);
        }
    }

    private void goBack() throws IOException {
        if (Files.size(copy()) == 0) {
            Files.deleteIfExists(database);
            LOG.warn("上次第一次启动没有完成就中断了，还没有任何数据；已删除未建好的 {}，从头再建", database);
            return;
        }
        Path restored = beside(".restored");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ENDING)) {
                    write(zip, restored);
                }
            }
        }
        Files.move(restored, database, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(copy());
        LOG.warn("上次启动在更新数据库时中断了；已自动退回更新前的备份，数据与更新前一样，现在重新更新");
    }

    private static void write(InputStream content, Path file) throws IOException {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        force(file);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Another process is at it: it will say so when it is opened. */
    private boolean isInUse() throws IOException {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Before something is migrated. */
    void copy(Connection open) throws SQLException {
        if (Files.exists(copy())) {
            return;
        }
        try {
            Path unfinished = beside(".unfinished");
            Files.deleteIfExists(unfinished);
            try (PreparedStatement backup = open.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, unfinished.toString());
                backup.execute();
            }
            onlyOurs(unfinished, "rw-------");
            force(unfinished);
            Files.move(unfinished, copy(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("更新数据库前不能备份到 " + copy() + "，没有更新：" + e.getMessage(), e);
        }
    }

    /** From now on the database is written to. */
    void migrated() {
        try {
            Files.deleteIfExists(copy());
        } catch (IOException e) {
            throw new UncheckedIOException("备份 " + copy() + " 不能删除；不删除它，下次启动会退回更新前：" + e.getMessage(), e);
        }
    }

    /** What H2 makes has the rights that the machine gives everything. */
    void hide() throws IOException {
        onlyOurs(database, "rw-------");
    }

    private void createFolder() throws IOException {
        Path folder = database.getParent();
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            onlyOurs(folder, "rwx------");
        }
    }

    private static void onlyOurs(Path path, String rights) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    /** Empty where there was no database. */
    private Path copy() {
        return beside(".before-update.zip");
    }

    private Path beside(String ending) {
        return Path.of(database.toString().replaceFirst("\\.mv\\.db$", ending));
    }
}

package temper.lab.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A disk that loses its power, and with it all that nobody had forced: what was written to a file
 * stays by the sector or is lost, and so does each name that was made, changed or deleted. It
 * promises no more than POSIX does: a file that was forced has its bytes, and a name is safe when
 * its folder was forced after it was made.
 */
final class PowerlessDisk implements Disk {

  private static final int SECTOR = 512;

  /** A file as it is, and as it was when it was last forced. */
  private static final class Node {

    private byte[] now;
    private byte[] forced;

    Node(byte[] content) {
      now = content;
      forced = content;
    }
  }

  /** A change of one name in a folder. */
  private record Naming(Path folder, Runnable change) {}

  private final LocalDisk disk = LocalDisk.INSTANCE;
  private final Path root;
  private final SplittableRandom random;
  private final Map<Path, Node> names = new HashMap<>();
  private final Map<Path, Node> safeNames = new TreeMap<>();
  private final Set<Path> safeFolders = new HashSet<>();
  private final List<Naming> unsafe = new ArrayList<>();
  private final long lifetime;
  private long operations;

  /**
   * A disk whose power goes.
   *
   * @param root the folder that lies on it; what is there is safe
   * @param lifetime number of operations that it does
   * @param random decides what is lost
   */
  PowerlessDisk(Path root, long lifetime, SplittableRandom random) throws IOException {
    this.root = root;
    this.lifetime = lifetime;
    this.random = random;
    Files.createDirectories(root);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        if (Files.isDirectory(file)) {
          safeFolders.add(file);
        } else {
          Node node = new Node(Files.readAllBytes(file));
          names.put(file, node);
          safeNames.put(file, node);
        }
      }
    }
  }

  /** Whether the power is gone. */
  synchronized boolean failed() {
    return operations > lifetime;
  }

  /** Makes the folder that is found when the power is back. */
  synchronized void restore(Path to) throws IOException {
    boolean inOrder = random.nextBoolean();
    int kept = random.nextInt(unsafe.size() + 1);
    for (int i = 0; i < unsafe.size(); i++) {
      if (inOrder ? i < kept : random.nextBoolean()) {
        unsafe.get(i).change().run();
      }
    }
    for (Path folder : safeFolders) {
      if (reachable(folder)) {
        Files.createDirectories(to.resolve(root.relativize(folder).toString()));
      }
    }
    for (Map.Entry<Path, Node> entry : safeNames.entrySet()) {
      if (reachable(entry.getKey().getParent())) {
        Files.write(
            to.resolve(root.relativize(entry.getKey()).toString()), remains(entry.getValue()));
      }
    }
  }

  private boolean reachable(Path folder) {
    for (Path at = folder; !at.equals(root); at = at.getParent()) {
      if (!safeFolders.contains(at)) {
        return false;
      }
    }
    return true;
  }

  /** Of what was not forced each sector is there or not; where neither is known there are zeros. */
  private byte[] remains(Node node) {
    int shorter = Math.min(node.now.length, node.forced.length);
    int longer = Math.max(node.now.length, node.forced.length);
    int length =
        switch (random.nextInt(3)) {
          case 0 -> node.forced.length;
          case 1 -> node.now.length;
          default -> shorter + random.nextInt(longer - shorter + 1);
        };
    byte[] out = new byte[length];
    for (int at = 0; at < length; at += SECTOR) {
      byte[] from = random.nextBoolean() ? node.now : node.forced;
      int end = Math.min(Math.min(at + SECTOR, length), from.length);
      if (end > at) {
        System.arraycopy(from, at, out, at, end - at);
      }
    }
    return out;
  }

  private void step() throws IOException {
    if (operations++ >= lifetime) {
      throw new IOException("the power is gone");
    }
  }

  @Override
  public synchronized void createDirectories(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    createDirectories(folder.getParent());
    step();
    Files.createDirectory(folder);
    unsafe.add(new Naming(folder.getParent(), () -> safeFolders.add(folder)));
  }

  @Override
  public synchronized Output append(Path file) throws IOException {
    step();
    return opened(file, disk.append(file));
  }

  @Override
  public synchronized Output create(Path file) throws IOException {
    step();
    Output output = opened(file, disk.create(file));
    names.get(file).now = new byte[0];
    return output;
  }

  private Output opened(Path file, Output output) {
    Node node = names.get(file);
    if (node == null) {
      Node made = new Node(new byte[0]);
      names.put(file, made);
      unsafe.add(new Naming(file.getParent(), () -> safeNames.put(file, made)));
      node = made;
    }
    return new NodeOutput(node, output);
  }

  @Override
  public void renameAtomically(Path from, Path to) throws IOException {
    rename(from, to);
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    step();
    disk.rename(from, to);
    if (Files.isDirectory(to)) {
      throw new UnsupportedOperationException("folders are not renamed here: " + to);
    }
    Node node = names.remove(from);
    names.put(to, node);
    unsafe.add(new Naming(to.getParent(), () -> safeNames.put(to, node)));
    unsafe.add(new Naming(from.getParent(), () -> safeNames.remove(from)));
  }

  @Override
  public synchronized void forceDirectory(Path folder) throws IOException {
    step();
    unsafe.removeIf(
        naming -> {
          if (naming.folder().equals(folder)) {
            naming.change().run();
            return true;
          }
          return false;
        });
  }

  @Override
  public synchronized void delete(Path file) throws IOException {
    step();
    disk.delete(file);
    if (names.remove(file) != null) {
      unsafe.add(new Naming(file.getParent(), () -> safeNames.remove(file)));
    }
  }

  private final class NodeOutput implements Output {

    private final Node node;
    private final Output output;

    NodeOutput(Node node, Output output) {
      this.node = node;
      this.output = output;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (PowerlessDisk.this) {
        boolean last = operations == lifetime;
        int done = last ? random.nextInt(length + 1) : length;
        if (operations <= lifetime) {
          output.write(bytes, offset, done);
          int end = node.now.length;
          node.now = Arrays.copyOf(node.now, end + done);
          System.arraycopy(bytes, offset, node.now, end, done);
        }
        step();
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (PowerlessDisk.this) {
        step();
        node.forced = node.now;
      }
    }

    @Override
    public void truncate(long length) throws IOException {
      synchronized (PowerlessDisk.this) {
        step();
        output.truncate(length);
        node.now = Arrays.copyOf(node.now, (int) length);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        output.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package temper.lab.store;

/**
 * The result folder is in use by a live process.
 *
 * @since 0.1
 */
public final class LockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient LockOwner owner;

  LockedException(java.nio.file.Path folder, LockOwner owner) {
    super(
        folder + " is in use by " + owner + "; `temper status " + folder + "` shows how far it is");
    this.owner = owner;
  }

  /**
   * Who holds the folder.
   *
   * @return the owner as it wrote itself down
   */
  public LockOwner owner() {
    return owner;
  }
}

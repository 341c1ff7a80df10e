package temper.lab.store;

/** The right to write in a result folder, which may be lost meanwhile. */
interface Hold {

  /** Nothing is written, so that nothing can be lost. */
  Hold NONE =
      new Hold() {
        @Override
        public void check() {}

        @Override
        public void confirm() {}
      };

  /**
   * Refuses to go on if the folder is known to be lost. Costs nothing.
   *
   * @throws StoreException if it is
   */
  void check();

  /**
   * Looks whether the folder is still held, before results are replaced.
   *
   * @throws StoreException if it is not
   */
  void confirm();
}

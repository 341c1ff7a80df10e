package temper.lab.cli;

import temper.lab.engine.RunListener;

/** Prints notices and nothing else. */
record Notices(Console console) implements RunListener {

  @Override
  public void notice(String message) {
    console.message(message);
  }
}

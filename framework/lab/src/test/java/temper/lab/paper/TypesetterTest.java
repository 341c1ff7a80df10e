package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.store.StoreException;

/** How programs are found and called; scripts stand for them. */
class TypesetterTest {

  @TempDir Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("tex"));
  }

  private void program(String name, String script) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Optional<Path> set() {
    return Paper.setPdf(folder, Map.of("PATH", "/nowhere:" + folder.resolve("bin")));
  }

  @Test
  void withoutAProgramThereIsNoPdfAndAnOlderOneGoes() throws IOException {
    Files.writeString(folder.resolve("paper.pdf"), "old");
    assertEquals(Optional.empty(), set());
    assertFalse(Files.exists(folder.resolve("paper.pdf")));
    assertEquals(Optional.empty(), Paper.setPdf(folder, Map.of()));
    assertEquals("latexmk", Paper.pdfPrograms().get(0));
  }

  @Test
  void theProgramIsCalledWithAClockThatStands() throws IOException {
    program("latexmk", "echo \"$SOURCE_DATE_EPOCH $FORCE_SOURCE_DATE $PWD $*\" > paper.pdf");

    Path pdf = set().orElseThrow();

    assertEquals(folder.resolve("paper.pdf"), pdf);
    String said = Files.readString(pdf);
    assertTrue(said.startsWith("0 1 "), said);
    assertTrue(said.contains("/tex -pdf "), said);
    assertTrue(said.endsWith(" paper.tex\n"), said);
  }

  @Test
  void tectonicWillDo() throws IOException {
    program("tectonic", "echo t > paper.pdf");

    assertEquals("t\n", Files.readString(set().orElseThrow()));
  }

  @Test
  void whatTheProgramComplainsOfIsTold() throws IOException {
    program("latexmk", "echo noise; echo './paper.tex:7: Undefined control sequence.'; exit 12");
    String message = assertThrows(StoreException.class, this::set).getMessage();
    assertTrue(message.endsWith("It ends:\n./paper.tex:7: Undefined control sequence."), message);

    program("latexmk", "echo only this; exit 1");
    assertTrue(assertThrows(StoreException.class, this::set).getMessage().endsWith("only this"));
  }
}

package temper.lab.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws a laid-out figure as a PDF of one page, letters as shapes. */
final class PdfCanvas {

  /** Stands for the time of writing, which PDFBox would make the document's id of. */
  private static final long ID = 1;

  private PdfCanvas() {}

  static byte[] draw(FigureLayout layout, Fonts fonts, String title) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    float width = (float) layout.width();
    float height = (float) layout.height();
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(ID);
      PDDocumentInformation information = document.getDocumentInformation();
      information.setTitle(Markup.printable(title));
      information.setProducer("Temper");
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, width, height);
      new FigurePainter(g2, fonts).paint(layout);
      g2.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(g2.getXFormObject());
      }
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write PDF to memory", e);
    }
    return out.toByteArray();
  }
}

package temper.lab.figure;

import java.awt.Font;
import java.awt.Image;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.AttributedCharacterIterator;
import java.util.Base64;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A canvas that writes what is drawn on it as SVG. */
final class SvgCanvas {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final int DECIMALS = 2;

  private final Document document;
  private final SVGGraphics2D graphics;

  SvgCanvas() {
    document = document();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(DECIMALS);
    context.setComment("Drawn by Temper");
    SVGGeneratorContext.GraphicContextDefaults defaults =
        new SVGGeneratorContext.GraphicContextDefaults();
    defaults.setFont(new NoFont());
    context.setGraphicContextDefaults(defaults);
    context.setGenericImageHandler(new SimpleImageHandler(new Pixels()));
    graphics = new SVGGraphics2D(context, true);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the Java runtime has no XML parser", e);
    }
  }

  SVGGraphics2D graphics() {
    return graphics;
  }

  /** Returns the drawing as a document of its own. */
  String text(double width, double height, String title) {
    Element root = graphics.getRoot(document.getDocumentElement());
    root.setAttribute("viewBox", "0 0 " + (long) width + " " + (long) height);
    root.setAttribute("width", (long) width + "pt");
    root.setAttribute("height", (long) height + "pt");
    root.setAttribute("role", "img");
    String name = Markup.printable(title);
    root.setAttribute("aria-label", name);
    Element head = document.createElementNS(NAMESPACE, "title");
    head.setTextContent(name);
    root.insertBefore(head, root.getFirstChild());
    StringWriter out = new StringWriter();
    try {
      graphics.stream(root, out, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write SVG to memory", e);
    }
    String written = out.toString().replace("\r\n", "\n");
    int start = written.indexOf("<svg");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written.substring(start).strip() + "\n";
  }

  /**
   * Batik names the current font in its output although no text is drawn with it, and a real font
   * would have to be looked up on the machine for that.
   */
  private static final class NoFont extends Font {
    private static final long serialVersionUID = 1;

    NoFont() {
      super("sans-serif", Font.PLAIN, 8);
    }

    @Override
    public String getFamily() {
      return "sans-serif";
    }

    @Override
    public Font deriveFont(Map<? extends AttributedCharacterIterator.Attribute, ?> attributes) {
      return this;
    }
  }

  /** Writes images into the document itself, to be shown in squares. */
  private static final class Pixels implements ImageHandler {

    private static final String LINKS = "http://www.w3.org/1999/xlink";

    @Override
    public void handleImage(RenderedImage image, Element element, SVGGeneratorContext context) {
      String data = Base64.getEncoder().encodeToString(PlainPng.of(image));
      element.setAttributeNS(LINKS, "xlink:href", "data:image/png;base64," + data);
      // Browsers read the property; other viewers the older value of the attribute.
      element.setAttribute("image-rendering", "optimizeSpeed");
      element.setAttribute("style", "image-rendering:pixelated");
    }

    @Override
    public void handleImage(Image image, Element element, SVGGeneratorContext context) {
      throw new IllegalArgumentException("only rendered images can be drawn");
    }

    @Override
    public void handleImage(RenderableImage image, Element element, SVGGeneratorContext context) {
      throw new IllegalArgumentException("only rendered images can be drawn");
    }
  }
}

package temper.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The frame of every page: head, style and a policy that lets nothing be loaded or run.
 *
 * @since 0.1
 */
public final class Page {

  private Page() {}

  /**
   * A whole page.
   *
   * @param title its title
   * @param body what stands in it
   * @return a page in the style of all
   */
  public static String html(String title, String body) {
    return html(title, "", body);
  }

  /**
   * A whole page with a style of its own beside that of all.
   *
   * @param title its title
   * @param style further rules of style
   * @param body what stands in it
   * @return a page
   */
  public static String html(String title, String style, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<link rel=\"icon\" href=\"data:,\">\n"
        + "<title>"
        + Html.text(title)
        + "</title>\n<style>\n"
        + style()
        + style
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the style of its pages, page.css");
      }
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return css.replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read page.css", e);
    }
  }
}

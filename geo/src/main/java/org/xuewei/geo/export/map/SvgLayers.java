package org.xuewei.geo.export.map;

import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An SVG document with one titled group a layer and nothing but shapes in it. */
final class SvgLayers implements Layers {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int DECIMALS = 2;
  private static final List<String> TEXT_ATTRIBUTES =
      List.of(
          "font-family",
          "font-size",
          "font-style",
          "font-weight",
          "text-rendering",
          "image-rendering",
          "color-rendering",
          "shape-rendering",
          "color-interpolation");

  private record Layer(String id, String title, SVGGraphics2D graphics) {}

  private final Document document;
  private final SVGGeneratorContext context;
  private final List<Layer> layers = new ArrayList<>();

  SvgLayers() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      document =
          factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(DECIMALS);
  }

  @Override
  public Graphics2D open(String id, String title) {
    SVGGraphics2D graphics = new SVGGraphics2D(context, true);
    layers.add(new Layer(id, title, graphics));
    return graphics;
  }

  /**
   * Writes the document, UTF-8. The same layers give the same bytes.
   *
   * @param widthPixels natural width of the picture
   */
  void write(String title, String description, int widthPixels, OutputStream out)
      throws IOException {
    Element root = document.getDocumentElement();
    root.setAttribute("viewBox", "0 0 " + MapSheet.WIDTH + " " + MapSheet.HEIGHT);
    root.setAttribute("width", Integer.toString(widthPixels));
    root.setAttribute("height", Integer.toString(OverviewMap.heightPixels(widthPixels)));
    root.setAttribute("role", "img");
    root.appendChild(textElement("title", title));
    root.appendChild(textElement("desc", description));
    for (Layer layer : layers) {
      Element group = document.createElementNS(SVG, "g");
      group.setAttribute("id", layer.id());
      group.appendChild(textElement("title", layer.title()));
      Element drawn = layer.graphics().getTopLevelGroup();
      withoutTextAttributes(drawn);
      group.appendChild(drawn);
      root.appendChild(group);
    }
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      document.setXmlStandalone(true);
      transformer.transform(new DOMSource(document), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IOException("could not write the SVG document", e);
    }
  }

  private Element textElement(String name, String text) {
    Element element = document.createElementNS(SVG, name);
    element.setTextContent(Lettering.clean(text));
    return element;
  }

  private static void withoutTextAttributes(Element element) {
    TEXT_ATTRIBUTES.forEach(element::removeAttribute);
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element childElement) {
        withoutTextAttributes(childElement);
      }
    }
  }
}

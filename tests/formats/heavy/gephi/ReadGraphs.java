// Reads graph files with Gephi's importers; prints a JSON object a file: its nodes and edges.
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.NodeDraft;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class ReadGraphs {
  static String quoted(String text) {
    if (text == null) return "\"\"";
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c < ' ' || c > '~') out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  public static void main(String[] files) throws Exception {
    Lookup.getDefault().lookup(ProjectController.class).newProject();
    ImportController controller = Lookup.getDefault().lookup(ImportController.class);
    for (String name : files) {
      Container container = controller.importFile(new File(name));
      List<String> nodes = new ArrayList<>();
      List<String> edges = new ArrayList<>();
      for (NodeDraft node : container.getUnloader().getNodes())
        nodes.add("[" + quoted(node.getId()) + "," + quoted(node.getLabel()) + "]");
      for (EdgeDraft edge : container.getUnloader().getEdges())
        edges.add("[" + quoted(edge.getSource().getId()) + "," + quoted(edge.getTarget().getId()) + "," + quoted(edge.getLabel()) + "]");
      System.out.println("{\"file\":" + quoted(name) + ",\"nodes\":[" + String.join(",", nodes) + "],\"edges\":[" + String.join(",", edges) + "]}");
    }
    System.exit(0);
  }
}

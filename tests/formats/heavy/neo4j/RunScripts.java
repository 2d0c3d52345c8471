// Runs each Cypher script twice in an empty embedded Neo4j; prints a JSON object a script: what is there after each run,
// its nodes and edges, and how long the first run took.
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

public class RunScripts {
  static Object ask(GraphDatabaseService database, String query) {
    try (Transaction transaction = database.beginTx()) {
      return transaction.execute(query).next().get("x");
    }
  }

  static double run(GraphDatabaseService database, String script) {
    long start = System.nanoTime();
    for (String statement : script.split(";\n"))
      if (!statement.isBlank()) database.executeTransactionally(statement);
    return (System.nanoTime() - start) / 1e9;
  }

  public static void main(String[] files) throws Exception {
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(Files.createTempDirectory("newsgraph-neo4j")).build();
    GraphDatabaseService database = service.database("neo4j");
    ObjectMapper json = new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
    for (String file : files) {
      database.executeTransactionally("MATCH (n) DETACH DELETE n");
      String script = Files.readString(Path.of(file));
      Map<String, Object> found = new LinkedHashMap<>();
      found.put("file", file);
      found.put("seconds", run(database, script));
      List<Object> counts = new ArrayList<>();
      for (int round = 0; round < 2; ++round) {
        if (round == 1) run(database, script);
        counts.add(List.of(ask(database, "MATCH (n:Entity) RETURN count(n) AS x"), ask(database, "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS x"),
            ask(database, "MATCH ()-[r]->() RETURN coalesce(sum(r.weight), 0.0) AS x")));
      }
      found.put("counts", counts);
      found.put("nodes", ask(database, "MATCH (n:Entity) RETURN collect([n.id, n.name, n.entity_type]) AS x"));
      found.put("edges", ask(database,
          "MATCH (a)-[r]->(b) RETURN collect([r.edge_id, a.id, type(r), b.id, r.weight, r.status, r.first_date, r.evidence]) AS x"));
      System.out.println(json.writeValueAsString(found));
    }
    service.shutdown();
  }
}

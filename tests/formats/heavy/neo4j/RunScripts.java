// Runs each Cypher script twice in an empty embedded Neo4j; prints a JSON object a script: what is there after each run,
// and how long the first one took.
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
    for (String file : files) {
      database.executeTransactionally("MATCH (n) DETACH DELETE n");
      String script = Files.readString(Path.of(file));
      StringBuilder counts = new StringBuilder();
      double seconds = run(database, script);
      for (int round = 0; round < 2; ++round) {
        if (round == 1) run(database, script);
        counts.append(String.format(Locale.ROOT, "%s[%s,%s,%s]", round == 0 ? "" : ",", ask(database, "MATCH (n:Entity) RETURN count(n) AS x"),
            ask(database, "MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS x"),
            ask(database, "MATCH ()-[r]->() RETURN coalesce(sum(r.weight), 0.0) AS x")));
      }
      System.out.printf(Locale.ROOT, "{\"file\":\"%s\",\"seconds\":%.2f,\"counts\":[%s]}%n", file.replace("\\", "/"), seconds, counts);
    }
    service.shutdown();
  }
}

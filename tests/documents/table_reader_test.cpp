#include <sstream>

#include "catch.h"
#include "documents/collected.h"
#include "documents/table_source.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

// Every row as "[field|field]", faults as "(where)".
std::string rows_of(std::string_view table, char delimiter = ',', Limits limits = {}) {
  Input input("t.csv", std::make_unique<MemorySource>(table));
  TableSource source(input, delimiter, limits);
  TableRow row;
  std::string all;
  for (bool more = true; more;) {
    try {
      more = source.next(row);
      if (!more) break;
      all += "[";
      for (std::size_t i = 0; i < row.fields.size(); ++i)
        all += (i > 0 ? "|" : "") + std::string(row.fields[i]);
      all += "]";
    } catch (const Error& error) {
      all += "(" + error.where() + ")";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("backslashes that escape are told from the table") {
  const std::string spark =
      "id,text,date\n1,\"It said \\\"never\\\", and left.\",2024\n2,plain,2025\n3,\"C:\\\\x\\\\\",2026\n";
  CHECK(guess_escape(spark, ',') == '\\');
  CHECK(guess_escape("a,b\n\"C:\\x\\\",1\n\"D:\\\",\"say \"\"so\"\"\"\n", ',') == 0);
  CHECK(guess_escape("a,b\n1,2\n", ',') == 0);
  const Collected read = collect_file("t.csv", spark);
  REQUIRE(read.documents.size() == 3);
  CHECK(read.documents[0].text == "It said \"never\", and left.");
  CHECK(read.documents[2].text == "C:\\x\\");
}

TEST_CASE("a row that has its columns only with escapes is read so, wherever it stands") {
  std::string table = "id,text,date\n";
  for (int i = 0; i < 40'000; ++i)
    table += std::to_string(i) + ",\"a plain sentence number " + std::to_string(i) + "\",2024\n";
  table += "x,\"It said \\\"never\\\", and left.\",2024\n";
  const Collected read = collect_file("t.csv", table);
  CHECK(read.skipped().empty());
  REQUIRE(read.documents.size() == 40'001);
  CHECK(read.documents.back().text == "It said \"never\", and left.");
}

TEST_CASE("tables of MySQL: escaped tabs and line breaks, \\N for nothing") {
  const Collected read =
      collect_file("t.tsv", "id\ttext\tauthor\n1\tOne\\\ttwo\\\nthree \\\\ four\t\\N\n2\tfive\tA. Writer\n");
  REQUIRE(read.documents.size() == 2);
  CHECK(read.documents[0].text == "One\ttwo\nthree \\ four");
  CHECK(read.documents[0].author.empty());
}

TEST_CASE("a day that no calendar has is no date") {
  const Collected read =
      collect_file("t.csv", "source,relation,target,date\nA,owns,B,2024-02-30\nA,owns,C,2024-02-29\n");
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].date.empty());
  CHECK(read.rows[1].date == "2024-02-29");
  CHECK(read.report.unread_dates == 1);
}

TEST_CASE("rows are split as RFC 4180 says") {
  CHECK(rows_of("a,b\r\n1,2\r\n") == "[a|b][1|2]");
  CHECK(rows_of("a,b\n1,2") == "[a|b][1|2]");
  CHECK(rows_of("\"a,b\",\"c\nd\"\n") == "[a,b|c\nd]");
  CHECK(rows_of("\"say \"\"so\"\"\",\"\"\"\"\n") == "[say \"so\"|\"]");
  CHECK(rows_of("\"\",x,\n") == "[|x|]");
  CHECK(rows_of("\"a\",\"b\"") == "[a|b]");
  CHECK(rows_of("\"a\"\r\n\"b\"\r\n") == "[a][b]");
  CHECK(rows_of("a;b\n", ';') == "[a|b]");
  CHECK(rows_of("\n\r\na\n\n") == "[a]");
  CHECK(rows_of("").empty());
}

TEST_CASE("quotes that are no RFC 4180 stay in the field") {
  CHECK(rows_of("5\" disk,b\n") == "[5\" disk|b]");
  CHECK(rows_of("\"Go,\" he said\tx\n", '\t') == "[\"Go,\" he said|x]");
}

TEST_CASE("an unbalanced quote costs one line") {
  CHECK(rows_of("a,b\n1,\"open\n2,y\n3,z\n") == "[a|b](t.csv:2)[2|y][3|z]");
  CHECK(rows_of("\"") == "(t.csv:1)");
}

TEST_CASE("lines are counted through quoted fields") {
  Input input("t.csv", std::make_unique<MemorySource>("a\n\"x\ny\"\nb\n"));
  TableSource source(input, ',', {});
  TableRow row;
  std::vector<std::size_t> lines;
  while (source.next(row)) lines.push_back(row.line);
  CHECK(lines == std::vector<std::size_t>{1, 2, 4});
}

TEST_CASE("rows and columns have limits") {
  Limits limits;
  limits.columns = 3;
  CHECK(rows_of("1,2,3\n1,2,3,4\nx\n", ',', limits) == "[1|2|3](t.csv:2)[x]");
  limits.document_bytes = 100'000;
  CHECK(rows_of("a\n\"" + std::string(1'000'000, 'x') + "\nb\n", ',', limits) == "[a](t.csv:2)[b]");
}

TEST_CASE("windows of any size give the same rows") {
  std::string table;
  std::string expected;
  for (int i = 0; i < 20'000; ++i) {
    table += "\"row " + std::to_string(i) + "\nsaid \"\"x\"\"\"," + std::to_string(i) + "\n";
    expected += "[row " + std::to_string(i) + "\nsaid \"x\"|" + std::to_string(i) + "]";
  }
  CHECK(rows_of(table) == expected);
}

TEST_CASE("delimiters are guessed") {
  CHECK(guess_delimiter("a,b,c\n1;2\n") == ',');
  CHECK(guess_delimiter("a;b;c\n1,5;2;3\n") == ';');
  CHECK(guess_delimiter("a\tb\n") == '\t');
  CHECK(guess_delimiter("\"a;b;c\",d\n") == ',');
  CHECK(guess_delimiter("text\n") == ',');
}

TEST_CASE("the first rows together tell the delimiter") {
  const struct {
    const char* table;
    char delimiter;
    const char* why;
  } rows[] = {
      {"Bans, owners, and critics, of May\ntitle;text\nA;one\nB;two\n", ';', "a title with commas"},
      {"Collected news\n\ntitle;date;text\nA;2024-01-02;one\n", ';', "a title with no delimiter"},
      {"Notes|of May\nMore|notes|of|May\ntitle,text\nA,one\nB,two\nC,three\n", ',', "notes with strokes"},
      {"title;text\nA;one, two, three\nB;four, five\n", ';', "texts with commas"},
      {"title,text\nA;B,one\nC;D;E,two\n", ',', "cells with semicolons"},
      {"source;relation;target;confidence\nA;owns;B;0,5\nC;owns;D;0,75\n", ';', "decimal commas"},
      {"name (last, first, middle, other);text\nDoe;one\nRoe;two\n", ';', "a name with commas"},
      {"name, first;text\nDoe, Mara;one\nRoe, Jan;two\n", ';',
       "as many commas in every row, as in sentences"},
      {"title, text\nA, one\nB, two\n", ',', "a blank behind each comma"},
      {"\"a, b, c\";text\n\"x, y\";one\n", ';', "commas in quotes"},
      {"title;text\n\"A\";\"one,\ntwo, three\"\n\"B\";\"four\"\n", ';', "a line break in quotes"},
      {"title,text\nA,\"one; \\\"two\\\"; three\"\nB,\"four; \\\"five\\\"; six\"\n", ',', "backslashes"},
      {"title;text\r\nA;one, two\r\n", ';', "line ends of DOS"},
      {"a;b;c\n1\n2;3\n4;5;6;7\n", ';', "no two rows alike"},
      {"id\tname, place\n1\tLima, Peru\n2\tCusco, Peru\n", '\t', "a place in every row"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.why);
    CHECK(guess_delimiter(row.table) == row.delimiter);
  }
}

TEST_CASE("a table of texts alone is not cut at their commas") {
  const Collected read = collect_file("t.csv", "text\nOne, two.\nThree, four.\n\"Five, \"\"six\"\".\"\n");
  CHECK(read.skipped().empty());
  REQUIRE(read.documents.size() == 3);
  CHECK(read.documents[0].text == "One, two.");
  CHECK(read.documents[2].text == "Five, \"six\".");
}

TEST_CASE("a table below a title without its delimiter is read") {
  const Collected read = collect_file("t.csv", "Collected news\n\ntitle;text\nA;one, two\n");
  REQUIRE(read.documents.size() == 1);
  CHECK(read.documents[0].text == "A\n\none, two");
}

TEST_CASE("a table of articles is known by its columns") {
  const Collected all =
      collect_file("a.csv",
                   "Headline;Published At;Link;Content;Writer;Views\n"
                   "Alpha buys Beta;16 March 2023;https://a.example;\"It did;\nreally.\";Ann;3\n");
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].title == "Alpha buys Beta");
  CHECK(all.documents[0].date == "2023-03-16");
  CHECK(all.documents[0].url == "https://a.example");
  CHECK(all.documents[0].text == "Alpha buys Beta\n\nIt did;\nreally.");
  CHECK(all.documents[0].author == "Ann");
  CHECK(all.documents[0].source.ends_with("a.csv:2"));
  REQUIRE(all.report.warnings.size() == 1);
  CHECK(all.report.warnings[0].ends_with("not used: Views"));
}

TEST_CASE("a relation table has all its fields") {
  const Collected all = collect_file(
      "r.tsv",
      "source\trelation\ttarget\tdate\tstatus\tevidence\turl\tsource_type\ttarget_type\tconfidence\n"
      "Alpha\towns\tBeta\t16.3.2023\tasserted\tAlpha owns Beta.\thttps://a\torganization\tproduct\t0.75\n");
  REQUIRE(all.rows.size() == 1);
  const OwnedRow& row = all.rows[0];
  CHECK(row.source + row.relation + row.target == "AlphaownsBeta");
  CHECK(row.date == "2023-03-16");
  CHECK(row.status == "asserted");
  CHECK(row.evidence == "Alpha owns Beta.");
  CHECK(row.source_type == "organization");
  CHECK(row.target_type == "product");
  CHECK(row.confidence == 0.75);
  CHECK(row.where.ends_with("r.tsv:2"));
  CHECK(all.report.relation_rows == 1);
}

TEST_CASE("other tools' names for relations are known") {
  for (const char* header :
       {"subject,predicate,object", "from,type,to", "head,relation,tail", "Source,Kind,Target"}) {
    const Collected all = collect_file("r.csv", std::string(header) + "\nAlpha,owns,Beta\n");
    CAPTURE(header);
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].source + all.rows[0].relation + all.rows[0].target == "AlphaownsBeta");
  }
}

TEST_CASE("a table of articles with a source is no relation table") {
  const Collected all = collect_file("a.csv", "source,title,text\nThe Planet,Title,Text.\n");
  CHECK(all.rows.empty());
  CHECK(all.documents.size() == 1);
}

TEST_CASE("columns can be mapped") {
  ReadOptions options;
  options.columns = {{"text", "col 3"}, {"title", "x"}};
  CHECK(collect_file("a.csv", "x,y,col 3\nT,2,Words.\n", options).documents.at(0).text == "T\n\nWords.");
  options.columns = {{"text", "nope"}};
  CHECK_THROWS_AS(collect_file("a.csv", "x,y\n1,2\n", options), UsageError);
  options.columns = {{"colour", "x"}};
  CHECK_THROWS_AS(collect_file("a.csv", "x,y\n1,2\n", options), UsageError);
}

TEST_CASE("rows that do not fit are named and the rest is read") {
  const Collected all =
      collect_file("r.csv",
                   "source,relation,target,confidence\nA,owns,B,1\nA,owns\nA,,B,1\n,owns,B,1\n"
                   "A,owns,B,high\nA,owns,B,1,extra\nC,bans,D,,,\nE,owns,F,\"1\n");
  CHECK(all.rows.size() == 2);
  REQUIRE(all.report.skipped.size() == 6);
  CHECK(all.report.skipped[0].where.ends_with("r.csv:3"));
  CHECK(all.report.skipped[0].reason == "2 columns where the header has 4");
  CHECK(all.report.skipped[1].reason == "has no relation");
  CHECK(all.report.skipped[2].reason == "has no source");
  CHECK(all.report.skipped[3].reason == "'high' is no confidence: a number from 0 to 1");
  CHECK(all.report.skipped[5].reason == "a quoted field is not closed");
}

TEST_CASE("of very many bad rows some are listed and the others counted") {
  std::string table = "source,relation,target\n";
  for (int i = 0; i < 1000; ++i) table += "bad\n";
  const Collected all = collect_file("r.csv", table);
  REQUIRE(all.report.skipped.size() == 20);
  CHECK(all.report.skipped.back().more == 980);
}

TEST_CASE("a table that is neither is named with its columns") {
  const Collected all = collect_file("x.csv", "a,b\n1,2\n");
  CHECK(all.skipped().find("it has: a, b") != std::string::npos);
  CHECK(all.skipped().find("--columns") != std::string::npos);
  CHECK(collect_file("x.csv", "\n\n").skipped().find("has no header") != std::string::npos);
}

TEST_CASE("a spreadsheet's separator line is heeded") {
  const Document article = article_of("a.csv", "sep=;\ntext;id\nWords, and words.;1\n");
  CHECK(article.source.ends_with(":3"));
}

TEST_CASE("a part of a character is no separator") {
  const Collected all =
      collect_file("a.csv", "sep=\xC3\xA9\r\ntext\xC3id\r\nWords\xC3\xA9 and\xC3 words.\r\n");
  CHECK(all.documents.empty());
  CHECK(all.skipped().find("has neither") != std::string::npos);
}

TEST_CASE("a column shows in which order its dates are, also to the rows above") {
  const auto dates = [](const std::string& rows) {
    const Collected all = collect_file("a.csv", "title,text,date\n" + rows);
    std::string list;
    for (const Document& document : all.documents) list += document.date + " ";
    return list;
  };
  CHECK(dates("A,One.,03/04/2023\nB,Two.,13/04/2023\n") == "2023-04-03 2023-04-13 ");
  CHECK(dates("A,One.,03/04/2023\nB,Two.,04/13/2023\n") == "2023-03-04 2023-04-13 ");
  CHECK(dates("A,One.,3/4/18\nB,Two.,2/19/18\n") == "2018-03-04 2018-02-19 ");
  CHECK(dates("A,One.,43150\nB,Two.,19-Feb-18\nC,Three.,1519048800\n") ==
        "2018-02-19 2018-02-19 2018-02-19 ");
}

TEST_CASE("a date that stays open is named with its file and row") {
  for (const char* other : {"2023-04-05", "13/04/2023\nC,Three.,04/13/2023"}) {
    const Collected all =
        collect_file("a.csv", "title,text,date\nA,One.,03/04/2023\nB,Two.," + std::string(other) + "\n");
    CHECK(all.documents.at(0).date.empty());
    CHECK(all.report.unread_dates == 1);
    REQUIRE(all.report.warnings.size() == 1);
    CHECK(all.report.warnings[0].find("a.csv:2: the date '03/04/2023'") != std::string::npos);
  }
  std::string rows;
  for (int i = 0; i < 100; ++i) rows += "A,Text " + std::to_string(i) + ".,03/04/2023\n";
  const Collected many = collect_file("a.csv", "title,text,date\n" + rows);
  CHECK(many.report.unread_dates == 100);
  CHECK(many.report.warnings.size() == 20);
}

TEST_CASE("what one input shows of its dates is nothing to the next") {
  const TemporaryFolder folder;
  const Collected all = collect({folder.write("a.csv", "title,text,date\nA,One.,13/04/2023\n"),
                                 folder.write("b.csv", "title,text,date\nB,Two.,03/04/2023\n")});
  CHECK(all.documents.at(1).date.empty());
}

TEST_CASE("a day that its month does not have is no date of a relation") {
  const Collected all =
      collect_file("r.csv", "source,relation,target,date\nA,owns,B,2024-02-30\nC,owns,D,2024-02-29\n");
  CHECK(all.rows.at(0).date.empty());
  CHECK(all.rows.at(1).date == "2024-02-29");
}

TEST_CASE("exports of archives and lists of headlines are read") {
  const Document factiva = article_of(
      "a.csv", "AN,HD,BY,PD,SN,LP,TD\nA1,Alpha bans Beta,By Ann Lee,4 March 2024,The Post,First.,Words.\n");
  CHECK(factiva.id == "A1");
  CHECK(factiva.author == "Ann Lee");
  CHECK(factiva.date == "2024-03-04");
  CHECK(factiva.text == "Alpha bans Beta\n\nFirst.\n\nWords.");
  const Document cloud =
      article_of("a.csv",
                 "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
                 "x,2024-03-05,en,Post,https://a.example,2024-03-04,Alpha bans Beta,https://a.example/t\n");
  CHECK(cloud.text == "Alpha bans Beta");
  CHECK(cloud.url == "https://a.example/t");
  CHECK(cloud.date == "2024-03-04");
}

TEST_CASE("columns of year, month and day are one date") {
  const auto date = [](const std::string& table) {
    const Collected all = collect_file("a.csv", table);
    return all.documents.empty() ? "none" : all.documents[0].date;
  };
  CHECK(date("title,text,year,month,day\nT,Norway banned Orlo.,2023,3,16\n") == "2023-03-16");
  CHECK(date("Title,Text,Day,Month,Year\nT,Norway banned Orlo.,16,Mar,2023\n") == "2023-03-16");
  CHECK(date("title,text,date,year,month\nT,Norway banned Orlo.,2023-03-17,2022,1\n") == "2023-03-17");
  CHECK(date("title,text,day\nT,Norway banned Orlo.,2023-03-16\n") == "2023-03-16");
  const Collected rows = collect_file("r.csv", "source,relation,target,year\nNorway,bans,Orlo,2023\n");
  REQUIRE(rows.rows.size() == 1);
  CHECK(rows.rows[0].date == "2023");
}

TEST_CASE("rows above the header are left out, and that is said") {
  for (const char* above :
       {"Relations of media,,\n,,\n", "# made by a program\n", "Report\n\nfrom Monday\n"}) {
    CAPTURE(above);
    const Collected all =
        collect_file("a.csv", above + std::string("source,relation,target\nNorway,bans,Orlo\n"));
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].source == "Norway");
    CHECK(all.report.skipped.empty());
  }
  CHECK(collect_file("a.csv", "Some,words\nand,others\n").rows.empty());
}

TEST_CASE("columns that --columns names are looked for below the rows above the header, too") {
  ReadOptions options;
  options.columns = {{"source", "Owner"}, {"target", "Company"}};
  const auto read = [&](const std::string& text) { return collect_file("register.csv", text, options); };
  const std::string title = "Register of owners;;;\nExtract of 20 November;;;\n";
  const std::string header = "Owner;Company;Share (%)";
  const Collected all = read(title + header + ";relation\nOrla AS;Pim;35,0;owns\n");
  REQUIRE(all.rows.size() == 1);
  CHECK(all.rows[0].source == "Orla AS");
  for (const std::string& above : {std::string(), title}) {
    const Collected lacking = read(above + header + "\nOrla AS;Pim;35,0\n");
    CHECK(lacking.skipped().find("it has: Owner, Company, Share (%)") != std::string::npos);
    CHECK(lacking.skipped().find("It lacks the relation: add a column") != std::string::npos);
  }
  options.columns["date"] = "Sinse";
  try {
    read(title + header + ";Since;relation\nOrla AS;Pim;35,0;2019;owns\n");
    FAIL("a column that is not there was found");
  } catch (const UsageError& error) {
    CHECK(std::string(error.what()).starts_with("there is no column 'Sinse' for date"));
    CHECK(error.remedy().find("Owner, Company, Share (%), Since, relation") != std::string::npos);
  }
}

TEST_CASE("triples have many names for their ends") {
  for (const char* header : {"entity1,relation,entity2", "h,r,t", "node_1,edge,node_2", "source,edge,target",
                             "source_entity,relationship,target_entity", "Vertex 1,Relationship,Vertex 2"}) {
    CAPTURE(header);
    const Collected all = collect_file("a.csv", header + std::string("\nNorway,bans,Orlo\n"));
    const bool row = all.rows.size() == 1 && all.rows[0].source == "Norway" &&
                     all.rows[0].relation == "bans" && all.rows[0].target == "Orlo";
    CHECK(row);
  }
}

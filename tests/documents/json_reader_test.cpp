#include "catch.h"
#include "documents/collected.h"

using namespace newsgraph;

TEST_CASE("articles have the usual names for their fields") {
  for (
      const char* record :
      {R"({"id":"1","title":"T","date":"2023-03-16","url":"https://a.example","text":"Words."})",
       R"({"_id":"1","headline":"T","publishedAt":"2023-03-16T08:00:00Z","link":"https://a.example","body":"Words."})",
       R"({"guid":1,"title":"T","published":1678924800,"url":"https://a.example","content":"Words."})",
       R"({"id":"1","title":"T","date":20230316,"url":"https://a.example","article":"Words."})",
       R"({"_source":{"id":"1","title":"T","date":"2023-03-16","url":"https://a.example","content":["Words."]}})",
       R"({"id":"1","webTitle":"T","webPublicationDate":"2023-03-16T08:00:00Z","webUrl":"https://a.example",
            "fields":{"bodyText":"Words."}})"}) {
    CAPTURE(record);
    const Document document = article_of("a.json", record);
    CHECK(document.id == "1");
    CHECK(document.title == "T");
    CHECK(document.date == "2023-03-16");
    CHECK(document.url == "https://a.example");
    CHECK(document.text == "T\n\nWords.");
  }
}

TEST_CASE("records are found inside what interfaces wrap around them") {
  for (const char* text :
       {R"([{"text":"One."},{"text":"Two."}])", R"({"articles":[{"text":"One."},{"text":"Two."}]})",
        R"({"status":"ok","totalResults":2,"articles":[{"content":"One."},{"content":"Two."}]})",
        R"({"response":{"status":"ok","results":[{"webTitle":"One."},{"webTitle":"Two."}]}})",
        R"({"hits":{"total":2,"hits":[{"_source":{"text":"One."}},{"_source":{"text":"Two."}}]}})",
        R"({"title":"A feed","items":[{"content_text":"One."},{"content_text":"Two."}]})",
        "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"}) {
    CAPTURE(text);
    const Collected all = collect_file("a.json", text);
    REQUIRE(all.documents.size() == 2);
    CHECK(all.documents[0].text == "One.");
    CHECK(all.documents[1].text == "Two.");
    CHECK(all.report.skipped.empty());
  }
}

TEST_CASE("authors, paragraphs and markup are made text") {
  const Collected all = collect_file("a.json", R"({"author":[{"name":"Ann"},"Bo"],"text":["One.","Two."]})");
  CHECK(all.documents.at(0).author == "Ann, Bo");
  CHECK(all.documents.at(0).text == "One.\n\nTwo.");
  CHECK(collect_file("a.json", R"({"content":"<p>One &amp; two.</p><script>x</script><p>Three.</p>"})")
            .documents.at(0)
            .text == "One & two.\n\nThree.");
}

TEST_CASE("offsets are into the text as the article has it") {
  const Collected all = collect_file("a.jsonl", "{\"title\":\"T\",\"text\":\"  T\\n\\n\\nWords  here. \"}\n");
  CHECK(all.documents.at(0).text == "T\n\n  T\n\n\nWords  here. ");
  CHECK(all.documents.at(0).body == 3);
}

TEST_CASE("relations come as objects, too") {
  const Collected all = collect_file("r.json", R"([
    {"source":"Alpha","relation":"owns","target":"Beta","confidence":0.5,"date":"16 March 2023"},
    {"subject":{"name":"Gamma"},"predicate":"bans","object":{"name":"Delta"}}])");
  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0].source == "Alpha");
  CHECK(all.rows[0].confidence == 0.5);
  CHECK(all.rows[0].date == "2023-03-16");
  CHECK(all.rows[1].source + all.rows[1].relation + all.rows[1].target == "GammabansDelta");
}

TEST_CASE("a line that is no JSON is named, the others are read") {
  const Collected all = collect_file(
      "a.jsonl", "{\"text\":\"One.\"}\n{broken\n\n[1]\n{\"x\":1}\n{\"text\":\"Two.\"}\n{\"text\":\"cut");
  CHECK(all.documents.size() == 2);
  REQUIRE(all.report.skipped.size() == 4);
  CHECK(all.report.skipped[0].where.ends_with("a.jsonl:2"));
  CHECK(all.report.skipped[1].reason == "is no object");
  CHECK(all.report.skipped[2].reason.find("its keys are: x") != std::string::npos);
  CHECK(all.report.skipped[3].where.ends_with("a.jsonl:7"));
}

TEST_CASE("what comes before a fault in an array is kept") {
  const Collected all = collect_file("a.json", R"([{"text":"One."},{"text":"Two."},{"text":)");
  CHECK(all.documents.size() == 2);
  CHECK(all.skipped().find("what follows was not read") != std::string::npos);
}

TEST_CASE("nesting without end stops at the limit") {
  for (const std::string& text : {std::string(1'000'000, '['), "{\"a\":" + std::string(1'000'000, '['),
                                  "[{\"text\":\"x\",\"y\":" + std::string(1'000'000, '[')}) {
    CHECK(collect_file("a.json", text).skipped().find("nested deeper than 64") != std::string::npos);
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
  CHECK(collect_file("a.jsonl", "{\"text\":\"x\"}\n" + deep + "\n").report.skipped.size() == 1);
}

TEST_CASE("records have a limit, arrays of them have none") {
  ReadOptions options;
  options.limits.document_bytes = 200'000;
  std::string array = "[";
  for (int i = 0; i < 5000; ++i) {
    array += "{\"text\":\"" + std::string(200, 'x') + std::to_string(i) + "\"},";
  }
  CHECK(collect_file("a.json", array + "{\"text\":\"end\"}]", options).documents.size() == 5001);
  const Collected large =
      collect_file("a.json", array + "{\"text\":\"" + std::string(1'000'000, 'y') + "\"}]", options);
  CHECK(large.documents.size() == 5000);
  CHECK(large.skipped().find("--max-document-size") != std::string::npos);
  const Collected line = collect_file(
      "a.jsonl", "{\"text\":\"" + std::string(1'000'000, 'y') + "\"}\n{\"text\":\"end\"}\n", options);
  CHECK(line.documents.size() == 1);
  CHECK(line.skipped().find("--max-document-size") != std::string::npos);
}

TEST_CASE("an empty array is named") {
  CHECK(collect_file("a.json", "[]").skipped().find("holds no records") != std::string::npos);
  CHECK(collect_file("a.json", "{\"articles\":[]}").report.skipped.size() == 1);
}

TEST_CASE("dates are read as databases and languages write them") {
  for (const char* date :
       {R"({"$date":"2018-02-19T13:45:00Z"})", R"({"$date":1519048800000})",
        R"({"$date":{"$numberLong":"1519048800000"}})", R"({"_seconds":1519048800,"_nanoseconds":0})",
        R"({"date":"2018-02-19 13:45:00.000000","timezone":"UTC"})", R"({"year":2018,"month":2,"day":19})",
        "[2018,2,19,13,45]", R"(["2018-02-19"])", "1519048800", "1519048800.25", "1519048800000", "20180219",
        "20180219134500", R"("1519048800")", R"("19-Feb-18")", R"("43150")", "43150",
        R"("/Date(1519048800000)/")"}) {
    CAPTURE(date);
    CHECK(collect_file("a.json", "{\"text\":\"Words.\",\"date\":" + std::string(date) + "}")
              .documents.at(0)
              .date == "2018-02-19");
  }
  for (const char* date : {"{}", "[]", "[[2018]]", R"({"year":"x"})", "1e300", "-1", "true", "null",
                           R"({"$date":{"$date":{}}})"}) {
    CAPTURE(date);
    CHECK(collect_file("a.json", "{\"text\":\"Words.\",\"date\":" + std::string(date) + "}")
              .documents.at(0)
              .date.empty());
  }
}

TEST_CASE("records show in which order their dates are") {
  const std::string first = R"({"text":"One \"quoted\".","published":"03/04/2023"})";
  const std::string second = R"({"text":"Two.","published":"13/04/2023"})";
  for (const std::string& text : {"[" + first + "," + second + "]", first + "\n" + second + "\n"}) {
    const Collected all = collect_file("a.json", text);
    CHECK(all.documents.at(0).date == "2023-04-03");
    CHECK(all.documents.at(1).date == "2023-04-13");
  }
}

TEST_CASE("fields have the names that other tools give them") {
  struct Case {
    const char* tool;
    const char* record;
    const char* body;
  };
  for (
      const Case& one : {
          Case{
              "news-please",
              R"({"authors":["Ann Lee"],"date_download":"2024-03-10 11:00:00","date_modify":"2024-03-06 08:00:00",
                    "date_publish":"2024-03-04 09:00:00","description":"Short.","maintext":"Words.","title":"T","title_page":null,
                    "source_domain":"a.example","url":"https://a.example/t"})",
              "Words."},
          Case{
              "HuffPost",
              R"({"link":"https://a.example/t","headline":"T","category":"X","short_description":"Words.","authors":"Ann Lee",
                    "date":"2024-03-04"})",
              "Words."},
          Case{
              "The New York Times",
              R"({"web_url":"https://a.example/t","headline":{"main":"T","kicker":null},"lead_paragraph":"Words.","snippet":"W",
                    "abstract":"Other.","pub_date":"2024-03-04T09:00:00+0000","byline":{"original":"By Ann Lee"},"_id":"x"})",
              "Words."},
          Case{
              "trafilatura",
              R"({"title":"T","author":"Ann Lee","hostname":"a.example","date":"2024-03-04","fingerprint":"f","raw_text":"Raw.",
                    "text":"Words.","source":"https://a.example/t","excerpt":"W","filedate":"2024-03-10"})",
              "Words."},
          Case{
              "newspaper3k",
              R"({"source_url":"https://a.example","url":"https://a.example/t","title":"T","text":"Words.","authors":["Ann Lee"],
                    "publish_date":"2024-03-04 00:00:00","summary":"W","meta_description":"W"})",
              "Words."},
          Case{
              "goose3",
              R"({"title":"T","cleaned_text":"Words.","publish_date":"2024-03-04","final_url":"https://a.example/t",
                    "meta_description":"W","authors":["Ann Lee"]})",
              "Words."},
          Case{
              "Readability",
              R"({"title":"T","byline":"By Ann Lee","content":"<p>Words.</p>","excerpt":"W","publishedTime":"2024-03-04",
                    "url":"https://a.example/t"})",
              "Words."},
          Case{"WordPress",
               R"({"id":7,"date":"2024-03-04T09:00:00","link":"https://a.example/t","title":{"rendered":"T"},
                    "content":{"rendered":"<p>Words.</p>"},"excerpt":{"rendered":"<p>W</p>"},"author":{"name":"Ann Lee"}})",
               "Words."},
          Case{
              "Event Registry",
              R"({"uri":"123","lang":"eng","date":"2024-03-04","time":"09:00:00","dateTime":"2024-03-04T09:00:00Z",
                    "url":"https://a.example/t","title":"T","body":"Words.","source":{"uri":"a.example","title":"A"},
                    "authors":[{"uri":"ann","name":"Ann Lee","type":"author"}]})",
              "Words."},
          Case{
              "Media Cloud",
              R"({"id":"x","stories_id":5,"title":"T","publish_date":"2024-03-04","url":"https://a.example/t",
                    "media_name":"A","media_url":"https://a.example","text":"Words.","author":"Ann Lee"})",
              "Words."},
          Case{
              "Factiva",
              R"({"an":"A0001","hd":"T","by":"By Ann Lee","pd":"4 March 2024","lp":"First.","td":"Words.","sn":"A",
                    "url":"https://a.example/t"})",
              "First.\n\nWords."},
          Case{
              "Nexis",
              R"({"Headline":"T","Byline":"Ann Lee","Published date":"March 4, 2024","HLEAD":"First.","BODY":"First. Words.",
                    "Publication":"A","Link":"https://a.example/t"})",
              "First. Words."},
          Case{
              "Zyte",
              R"({"headline":"T","datePublished":"2024-03-04T00:00:00","author":"Ann Lee","articleBody":"Words.",
                    "url":"https://a.example/t","description":"W","inLanguage":"en"})",
              "Words."},
          Case{
              "Diffbot",
              R"({"title":"T","text":"Words.","date":"Mon, 04 Mar 2024 09:00:00 GMT","pageUrl":"https://a.example/t",
                    "author":"Ann Lee"})",
              "Words."},
      }) {
    CAPTURE(one.tool);
    const Document document = article_of("a.json", one.record);
    CHECK(document.title == "T");
    CHECK(document.date == "2024-03-04");
    CHECK(document.url == "https://a.example/t");
    CHECK(document.author == "Ann Lee");
    CHECK(document.text == "T\n\n" + std::string(one.body));
  }
}

TEST_CASE("interfaces of news are read") {
  const Collected gdelt =
      collect_file("a.json", R"({"articles":[{"url":"https://a.example/t","title":"Alpha bans Beta",
      "seendate":"20240304T091500Z","domain":"a.example","language":"English","sourcecountry":"Norway"}]})");
  CHECK(gdelt.documents.at(0).date == "2024-03-04");
  const Collected registry = collect_file("a.json", R"({"articles":{"page":1,"totalResults":1,"results":[
      {"uri":"1","url":"https://a.example/t","title":"T","body":"Words.","date":"2024-03-04"}]}})");
  CHECK(registry.documents.at(0).text == "T\n\nWords.");
  const Collected times = collect_file("a.json", R"({"status":"OK","response":{"docs":[
      {"web_url":"https://a.example/t","headline":{"main":"T"},"lead_paragraph":"Words."}],"meta":{"hits":1}}})");
  CHECK(times.documents.at(0).text == "T\n\nWords.");
}

TEST_CASE("a source that is a name is no address") {
  CHECK(collect_file("a.json", R"({"text":"Words.","source":"The Post"})").documents.at(0).url.empty());
  CHECK(collect_file("a.json", R"({"text":"Words.","source":{"id":"p","name":"The Post"}})")
            .documents.at(0)
            .url.empty());
  CHECK(collect_file("a.csv", "title,text,source\nT,Words.,The Post\nU,More.,https://a.example/u\n")
            .documents.at(0)
            .url.empty());
  CHECK(collect_file("a.csv", "title,text,source\nT,Words.,The Post\nU,More.,https://a.example/u\n")
            .documents.at(1)
            .url == "https://a.example/u");
}

TEST_CASE("fields that no record uses are named once") {
  const std::string lines = R"({"text":"One.","category":"x","summary":"","language":null,"tags":[]})"
                            "\n"
                            R"({"text":"Two.","category":"y","mood":1})"
                            "\n";
  const Collected all = collect_file("a.jsonl", lines);
  REQUIRE(all.report.warnings.size() == 1);
  CHECK(all.report.warnings[0].ends_with("a.jsonl: fields that are not used: category, mood"));
  CHECK(collect_file("a.json", R"([{"text":"One.","url":"https://a.example"},{"text":"Two."}])")
            .report.warnings.empty());
  std::string many = "{\"text\":\"One.\"";
  for (int i = 0; i < 5000; ++i) many += ",\"k" + std::to_string(i) + "\":1";
  CHECK(collect_file("a.json", many + "}").report.warnings.at(0).find("and ") != std::string::npos);
  const Collected rows =
      collect_file("r.json", R"([{"source":"A","relation":"owns","target":"B","weight":3}])");
  CHECK(rows.report.warnings.at(0).ends_with("fields that are not used: weight"));
}

TEST_CASE("tables in JSON by their columns, and as cells") {
  for (
      const char* table :
      {R"({"title":{"0":"A","1":"B"},"text":{"0":"Norway banned Orlo.","1":"Chile banned Orlo."}})",
       R"({"columns":["title","text"],"index":[0,1],"data":[["A","Norway banned Orlo."],["B","Chile banned Orlo."]]})"}) {
    CAPTURE(table);
    const Collected all = collect_file("a.json", table);
    REQUIRE(all.documents.size() == 2);
    CHECK(all.documents[1].text == "B\n\nChile banned Orlo.");
    CHECK(all.report.skipped.empty());
  }
}

TEST_CASE("what is said beside the text, in an object of its own") {
  const Document article = article_of(
      "a.jsonl",
      R"({"text":"Norway banned Orlo.","meta":{"url":"https://a.example/1","date":"2024-03-04","title":"T"}})");
  CHECK(article.url == "https://a.example/1");
  CHECK(article.date == "2024-03-04");
  CHECK(article.text == "T\n\nNorway banned Orlo.");
  const Collected parts =
      collect_file("b.json", R"([{"title":"T","text":"Norway banned Orlo.","year":2024,"month":3,"day":4},
                                 {"title":"U","text":"Chile banned Orlo.","issued":{"date-parts":[[2024,3,5]]}}])");
  REQUIRE(parts.documents.size() == 2);
  CHECK(parts.documents[0].date == "2024-03-04");
  CHECK(parts.documents[1].date == "2024-03-05");
}

TEST_CASE("replies of interfaces that wrap their articles otherwise") {
  for (
      const char* reply :
      {R"({"request":{},"objects":[{"title":"T","text":"Norway banned Orlo."}]})",
       R"({"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"T","selftext":"Norway banned Orlo."}}]}})",
       R"({"posts":[{"title":"T","html":"<p>Norway banned Orlo.</p>"}]})",
       R"({"status":"ok","message":{"items":[{"title":["T"],"abstract":"Norway banned Orlo."}]}})"}) {
    CAPTURE(reply);
    const Document article = article_of("a.json", reply);
    CHECK(article.text == "T\n\nNorway banned Orlo.");
  }
}

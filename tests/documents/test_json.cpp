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
    const Collected all = collect_file("a.json", record);
    REQUIRE(all.documents.size() == 1);
    const Document& document = all.documents[0];
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

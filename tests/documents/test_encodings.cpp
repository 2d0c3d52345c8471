#include "catch.h"
#include "documents/collected.h"
#include "support/utf8.h"

using namespace newsgraph;

namespace {
std::string utf16le(std::u16string_view text) {
  std::string bytes = "\xFF\xFE";
  for (const char16_t unit : text) bytes += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
  return bytes;
}
}  // namespace

TEST_CASE("every kind of text is read in every encoding") {
  CHECK(collect_file("a.txt", utf16le(u"Café déjà vu.")).documents.at(0).text == "Café déjà vu.");
  CHECK(collect_file("a.txt", "Caf\xE9 d\xE9j\xE0 vu.").documents.at(0).text == "Café déjà vu.");
  CHECK(collect_file("a.jsonl", utf16le(u"{\"text\":\"Café.\"}\n")).documents.at(0).text == "Café.");
  CHECK(collect_file("a.json", "[{\"text\":\"Caf\xE9.\"}]").documents.at(0).text == "Café.");
  CHECK(collect_file("a.csv", utf16le(u"id,text\n1,Café.\n")).documents.at(0).text == "Café.");
  CHECK(collect_file("a.csv", "\xEF\xBB\xBFtext,id\nCaf\xE9.,1\n").documents.at(0).text == "Café.");
  CHECK(collect_file("a.md", utf16le(u"# Café\n\nText.")).documents.at(0).title == "Café");
  CHECK(
      collect_file("a.html", utf16le(u"<html><title>Café</title><p>Text of it.</p>")).documents.at(0).title ==
      "Café");
}

TEST_CASE("broken UTF-8 is repaired and counted") {
  const Collected all = collect_file("a.txt", "Na\xC3\xAFve caf\xC3 and \xE2\x82 end.");
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents[0].text == "Naïve caf\uFFFD and \uFFFD end.");
  CHECK(all.report.repaired == 2);
}

TEST_CASE("a broken line costs nothing but itself") {
  const Collected all = collect_file(
      "a.jsonl", "{\"text\":\"Na\xC3\xAFve.\"}\n{\"text\":\"B\xC3 c.\"}\n{\"text\":\"Fine.\"}\n");
  REQUIRE(all.documents.size() == 3);
  CHECK(all.documents[1].text == "B\uFFFD c.");
  CHECK(all.report.repaired == 1);
}

TEST_CASE("whatever the bytes, the text is valid UTF-8") {
  std::string bytes = "Words first, then everything: ";
  for (int i = 1; i < 256; ++i) bytes += {static_cast<char>(i), ' ', 'w', 'o', 'r', 'd', 's', ' '};
  for (const char* name : {"a.txt", "a.md", "a.html"}) {
    const Collected all = collect_file(name, bytes);
    for (const Document& document : all.documents) CHECK(utf8::valid(document.text));
    CHECK(all.documents.size() + all.report.skipped.size() == 1);
  }
}

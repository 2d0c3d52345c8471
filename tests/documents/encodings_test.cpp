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

TEST_CASE("graphs in XML are read in the encoding that they declare") {
  const auto graph_in = [](const std::string& declared, const std::string& name) {
    const Collected all = collect_file("a.graphml", "<?xml version=\"1.0\" encoding=\"" + declared +
                                                        "\"?><graphml><node id=\"" + name + "\"/></graphml>");
    REQUIRE(all.others.size() == 1);
    const std::string& text = all.others[0].second;
    const auto begin = text.find("id=") + 4;
    return text.substr(begin, text.find('"', begin) - begin);
  };
  CHECK(graph_in("ISO-8859-1", "Caf\xE9") == "Café");
  CHECK(graph_in("iso-8859-2",
                 "\xA3\xF3"
                 "d\xBC") == "Łódź");
  CHECK(graph_in("ISO-8859-15", "\xA4 5") == "€ 5");
  CHECK(graph_in("windows-1252", "\x80 5") == "€ 5");
  CHECK(graph_in("windows-1251", "\xCE\xF0\xEB\xEE") == "Орло");
  CHECK(graph_in("KOI8-R", "\xEF\xD2\xCC\xCF") == "Орло");
  CHECK(graph_in("GBK", "\xD6\xD0\xB9\xFA") == "中国");
  CHECK(graph_in("Big5", "\xA4\xA4\xB0\xEA") == "中國");
  CHECK(graph_in("Shift_JIS", "\x93\xFA\x96\x7B") == "日本");
  CHECK(graph_in("EUC-JP", "\xC6\xFC\xCB\xDC") == "日本");
  CHECK(graph_in("EUC-KR", "\xC7\xD1\xB1\xB9") == "한국");
  CHECK(graph_in("UTF-8", "Café") == "Café");
  // What is UTF-8 all the same, and what nobody knows.
  CHECK(graph_in("ISO-8859-1", "Café") == "Café");
  CHECK(graph_in("utf-16", "Café") == "Café");
  CHECK(graph_in("x-klingon", "Caf\xE9 bar") == "Café bar");
  for (const bool big : {false, true}) {
    std::string bytes;
    for (const char16_t unit :
         std::u16string_view(u"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><graphml a=\"é\"/>")) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      bytes += big ? std::string{high, low} : std::string{low, high};
    }
    CHECK(collect_file("a.graphml", bytes).others.at(0).second.find("é") != std::string::npos);
  }
}

TEST_CASE("a character may be cut between two blocks of a stream") {
  std::string bytes = "<?xml version=\"1.0\" encoding=\"GBK\"?><graphml a=\"x";
  for (int i = 0; i < 300'000; ++i) bytes += "\xD6\xD0";
  const Collected all = collect_file("a.graphml", bytes + "\"/></graphml>");
  CHECK(all.report.repaired == 0);
  CHECK(all.others.at(0).second.find("\uFFFD") == std::string::npos);
}

TEST_CASE("tables with carriage returns alone are tables") {
  const Collected all = collect_file(
      "a.csv", "source;relation;target;evidence\rHalden;owns;Orlo;\"It\nowns it\"\rPeru;bans;Orlo;\r");
  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0].evidence == "It\nowns it");
  CHECK(collect_file("a.csv", "text,title\rNorway banned Orlo.,A\rPeru banned Orlo.,B").documents.size() ==
        2);
  CHECK(collect_file("a.jsonl", "{\"text\":\"a b\"}\r{\"text\":\"c d\"}\r").documents.size() == 2);
  CHECK(collect_file("a.txt", "Title: Orlo\rDate: 2024-03-04\r\rNorway banned it.\r").documents.at(0).title ==
        "Orlo");
}

TEST_CASE("tables that spreadsheets save as Unicode text are tables") {
  CHECK(collect_file("a.txt", utf16le(u"source\trelation\ttarget\r\nHalden\towns\tCafé Orlo\r\n"))
            .rows.at(0)
            .target == "Café Orlo");
  CHECK(collect_file("a.txt", "title\ttext\nA\tNorway banned Orlo.\n").documents.at(0).title == "A");
  CHECK(collect_file("a.txt", "source,relation,target\nA,owns,B\nC,owns,D\n").rows.size() == 2);
  // Prose is prose.
  CHECK(collect_file("a.txt", "Text, title\nand more, said he.\n")
            .documents.at(0)
            .text.starts_with("Text, title"));
}

#include <set>

#include "catch.h"
#include "documents/broken_lines.h"
#include "documents/collected.h"
#include "documents/text_mending.h"

using namespace newsgraph;

namespace {

std::string unescaped(std::string text) {
  unescape(text);
  return text;
}
std::string mended(std::string text) {
  mend_mojibake(text);
  return text;
}
std::string visible(std::string text) {
  drop_invisible(text);
  return text;
}
std::string joined(std::string text) {
  const std::set<std::string, std::less<>> known = {"government", "OrloPost", "state", "owned",
                                                    "Orlo",       "Post",     "news",  "newspapers"};
  join_hyphens(text, [&](std::string_view word) { return known.contains(word); });
  return text;
}

}  // namespace

TEST_CASE("characters escaped as in HTML, once and over again") {
  CHECK(unescaped("Orlo &amp; Co&#39;s &quot;paper&quot;&nbsp;&#8212;&#x2014;") ==
        "Orlo & Co's \"paper\"\u00A0——");
  CHECK(unescaped("Orlo &amp;amp;amp; Co") == "Orlo & Co");
  CHECK(unescaped("Norway #39;s paper doesn #39;t cost #36;5, #39;Orlo#39;") ==
        "Norway's paper doesn't cost $5, 'Orlo'");
  CHECK(unescaped("it&#146;s") == "it’s");
  for (const char* plain :
       {"R&D; it pays", "Orlo & Co; so", "&unknown; &;", "&#0; &#xD800; &#9999999;", "No. #39 won", "a&b"}) {
    CHECK(unescaped(plain) == plain);
  }
}

TEST_CASE("UTF-8 that was taken for another encoding") {
  const std::pair<const char*, const char*> cases[] = {
      {"Norwayâ€™s â€œbigâ€\u009D cafÃ© â€“ Ã…lesund", "Norway’s “big” café – Ålesund"},
      {"said â€œnoâ€\uFFFD to it", "said “no” to it"},
      {"said â€œnoâ€ to it", "said “no” to it"},
      {"Norwayâ\u0080\u0099s", "Norway’s"},
      {"cost Â£5 Â", "cost £5 Â"},
      {"CafÃƒÂ© Orlo", "Café Orlo"},
      {"Norwayâ€šÃ„Ã´s", "Norway’s"},
      {"Norway‚Äôs caf√©", "Norway’s café"},
      {"Norwayвђ™s", "Norwayвђ™s"},
      {"NorwayвЂ™s", "Norway’s"},
      {"NorwayΓÇÖs caf├⌐", "Norway’s café"},
      {"NorwayÔÇÖs", "Norway’s"},
      {"voilÃ  lâ€™art", "voilà l’art"},
      {"ðŸ˜€ Orlo", "😀 Orlo"},
  };
  for (const auto& [wrong, right] : cases) {
    CAPTURE(wrong);
    CHECK(mended(wrong) == right);
  }
}

TEST_CASE("text that only looks odd stays as it is") {
  for (const char* right :
       {"São Paulo’s café – “Ålesund”", "DÉCIDÉ» À «ÉTÉ»", "IRMÃO JOÃO Ã", "Ελλάδα в Москве", "√2 ≈ 1.4",
        "€5, £3 and ¥9", "日本語", "naïve â propos", "Đà Nẵng", "Łódź ├── tree"}) {
    CAPTURE(right);
    CHECK(mended(right) == right);
  }
}

TEST_CASE("characters that nobody sees go") {
  CHECK(visible("Or\u00ADlo ow\u200Bns Kes\u2060trel\uFEFF \u202Aso\u202C") == "Orlo owns Kestrel so");
  CHECK(visible("the ﬁrst ﬂag, Asia\u2011Paciﬁc") == "the first flag, Asia-Pacific");
  CHECK(visible("👩\u200D👧") == "👩\u200D👧");
  CHECK(visible("govern\u00AD\nment") == "govern\u00AD\nment");
}

TEST_CASE("words that were broken at the end of a line") {
  CHECK(joined("the govern-\nment of it") == "the government of it");
  CHECK(joined("the state-\nowned Orlo-\nPost here") == "the state-owned OrloPost here");
  CHECK(joined("the Anglo-\nAmerican war") == "the Anglo-American war");
  CHECK(joined("the unkno-\nwnish one") == "the unknownish one");
  CHECK(joined("govern\u00AD\nment") == "government");
  CHECK(joined("pre- and post-war, pre-\nand post-war") == "pre- and post-war, pre-\nand post-war");
  CHECK(joined("Kestrelpost said. Kestrel-\npost said.") == "Kestrelpost said. Kestrelpost said.");
  CHECK(joined("a war of twenty-one-\nyear terms") == "a war of twenty-one-year terms");
  CHECK(joined("a list:\n- one\n- two -\nthree") == "a list:\n- one\n- two -\nthree");
  CHECK(joined("in COVID-\n19 times") == "in COVID-19 times");
  // The other lines of such a paragraph are a page's as well; those of others are left alone.
  CHECK(joined("Norway banned the paper of the govern-\nment in Oslo on Monday morning after the\nOwner had "
               "said so.\nShort.\n\nOne\nTwo") ==
        "Norway banned the paper of the government in Oslo on Monday morning after the Owner had said "
        "so.\nShort.\n\nOne\nTwo");
}

TEST_CASE("breaks of lines take linear time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "ab-\n";
  join_hyphens(text, {});
  CHECK(text.size() < 500'000);
}

TEST_CASE("what is repaired is counted and said") {
  ReadOptions options;
  options.explain = true;
  const Collected all =
      collect_file("a.csv", "title,text\nA,Orlo &amp;amp; Co owns CafÃ© Kestrel.\n", options);
  CHECK(all.documents.at(0).text == "A\n\nOrlo & Co owns Café Kestrel.");
  CHECK(all.report.mended.size() == 2);
  CHECK(all.documents[0].notes.size() == 2);
  const Collected rows = collect_file("a.csv", "source,relation,target\nOrlo &amp; Co,owns,CafÃ© Kestrel\n");
  CHECK(rows.rows.at(0).source == "Orlo & Co");
  CHECK(rows.rows[0].target == "Café Kestrel");
}

TEST_CASE("markup in a field of text is reduced to text") {
  CHECK(collect_file("a.csv", "title,text\nA,&lt;p&gt;Norway banned Orlo.&lt;/p&gt;&lt;p&gt;So.&lt;/p&gt;\n")
            .documents.at(0)
            .text == "A\n\nNorway banned Orlo.\n\nSo.");
}

TEST_CASE("characters and breaks as source code shows them") {
  const auto shown = [](std::string text) {
    unescape_source(text);
    return text;
  };
  CHECK(shown("Norway\\u2019s paper \\ud83d\\ude00") == "Norway’s paper 😀");
  CHECK(shown("Norway\\xe2\\x80\\x99s Caf\\xc3\\xa9") == "Norway’s Café");
  CHECK(shown("It banned Orlo.\\n\\nIt said so.\\r\\nx") == "It banned Orlo.\n\nIt said so.\n\nx");
  for (const char* same : {"C:\\new\\users", "\\u00", "\\ud83d x", "\\xff\\xfe", "\\x41", "a\\", "\\u0041"}) {
    CAPTURE(same);
    CHECK(shown(same) == same);
  }
}

TEST_CASE("letters are mended where quotation marks show for which page the text was taken") {
  CHECK(mended("Norwayâ€™s CafÃ©") == "Norway’s Café");
  CHECK(mended("NorwayвЂ™s CafГ©") == "Norway’s Café");
  CHECK(mended("NorwayÔÇÖs Caf├®") == "Norway’s Café");
  CHECK(mended("Г© in a Russian text") == "Г© in a Russian text");
}

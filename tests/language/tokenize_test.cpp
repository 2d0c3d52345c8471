#include "language/split/tokenize.h"

#include <string>
#include <vector>

#include "catch.h"
#include "language/split/split.h"

using namespace newsgraph;

namespace {

// The tokens of a text, joined by "|".
std::string tokens_of(std::string_view text) {
  std::string joined;
  for (const Sentence& sentence : split(text)) {
    for (const Token& token : sentence.tokens) {
      if (!joined.empty()) joined += '|';
      joined += token.form;
    }
  }
  return joined;
}

struct Case {
  std::string text;
  std::string tokens;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tokens_of(c.text) == c.tokens);
  }
}

}  // namespace

TEST_CASE("contractions and possessives are cut") {
  check({{"They don't own China's firm.", "They|do|n't|own|China|'s|firm|."},
         {"We can't, won't and CANNOT say.", "We|ca|n't|,|wo|n't|and|CAN|NOT|say|."},
         {"He's gonna pay, I'll bet", "He|'s|gon|na|pay|,|I|'ll|bet"},
         {"the parties' leaders", "the|parties|'|leaders"},
         {"Shi'ites and O'Connor at 5 o'clock", "Shi'ites|and|O'Connor|at|5|o'clock"},
         {"dont, didnt, dunno", "do|nt|,|did|nt|,|du|n|no"},
         {"since the 1990's and in '72", "since|the|1990's|and|in|'72"}});
}

TEST_CASE("curly apostrophes count as straight ones, also with stray white space") {
  check({{"ByteDance’s app isn’t banned", "ByteDance|’s|app|is|n’t|banned"},
         {"the mayor ‘s office", "the|mayor|‘s|office"},
         {"Huawei ’s phones", "Huawei|’s|phones"},
         {"the ‘so called’ ban", "the|‘|so|called|’|ban"},
         {"called ‘s’ there", "called|‘|s|’|there"}});
}

TEST_CASE("hyphenated compounds are cut but for affixes") {
  check({{"a Chinese-owned, state-of-the-art firm", "a|Chinese|-|owned|,|state|-|of|-|the|-|art|firm"},
         {"e-mail, co-operate and anti-American", "e-mail|,|co-operate|and|anti-American"},
         {"al-Qaeda in the mid-1990s", "al|-|Qaeda|in|the|mid-1990s"},
         {"the U.S.-based non-profit", "the|U.S.|-|based|non-profit"},
         {"China -based staff", "China|-|based|staff"}});
}

TEST_CASE("numbers, dates, times, money and telephone numbers") {
  check({{"$1,200.50, €3bn and US$5m", "$|1,200.50|,|€|3|bn|and|US$|5|m"},
         {"at 5:30pm on 11/28/2000 (9/11)", "at|5:30|pm|on|11/28/2000|(|9/11|)"},
         {"1969-1970, 10%, 20th", "1969|-|1970|,|10|%|,|20th"},
         {"call 713-853-3989 or +44", "call|713-853-3989|or|+44"},
         {"about 1/2 of PM2.5, .265", "about|1|/|2|of|PM2.5|,|.265"}});
}

TEST_CASE("addresses are one token") {
  check({{"See https://example.com/a(b)?x=1, please.", "See|https://example.com/a(b)?x=1|,|please|."},
         {"(www.example.org)", "(|www.example.org|)"},
         {"mail john.doe+x@mail.example.co.uk.", "mail|john.doe+x@mail.example.co.uk|."},
         {"Salesforce.com and GSK.L rose", "Salesforce.com|and|GSK.L|rose"},
         {"@newsgraph on #MeToo", "@newsgraph|on|#MeToo"}});
}

TEST_CASE("abbreviations keep their full stop inside a sentence") {
  check({{"Mr. Xi met Gen. Lee of Acme Inc. in St. Louis, Mo., on Jan. 5",
          "Mr.|Xi|met|Gen.|Lee|of|Acme|Inc.|in|St.|Louis|,|Mo.|,|on|Jan.|5"},
         {"J.K. Rowling and George W. Bush", "J.K.|Rowling|and|George|W.|Bush"},
         {"No. 5, e.g. a Ph.D. at 3 p.m. there", "No.|5|,|e.g.|a|Ph.D.|at|3|p.m.|there"},
         {"It was Acme Inc.", "It|was|Acme|Inc|."},
         {"It left the U.S.", "It|left|the|U.S."},
         {"Plan B.", "Plan|B|."},
         {"Fees, etc.", "Fees|,|etc|."}});
}

TEST_CASE("punctuation, ellipses, rules and emoticons") {
  check({{"What?! Well... yes", "What|?!|Well|...|yes"},
         {"(see [1]) -- no—yes", "(|see|[|1|]|)|--|no|—|yes"},
         {"Great :) ;-)", "Great|:)|;-)"},
         {"and/or w/o it", "and|/|or|w/o|it"},
         {"AT&T, PG&E, f*ck", "AT&T|,|PG&E|,|f*ck"},
         {"it closed.then reopened", "it|closed|.|then|reopened"},
         {"a ---------- b", "a|----------|b"}});
}

TEST_CASE("no-break and zero-width spaces separate, and joiners do not") {
  check(
      {{"EU\u00A0has\u200Bapproved\uFEFF it", "EU|has|approved|it"}, {"co\u00ADoperate", "co\u00ADoperate"}});
}

TEST_CASE("every byte that is no white space is in exactly one token, whatever the bytes") {
  const std::string text = GENERATE(as<std::string>{}, "\xff\xfe broken \xe2\x80 bytes \xf0\x9f",
                                    "\xc3\xa9t\xc3", "''''' `` ’’ ‘ ’", "a'b'c-d-e.f.g@h/i&j*k",
                                    "-.-.-.,,,;;;:::", "日本語。中国", "😀😀 ok", std::string("nul\0byte", 8));
  CAPTURE(text);
  std::vector<RawToken> tokens;
  tokenize(text, 0, text.size(), tokens);
  std::size_t at = 0;
  for (const RawToken& token : tokens) {
    REQUIRE(token.begin >= at);
    REQUIRE(token.end > token.begin);
    at = token.end;
  }
  REQUIRE(at <= text.size());
}

TEST_CASE("a range is tokenized as if nothing followed it") {
  const std::string text = "He left. They stayed";
  std::vector<RawToken> tokens;
  tokenize(text, 3, 7, tokens);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].begin == 3);
  CHECK(tokens[0].end == 7);
}

#include "language/scan/scan.h"

#include <string>
#include <vector>

#include "catch.h"
#include "language/split/split.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

const std::vector<std::string> kForms = {"ban", "bans", "denounc*", "lash* out", "barred", "b", "took over"};

// "token:form" of each hit.
std::string hits_of(std::string_view text) {
  const TriggerScanner scanner(kForms);
  std::string result;
  for (const Sentence& sentence : split(text)) {
    for (const TriggerHit& hit : scanner.hits(sentence)) {
      result += std::to_string(hit.token) + ":" + kForms[static_cast<std::size_t>(hit.form)] + " ";
    }
  }
  return result;
}

std::string names_of(std::string_view text) {
  std::string result;
  for (const Sentence& sentence : split(text)) {
    for (const NameCandidate& name : name_candidates(sentence)) {
      const auto& first = sentence.tokens[static_cast<std::size_t>(name.first)];
      const auto& last = sentence.tokens[static_cast<std::size_t>(name.last)];
      result += std::string(text.substr(first.begin, last.end - first.begin)) + (name.certain ? ";" : "?;");
    }
  }
  return result;
}

}  // namespace

TEST_CASE("forms match whole tokens in any case, stems match their start") {
  CHECK(hits_of("China will BAN it") == "2:ban ");
  CHECK(hits_of("A banner for the Bank") == "");
  CHECK(hits_of("Denouncing it, he denounced; a denouncement") == "0:denounc* 4:denounc* 7:denounc* ");
  CHECK(hits_of("plan B") == "1:b ");
}

TEST_CASE("a form of several words asks for them in a row") {
  CHECK(hits_of("He lashed out at it") == "1:lash* out ");
  CHECK(hits_of("He lashed it out") == "");
  CHECK(hits_of("It was took") == "");
  CHECK(hits_of("it took over Acme") == "1:took over ");
}

TEST_CASE("the lowest form is reported, and matches() agrees with hits()") {
  const std::vector<std::string> forms = {"acqui*", "acquired", "acquir*"};
  const TriggerScanner scanner(forms);
  const auto sentences = split("Acme acquired Widget.");
  const auto hits = scanner.hits(sentences.front());
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].form == 0);
  CHECK(scanner.matches(sentences.front()));
  CHECK_FALSE(scanner.matches(split("Nothing here.").front()));
}

TEST_CASE("no forms match nothing, unusable forms are refused") {
  CHECK_FALSE(TriggerScanner({}).matches(split("China bans it.").front()));
  const std::vector<std::string> bad = {GENERATE(as<std::string>{}, "", "*", "a  b", std::string(64, 'x'))};
  CHECK_THROWS_AS(TriggerScanner(bad), Error);
}

TEST_CASE("runs of capitalised words are candidates for names") {
  CHECK(names_of("Yesterday Ursula von der Leyen met al-Qaeda at Johnson & Johnson") ==
        "Yesterday Ursula von der Leyen;al-Qaeda;Johnson & Johnson;");
  CHECK(names_of("The firm owns it") == "The?;");
  CHECK(names_of("I use an iPhone of Apple Inc. daily") == "iPhone of Apple Inc.;");
  CHECK(names_of("a visit to Łódź") == "Łódź;");
}

TEST_CASE("a sentence without capitals holds no name") {
  CHECK_FALSE(may_hold_name(split("it owns 3 of them.").front()));
  CHECK(may_hold_name(split("it owns TikTok.").front()));
}

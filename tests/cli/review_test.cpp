// The review without a terminal: what comes first, what keys decide, what a claim looks like.
#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/review_doubt.h"
#include "cli/review_names.h"
#include "cli/review_session.h"
#include "cli/review_text.h"
#include "decisions/decision_json.h"
#include "decisions/decisions.h"
#include "knowledge/knowledge.h"

namespace newsgraph::cli {
namespace {

Argument named(const std::string& name, const std::string& type = "organization") {
  Argument argument;
  argument.name = argument.text = name;
  argument.type = type;
  argument.named = true;
  return argument;
}

Claim claim(const std::string& subject, const std::string& relation, const std::string& object,
            double confidence = 0.9, Status status = Status::asserted) {
  static unsigned number = 0;
  Claim claim;
  claim.id = "c-" + std::to_string(++number);
  claim.subject = named(subject);
  claim.object = named(object);
  claim.relation = relation;
  claim.status = status;
  claim.confidence = confidence;
  claim.evidence.text = subject + " " + relation + " " + object + ".";
  return claim;
}

struct Kept {
  std::vector<Decision> decisions;
  ReviewSession::Keep keep() {
    return [this](const Decision& decision) { decisions.push_back(decision); };
  }
};

bool has(const Doubtful& doubtful, Doubt doubt) {
  return std::find(doubtful.doubts.begin(), doubtful.doubts.end(), doubt) != doubtful.doubts.end();
}

std::string text_of(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    for (const Piece& piece : line) text += piece.text;
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("a name of which a table says no type is a name") {
  Claim row = claim("Orla", "owns", "Pim");
  row.object.type.clear();
  CHECK_FALSE(has(by_doubt(std::vector<Claim>{row}).front(), Doubt::unnamed));
  row.object.named = false;
  CHECK(has(by_doubt(std::vector<Claim>{row}).front(), Doubt::unnamed));
}

TEST_CASE("doubtful claims come first, each with its reason") {
  std::vector<Claim> claims{claim("Orla", "owns", "Pim"),
                            claim("Orla", "owns", "Quux"),
                            claim("Pim", "bans", "Orla", 0.4),
                            claim("Monday", "bans", "Pim"),
                            claim("Orla", "denounces", "three million"),
                            claim("Vesper", "owns", "Tarn"),
                            claim("Orla", "bans", "Quux"),
                            claim("Orla", "bans", "Quux", 0.9, Status::denied),
                            claim("Quux", "owns", "Orla")};
  const std::vector<Doubtful> order = by_doubt(claims);
  REQUIRE(order.size() == claims.size());
  CHECK((order[0].claim == 6 && order[1].claim == 7));
  CHECK((has(order[0], Doubt::contradicted) && has(order[1], Doubt::contradicted)));
  CHECK((has(order[2], Doubt::unlikely_name) && has(order[3], Doubt::unlikely_name)));
  const auto place = [&](std::size_t wanted) {
    return std::find_if(order.begin(), order.end(),
                        [&](const Doubtful& each) { return each.claim == wanted; });
  };
  CHECK(has(*place(1), Doubt::turned_round));
  CHECK(has(*place(8), Doubt::turned_round));
  CHECK(has(*place(2), Doubt::unsure));
  CHECK(has(*place(5), Doubt::strangers));
  CHECK(place(0)->doubts.empty());
  CHECK(order.back().claim == 0);
}

TEST_CASE("names that only look like a day or a number are none") {
  for (const char* name : {"May Group", "Four Seasons", "2Wire", "March Capital", "Seven & i"}) {
    INFO(name);
    CHECK_FALSE(has(by_doubt(std::vector<Claim>{claim(name, "owns", "Pim")}).front(), Doubt::unlikely_name));
  }
  for (const char* name : {"Tuesday", "MARCH", "2023", "$5 million", "twelve-million", "two"}) {
    INFO(name);
    const bool known = std::string(name) != "twelve-million";
    CHECK(has(by_doubt(std::vector<Claim>{claim(name, "owns", "Pim")}).front(), Doubt::unlikely_name) ==
          known);
  }
}

TEST_CASE("accepting, rejecting and skipping go on, and every decision is handed on at once") {
  Kept kept;
  ReviewSession session({claim("A", "owns", "B"), claim("C", "owns", "D"), claim("E", "owns", "F")}, {},
                        kept.keep());
  session.accept();
  CHECK(kept.decisions.size() == 1);
  session.skip();
  session.reject();
  CHECK(session.at_end());
  CHECK(kept.decisions.size() == 2);
  CHECK((kept.decisions[0].verb == Verb::accept && kept.decisions[1].verb == Verb::reject));
  const ReviewSession::Count count = session.count();
  CHECK((count.accepted == 1 && count.rejected == 1 && count.open == 1 && count.all == 3));
  CHECK(session.again());
  session.accept();
  CHECK_FALSE(session.again());
}

TEST_CASE("a review goes on where another one ended") {
  std::vector<Claim> claims{claim("A", "owns", "B"), claim("C", "owns", "D"), claim("E", "owns", "F")};
  Kept kept;
  ReviewSession first(claims, {}, kept.keep());
  first.reject();
  const std::string next = first.claim().id;
  // Written and read, as the file has it.
  std::vector<Decision> read;
  for (const Decision& decision : kept.decisions)
    read.push_back(decision_from_json(decision_to_json(decision), "test"));
  ReviewSession second(claims, read, kept.keep());
  CHECK(second.claim().id == next);
  CHECK(second.count().at == 2);
  CHECK(second.count().rejected == 1);
}

TEST_CASE("edits come together in one decision, and accepting keeps them") {
  Kept kept;
  ReviewSession session({claim("A", "owns", "B")}, {}, kept.keep());
  session.relation("bans");
  session.status(Status::planned);
  session.rename(Side::subject, "Orla");
  const Claim now = session.claim();
  CHECK((now.relation == "bans" && now.status == Status::planned && now.subject.name == "Orla" &&
         now.object.name == "B"));
  session.accept();
  CHECK(session.at_end());
  REQUIRE(kept.decisions.size() == 3);
  const Decision& last = kept.decisions.back();
  CHECK(last.verb == Verb::edit);
  CHECK((last.set.relation == "bans" && last.set.status == "planned" && last.set.subject == "Orla" &&
         !last.set.object));
  CHECK((last.relation == "owns" && last.subject == "A"));
}

TEST_CASE("swapping turns the claim round, twice leaves it") {
  Kept kept;
  ReviewSession session({claim("A", "owns", "B")}, {}, kept.keep());
  session.swap();
  CHECK((session.claim().subject.name == "B" && session.claim().object.name == "A"));
  CHECK(session.claim().subject.text == "B");
  session.swap();
  CHECK((session.claim().subject.name == "A" && session.claim().object.name == "B"));
}

TEST_CASE("undo takes back one decision after another, in the file as well") {
  Claim only = claim("A", "owns", "B");
  Kept kept;
  ReviewSession session({only}, {}, kept.keep());
  session.relation("bans");
  session.reject();
  CHECK(session.undo());
  CHECK(session.claim().relation == "bans");
  CHECK(session.undo());
  CHECK(session.claim().relation == "owns");
  CHECK_FALSE(session.decision());
  CHECK_FALSE(session.undo());
  const Decisions in_force(kept.decisions);
  CHECK(in_force.about(Decisions::Saying{only.id, only.evidence.text, "A", "A", "owns", "B", "B"}) ==
        nullptr);
}

TEST_CASE("merging and ignoring names count for all claims, and are undone for all") {
  Kept kept;
  ReviewSession session(
      {claim("Monday", "bans", "Pim"), claim("Pim Ltd", "owns", "Quux"), claim("Monday", "owns", "Quux")}, {},
      kept.keep());
  REQUIRE(session.claim().subject.name == "Monday");
  session.ignore(Side::subject);
  CHECK(session.claim().subject.name == "Pim Ltd");
  CHECK(session.count().open == 1);
  session.merge(Side::subject, "Pim");
  CHECK(session.claim().subject.name == "Pim");
  CHECK(session.undo());
  CHECK(session.claim().subject.name == "Pim Ltd");
  CHECK(session.undo());
  CHECK(session.claim().subject.name == "Monday");
  CHECK(session.count().open == 3);
  CHECK(Decisions(kept.decisions).in_force().empty());
}

TEST_CASE("a note comes with what is decided") {
  Kept kept;
  ReviewSession session({claim("A", "owns", "B")}, {}, kept.keep());
  session.note("a partner");
  CHECK(kept.decisions.empty());
  session.reject();
  CHECK(kept.decisions.back().note == "a partner");
}

TEST_CASE("the sentence is wrapped with its parts marked") {
  Claim shown = claim("Orla", "owns", "Pim");
  shown.evidence.text = "In May the group Orla bought its rival Pim for a song.";
  shown.trigger = Trigger{"bought", {}};
  const std::vector<Line> lines = marked_lines(shown.evidence.text, marks_of(shown), 20);
  for (const Line& line : lines) CHECK(display_width(line) <= 20);
  std::vector<std::string> marked;
  std::string all;
  for (const Line& line : lines)
    for (const Piece& piece : line) {
      all += piece.text;
      if (piece.style != Style::plain) marked.push_back(piece.text);
    }
  CHECK(all == shown.evidence.text);
  CHECK(marked == std::vector<std::string>{"Orla", "bought", "Pim"});
}

TEST_CASE("long words and wide signs are broken, not lost") {
  const std::string text = "abc 字节跳动字节跳动字节跳动 " + std::string(50, 'x');
  const std::vector<Line> lines = marked_lines(text, {}, 12);
  std::string all;
  for (const Line& line : lines) {
    CHECK(display_width(line) <= 12);
    for (const Piece& piece : line) all += piece.text;
  }
  CHECK(all == text);
}

TEST_CASE("nothing of an article reaches the terminal but letters") {
  Claim evil = claim("A\x1b[2J", "owns",
                     "B\xC2\x9B"
                     "31m");
  evil.evidence.text = "A \x1b]0;title\x07 owns \xE2\x80\xAE B \x07\r\n\x1b[31m.";
  evil.document.title = "\x1bPq\x1b\\";
  evil.speaker = named("\x1b[5m");
  Kept kept;
  ReviewSession session({evil}, {}, kept.keep());
  const std::string text = text_of(claim_lines(session, 60));
  for (const char* bad : {"\x1b", "\x07", "\r", "\xC2\x9B", "\xE2\x80\xAE"})
    CHECK(text.find(bad) == std::string::npos);
}

TEST_CASE("names are completed: those of the claims first, then known ones") {
  const std::vector<Claim> claims{claim("Telegraph Group", "owns", "Tele Bank"),
                                  claim("Telegraph Group", "owns", "Étoile")};
  const ReviewNames names(claims, Knowledge::built_in());
  CHECK(names.complete("tele", 2) == std::vector<std::string>{"Telegraph Group", "Tele Bank"});
  CHECK(names.complete("etoi", 5).front() == "Étoile");
  const std::vector<std::string> within = names.complete("bank", 500);
  CHECK(std::find(within.begin(), within.end(), "Tele Bank") != within.end());
  CHECK(names.complete("", 5).empty());
  const std::vector<std::string> known = names.complete("united sta", 20);
  CHECK(std::find(known.begin(), known.end(), "United States") != known.end());
}

}  // namespace newsgraph::cli

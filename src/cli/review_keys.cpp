#include "cli/review_keys.h"

#include <array>

#include "claims/record/claim_words.h"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kMostNames = 6;

struct KeyHelp {
  const char* key;
  const char* what;
};
constexpr std::array<KeyHelp, 15> kHelp{{{"a", "accept (a changed claim stays as it was changed)"},
                                         {"r", "reject"},
                                         {"x", "swap: the object does it to the subject"},
                                         {"l", "another relation"},
                                         {"t", "another status"},
                                         {"s", "another name for the subject"},
                                         {"o", "another name for the object"},
                                         {"m", "merge a name into another, in all claims"},
                                         {"i", "ignore a name: it is nobody, in all claims"},
                                         {"n", "a note"},
                                         {"Space", "skip"},
                                         {"b", "back to the claim before"},
                                         {"u", "undo the last decision"},
                                         {"?", "this help"},
                                         {"q", "quit; the next review goes on here"}}};

std::vector<Line> key_line() {
  Line line;
  constexpr std::array<KeyHelp, 12> kShort{{{"a", "ccept "},
                                            {"r", "eject "},
                                            {"x", " swap "},
                                            {"l", " relation "},
                                            {"t", " status "},
                                            {"s", "ubject "},
                                            {"o", "bject "},
                                            {"m", "erge "},
                                            {"i", "gnore "},
                                            {"u", "ndo "},
                                            {"?", " help "},
                                            {"q", "uit"}}};
  for (const KeyHelp& each : kShort) {
    line.push_back({each.key, Style::heading});
    line.push_back({each.what, Style::faint});
  }
  return {line};
}

std::vector<Line> end_lines(const ReviewSession& session) {
  const ReviewSession::Count count = session.count();
  if (count.all == 0) return {{{"There are no claims.", Style::heading}}, {{"q quit", Style::plain}}};
  if (count.open == 0)
    return {{{"All claims are decided.", Style::heading}}, {{"b back, u undo, q quit", Style::plain}}};
  return {{{"The end. Some claims were skipped.", Style::heading}},
          {{"Space goes through them; b back, u undo, q quit", Style::plain}}};
}

}  // namespace

void ReviewKeys::run() {
  do show();
  while (press(screen_.key()));
}

void ReviewKeys::show() {
  std::vector<Line> lines = session_.at_end() ? end_lines(session_) : claim_lines(session_, screen_.width());
  if (!message_.empty()) {
    lines.emplace_back();
    lines.push_back({{message_, Style::warning}});
    message_.clear();
  }
  screen_.show(progress_text(session_.count()), lines, key_line());
}

bool ReviewKeys::press(Key key) {
  if (key == kKeyInterrupt || key == U'q') return false;
  if (key == U'?') {
    help();
  } else if (key == U'b' || key == kKeyLeft) {
    if (!session_.back()) message_ = "This is the first.";
  } else if (key == U'u') {
    if (!session_.undo()) message_ = "Nothing was decided in this review that could be taken back.";
  } else if (session_.at_end()) {
    if (key == U' ') session_.again();
  } else {
    return press_at_claim(key);
  }
  return true;
}

bool ReviewKeys::press_at_claim(Key key) {
  switch (key) {
    case U'a':
      session_.accept();
      break;
    case U'r':
      session_.reject();
      break;
    case U'x':
      session_.swap();
      break;
    case U'l':
      ask_relation();
      break;
    case U't':
      ask_status();
      break;
    case U's':
      ask_name(Side::subject);
      break;
    case U'o':
      ask_name(Side::object);
      break;
    case U'm':
      ask_merge();
      break;
    case U'i':
      ask_ignore();
      break;
    case U'n':
      ask_note();
      break;
    case U' ':
    case kKeyRight:
      session_.skip();
      break;
    default:
      break;
  }
  return true;
}

void ReviewKeys::ask_relation() {
  if (const auto choice = screen_.choose("Which relation?", relations_))
    session_.relation(relations_[*choice]);
}

void ReviewKeys::ask_status() {
  if (const auto choice = screen_.choose("Which status?", {kStatuses.begin(), kStatuses.end()}))
    session_.status(static_cast<Status>(*choice));
}

void ReviewKeys::ask_name(Side side) {
  const auto complete = [this](const std::string& text) { return names_.complete(text, kMostNames); };
  const std::string question = side == Side::subject ? "Who does it?" : "To whom or what?";
  if (const auto name = screen_.ask(question, complete)) session_.rename(side, *name);
}

std::optional<Side> ReviewKeys::ask_side(const std::string& question) {
  const Claim claim = session_.claim();
  const auto choice = screen_.choose(question, {claim.subject.name, claim.object.name});
  if (!choice) return std::nullopt;
  return *choice == 0 ? Side::subject : Side::object;
}

void ReviewKeys::ask_merge() {
  const auto side = ask_side("Which name is to become another?");
  if (!side) return;
  const auto complete = [this](const std::string& text) { return names_.complete(text, kMostNames); };
  if (const auto name = screen_.ask("Which name is it to have, in all claims?", complete))
    session_.merge(*side, *name);
}

void ReviewKeys::ask_ignore() {
  if (const auto side = ask_side("Which name is nobody, in all claims?")) session_.ignore(*side);
}

void ReviewKeys::ask_note() {
  const auto nothing = [](const std::string&) { return std::vector<std::string>(); };
  if (const auto note = screen_.ask("Note:", nothing)) {
    session_.note(*note);
    if (!session_.decision()) message_ = "The note is kept with what you decide next about this claim.";
  }
}

void ReviewKeys::help() {
  std::vector<Line> lines{{{"Keys", Style::heading}}};
  for (const KeyHelp& each : kHelp) {
    const std::string key = each.key;
    lines.push_back({{key + std::string(8 - key.size(), ' '), Style::heading}, {each.what, Style::plain}});
  }
  screen_.show("newsgraph review", lines, {{{"Any key goes back", Style::faint}}});
  screen_.key();
}

}  // namespace newsgraph::cli

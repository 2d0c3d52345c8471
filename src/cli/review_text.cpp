#include "cli/review_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/text_table.h"
#include "support/utf8.h"

namespace newsgraph::cli {
namespace {

// Marks of direction, isolates, joiners and other signs without a shape.
bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || c == 0x061C || c == 0x00AD;
}

bool is_at(const Claim& claim, const Extent& extent, std::string_view text) {
  const std::string& sentence = claim.evidence.text;
  if (extent.end <= extent.begin || extent.begin < claim.evidence.extent.begin) return false;
  const std::size_t offset = extent.begin - claim.evidence.extent.begin;
  return offset <= sentence.size() && std::string_view(sentence).substr(offset).starts_with(text);
}

void mark(const Claim& claim, const std::string& text, const Extent& extent, MarkRole role,
          std::vector<Mark>& marks) {
  if (text.empty()) return;
  const std::size_t begin = is_at(claim, extent, text) ? extent.begin - claim.evidence.extent.begin
                                                       : claim.evidence.text.find(text);
  if (begin == std::string::npos) return;
  const Mark found{begin, begin + text.size(), role};
  const auto overlaps = [&](const Mark& other) { return found.begin < other.end && other.begin < found.end; };
  if (std::none_of(marks.begin(), marks.end(), overlaps)) marks.push_back(found);
}

Style style_of(MarkRole role) {
  return role == MarkRole::trigger   ? Style::trigger
         : role == MarkRole::subject ? Style::name
                                     : Style::relation;
}

// Adds words to lines.
class Wrapping {
 public:
  explicit Wrapping(std::size_t width) : width_(std::max<std::size_t>(width, 8)) {}

  void add(std::string_view text, Style style) {
    const std::string clean = screen_text(text);
    for (std::size_t at = 0; at < clean.size();) {
      const std::size_t end = std::min(clean.find(' ', at), clean.size() - 1) + 1;
      add_word(std::string_view(clean).substr(at, end - at), style);
      at = end;
    }
  }

  std::vector<Line> take() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

 private:
  // A word with the space behind it; one that is longer than a line is broken.
  void add_word(std::string_view word, Style style) {
    const std::size_t columns = cli::display_width(word.substr(0, word.find_last_not_of(' ') + 1));
    if (used_ + columns > width_ && used_ != 0 && columns <= width_) end_line();
    for (const utf8::Decoded& each : utf8::code_points(word)) {
      const std::string sign = utf8::encode(each.code_point);
      const std::size_t sign_columns = cli::display_width(sign);
      if (used_ + sign_columns > width_) {
        if (sign == " ") continue;
        end_line();
      }
      if (line_.empty() || line_.back().style != style) line_.push_back({"", style});
      line_.back().text += sign;
      used_ += sign_columns;
    }
  }
  void end_line() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::size_t width_;
  std::size_t used_ = 0;
  Line line_;
  std::vector<Line> lines_;
};

void append(std::vector<Line>& lines, std::vector<Line> more) {
  std::move(more.begin(), more.end(), std::back_inserter(lines));
}

std::vector<Line> wrapped(std::string_view text, Style style, std::size_t width) {
  Wrapping wrapping(width);
  wrapping.add(text, style);
  return wrapping.take();
}

std::string type_of(const Argument& argument) {
  return argument.type.empty() ? "?" : argument.type;
}

std::vector<Line> heading(const Claim& claim, std::size_t width) {
  Wrapping wrapping(width);
  wrapping.add(claim.subject.name, Style::name);
  wrapping.add(" ", Style::plain);
  wrapping.add(claim.relation, Style::trigger);
  wrapping.add(" ", Style::plain);
  wrapping.add(claim.object.name, Style::relation);
  wrapping.add(fmt::format("  ({})", to_string(claim.status)),
               claim.status == Status::asserted ? Style::plain : Style::warning);
  return wrapping.take();
}

std::string facts(const Claim& claim) {
  std::string text = fmt::format("{} → {} · confidence {:.2f}", type_of(claim.subject), type_of(claim.object),
                                 claim.confidence);
  if (!claim.rule.empty()) text += " · " + claim.rule;
  if (!claim.scope.empty()) text += " · scope: " + claim.scope;
  if (claim.speaker) text += " · said by " + claim.speaker->name;
  return text;
}

std::string source(const Claim& claim) {
  std::string text = claim.document.date.empty() ? "no date" : claim.document.date;
  if (!claim.document.title.empty()) text += " · " + claim.document.title;
  const DocumentRef& document = claim.document;
  const std::string& where = !document.url.empty()    ? document.url
                             : !document.file.empty() ? document.file
                                                      : document.id;
  if (!where.empty() && where != claim.document.title) text += " · " + where;
  return text;
}

std::string doubts_text(const std::vector<Doubt>& doubts) {
  std::string text;
  for (const Doubt doubt : doubts) text += (text.empty() ? "? " : "; ") + std::string(to_string(doubt));
  return text;
}

std::string decided_text(const Decision& decision) {
  std::string text = decision.verb == Verb::accept   ? "accepted"
                     : decision.verb == Verb::reject ? "rejected"
                                                     : "changed";
  if (!decision.note.empty()) text += ": " + decision.note;
  return text;
}

}  // namespace

std::string screen_text(std::string_view text) {
  const std::string clean = printable(text);
  std::string result;
  for (const utf8::Decoded& each : utf8::code_points(clean))
    if (!is_invisible(each.code_point)) utf8::append(result, each.code_point);
  return result;
}

std::vector<Mark> marks_of(const Claim& claim) {
  std::vector<Mark> marks;
  mark(claim, claim.subject.text, claim.subject.extent, MarkRole::subject, marks);
  mark(claim, claim.object.text, claim.object.extent, MarkRole::object, marks);
  if (claim.trigger) mark(claim, claim.trigger->text, claim.trigger->extent, MarkRole::trigger, marks);
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  return marks;
}

std::vector<Line> marked_lines(std::string_view sentence, const std::vector<Mark>& marks, std::size_t width) {
  Wrapping wrapping(width);
  std::size_t done = 0;
  for (const Mark& mark : marks) {
    wrapping.add(sentence.substr(done, mark.begin - done), Style::plain);
    wrapping.add(sentence.substr(mark.begin, mark.end - mark.begin), style_of(mark.role));
    done = mark.end;
  }
  wrapping.add(sentence.substr(done), Style::plain);
  return wrapping.take();
}

std::vector<Line> claim_lines(const ReviewSession& session, std::size_t width) {
  const Claim claim = session.claim();
  std::vector<Line> lines = heading(claim, width);
  append(lines, wrapped(facts(claim), Style::faint, width));
  lines.emplace_back();
  append(lines, marked_lines(claim.evidence.text, marks_of(claim), width));
  lines.emplace_back();
  append(lines, wrapped(source(claim), Style::faint, width));
  append(lines, wrapped(doubts_text(session.doubts()), Style::warning, width));
  if (session.decision()) append(lines, wrapped(decided_text(*session.decision()), Style::heading, width));
  return lines;
}

std::string progress_text(const ReviewSession::Count& count) {
  std::string text = fmt::format("{} of {}, {} rejected, {} accepted", std::min(count.at, count.all),
                                 count.all, count.rejected, count.accepted);
  if (count.edited != 0) text += fmt::format(", {} changed", count.edited);
  return text + fmt::format(", {} to do", count.open);
}

std::size_t display_width(const Line& line) {
  std::size_t width = 0;
  for (const Piece& piece : line) width += display_width(piece.text);
  return width;
}

}  // namespace newsgraph::cli

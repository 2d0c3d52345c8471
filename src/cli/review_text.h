// What the review shows of a claim, as lines of a screen: nothing in them moves the cursor or turns the
// writing round.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/review_session.h"
#include "cli/terminal.h"
#include "graph/explain.h"

namespace newsgraph::cli {

struct Piece {
  std::string text;
  Style style = Style::plain;
};
using Line = std::vector<Piece>;

// `text` without control characters and without what changes the direction of writing or takes no room.
std::string screen_text(std::string_view text);

// Where arguments and trigger stand in the claim's sentence, by position, without overlaps; what is not
// placed is looked for by its text.
std::vector<Mark> marks_of(const Claim& claim);

// The sentence in lines of `width` columns, its marked parts in the styles of names and triggers.
std::vector<Line> marked_lines(std::string_view sentence, const std::vector<Mark>& marks, std::size_t width);

// All about the claim at hand.
std::vector<Line> claim_lines(const ReviewSession& session, std::size_t width);

// "37 of 500, 12 rejected, …"
std::string progress_text(const ReviewSession::Count& count);

// Columns that a line takes.
std::size_t display_width(const Line& line);

}  // namespace newsgraph::cli

// What a key does in a review.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/review_names.h"
#include "cli/review_screen.h"
#include "cli/review_session.h"

namespace newsgraph::cli {

class ReviewKeys {
 public:
  // Keeps references to all.
  ReviewKeys(ReviewScreen& screen, ReviewSession& session, const ReviewNames& names,
             std::vector<std::string> relations)
      : screen_(screen), session_(session), names_(names), relations_(std::move(relations)) {}

  // Shows claims and does what keys say, until the reviewer leaves.
  void run();

 private:
  void show();
  bool press(Key key);  // false: the end
  bool press_at_claim(Key key);
  void ask_relation();
  void ask_status();
  void ask_name(Side side);
  void ask_merge();
  void ask_ignore();
  void ask_note();
  void help();
  std::optional<Side> ask_side(const std::string& question);

  ReviewScreen& screen_;
  ReviewSession& session_;
  const ReviewNames& names_;
  std::vector<std::string> relations_;
  std::string message_;
};

}  // namespace newsgraph::cli

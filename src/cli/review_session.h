// A review without a terminal: which claim is at hand, what was decided, what a key does. Every decision is
// handed on as it is made, so that a review may end at any time.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "claims/record/claim.h"
#include "cli/review_doubt.h"
#include "decisions/decision.h"

namespace newsgraph::cli {

enum class Side { subject, object };

class ReviewSession {
 public:
  using Keep = std::function<void(const Decision&)>;

  // `made`: what was decided before, in the order of the file. Claims that it decides are left out.
  ReviewSession(std::vector<Claim> claims, const std::vector<Decision>& made, Keep keep);

  // Nothing is left to decide behind the claim at hand.
  bool at_end() const { return at_ >= order_.size(); }
  // The claim at hand, as what was decided makes it. Not at the end.
  Claim claim() const;
  const std::vector<Doubt>& doubts() const { return order_[at_].doubts; }
  // What is decided about the claim at hand.
  const std::optional<Decision>& decision() const { return decided_[order_[at_].claim]; }

  struct Count {
    std::size_t at = 0;  // from 1; one more than `all` at the end
    std::size_t all = 0;
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    std::size_t edited = 0;
    std::size_t open = 0;  // not decided
  };
  Count count() const;

  // These go on to the next claim.
  void accept();  // an edited claim stays edited
  void reject();
  void skip();
  // These stay with the claim.
  void swap();
  void relation(const std::string& relation);
  void status(Status status);
  void rename(Side side, const std::string& name);
  void note(const std::string& note);  // comes with what is decided about the claim
  // About a name, in all claims.
  void merge(Side side, const std::string& into);
  void ignore(Side side);  // goes on

  // To the claim before, decided or not. False where there is none.
  bool back();
  // To the first claim that is not decided. False where all are.
  bool again();
  // Takes back the last thing that was decided in this review, and goes to its claim. False where there is
  // nothing to take back.
  bool undo();

 private:
  struct Made {
    std::size_t at;
    std::size_t claim;
    Decision decision;
    std::optional<Decision> before;
  };

  const Claim& original() const { return claims_[order_[at_].claim]; }
  Decision about_claim(Verb verb) const;
  void decide(Decision decision);
  void decide_names(Decision decision);
  void edit(const std::function<void(Changes&, const Claim&)>& change);
  void go_on(std::size_t from);
  bool is_open(std::size_t place) const;
  std::string renamed(const std::string& name) const;
  void read_names(const Decision& decision, bool in_force);

  std::vector<Claim> claims_;
  std::vector<Doubtful> order_;
  std::vector<std::optional<Decision>> decided_;            // by claim
  std::vector<std::string> notes_;                          // by claim: of those that are not decided yet
  std::map<std::string, std::string, std::less<>> merged_;  // by folded name
  std::map<std::string, bool, std::less<>> ignored_;        // likewise
  std::vector<Made> history_;
  Keep keep_;
  std::size_t at_ = 0;
};

}  // namespace newsgraph::cli

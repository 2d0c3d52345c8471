#include "cli/review_session.h"

#include <algorithm>

#include "decisions/corrected_claims.h"
#include "decisions/decisions.h"
#include "support/utf8.h"

namespace newsgraph::cli {
namespace {

Decisions::Saying saying_of(const Claim& claim) {
  return {claim.id,       claim.evidence.text, claim.subject.text, claim.subject.name,
          claim.relation, claim.object.text,   claim.object.name};
}

const std::string& in_sentence(const Argument& argument) {
  return argument.text.empty() ? argument.name : argument.text;
}

Argument& side_of(Claim& claim, Side side) {
  return side == Side::subject ? claim.subject : claim.object;
}

}  // namespace

ReviewSession::ReviewSession(std::vector<Claim> claims, const std::vector<Decision>& made, Keep keep)
    : claims_(std::move(claims)),
      order_(by_doubt(claims_)),
      decided_(claims_.size()),
      notes_(claims_.size()),
      keep_(std::move(keep)) {
  const Decisions decisions(made);
  for (const Decision& decision : decisions.in_force()) read_names(decision, true);
  for (std::size_t i = 0; i < claims_.size(); ++i)
    if (const Decision* decision = decisions.about(saying_of(claims_[i]))) decided_[i] = *decision;
  go_on(0);
}

Claim ReviewSession::claim() const {
  Claim claim = original();
  if (decision() && decision()->verb == Verb::edit) {
    const Changes& set = decision()->set;
    // What stands in the sentence is turned round as well.
    if (set.subject == claim.object.name && set.object == claim.subject.name) {
      std::swap(claim.subject.text, claim.object.text);
      std::swap(claim.subject.extent, claim.object.extent);
    }
    apply(set, claim);
  }
  for (Argument* argument : {&claim.subject, &claim.object}) argument->name = renamed(argument->name);
  return claim;
}

ReviewSession::Count ReviewSession::count() const {
  Count count;
  count.at = at_ + 1;
  count.all = claims_.size();
  for (std::size_t place = 0; place < order_.size(); ++place) {
    const std::optional<Decision>& decision = decided_[order_[place].claim];
    if (is_open(place)) ++count.open;
    if (!decision) continue;
    if (decision->verb == Verb::accept) ++count.accepted;
    if (decision->verb == Verb::reject) ++count.rejected;
    if (decision->verb == Verb::edit) ++count.edited;
  }
  return count;
}

void ReviewSession::accept() {
  if (!decision() || decision()->verb != Verb::edit) decide(about_claim(Verb::accept));
  go_on(at_ + 1);
}

void ReviewSession::reject() {
  decide(about_claim(Verb::reject));
  go_on(at_ + 1);
}

void ReviewSession::skip() {
  go_on(at_ + 1);
}

void ReviewSession::swap() {
  edit([](Changes& set, const Claim& now) {
    set.subject = now.object.name;
    set.object = now.subject.name;
    set.subject_type = now.object.type.empty() ? std::nullopt : std::optional(now.object.type);
    set.object_type = now.subject.type.empty() ? std::nullopt : std::optional(now.subject.type);
  });
}

void ReviewSession::relation(const std::string& relation) {
  edit([&](Changes& set, const Claim&) { set.relation = relation; });
}

void ReviewSession::status(Status status) {
  edit([&](Changes& set, const Claim&) { set.status = newsgraph::to_string(status); });
}

void ReviewSession::rename(Side side, const std::string& name) {
  edit([&](Changes& set, const Claim&) { (side == Side::subject ? set.subject : set.object) = name; });
}

void ReviewSession::note(const std::string& note) {
  notes_[order_[at_].claim] = note;
  if (decision()) decide(Decision(*decision()));
}

void ReviewSession::merge(Side side, const std::string& into) {
  Claim now = claim();
  Decision decision;
  decision.verb = Verb::merge;
  decision.matter = Matter::names;
  decision.names = {side_of(now, side).name};
  decision.into = into;
  if (utf8::fold(into) != utf8::fold(decision.names.front())) decide_names(std::move(decision));
}

void ReviewSession::ignore(Side side) {
  Claim now = claim();
  Decision decision;
  decision.verb = Verb::ignore;
  decision.matter = Matter::names;
  decision.names = {side_of(now, side).name};
  decide_names(std::move(decision));
  go_on(at_ + 1);
}

bool ReviewSession::back() {
  if (at_ == 0) return false;
  --at_;
  return true;
}

bool ReviewSession::again() {
  go_on(0);
  return !at_end();
}

bool ReviewSession::undo() {
  if (history_.empty()) return false;
  Made made = std::move(history_.back());
  history_.pop_back();
  at_ = made.at;
  if (made.decision.matter == Matter::names) {
    read_names(made.decision, false);
  } else {
    decided_[made.claim] = made.before;
  }
  if (made.before) {
    keep_(*made.before);
    return true;
  }
  made.decision.verb = Verb::undo;
  made.decision.set = {};
  made.decision.note.clear();
  keep_(made.decision);
  return true;
}

Decision ReviewSession::about_claim(Verb verb) const {
  const Claim& claim = original();
  Decision decision;
  decision.verb = verb;
  decision.matter = Matter::claim;
  decision.claim = claim.id;
  decision.sentence = claim.evidence.text;
  decision.subject = in_sentence(claim.subject);
  decision.relation = claim.relation;
  decision.object = in_sentence(claim.object);
  return decision;
}

void ReviewSession::decide(Decision decision) {
  const std::size_t claim = order_[at_].claim;
  if (!notes_[claim].empty()) decision.note = notes_[claim];
  keep_(decision);
  history_.push_back({at_, claim, decision, decided_[claim]});
  decided_[claim] = std::move(decision);
}

void ReviewSession::decide_names(Decision decision) {
  keep_(decision);
  read_names(decision, true);
  history_.push_back({at_, order_[at_].claim, std::move(decision), std::nullopt});
}

void ReviewSession::edit(const std::function<void(Changes&, const Claim&)>& change) {
  Decision decision = about_claim(Verb::edit);
  if (this->decision() && this->decision()->verb == Verb::edit) decision.set = this->decision()->set;
  change(decision.set, claim());
  decide(std::move(decision));
}

void ReviewSession::go_on(std::size_t from) {
  for (at_ = std::min(from, order_.size()); at_ < order_.size() && !is_open(at_);) ++at_;
}

bool ReviewSession::is_open(std::size_t place) const {
  const std::size_t index = order_[place].claim;
  const auto ignored = [this](const Argument& argument) {
    return ignored_.contains(utf8::fold(argument.name));
  };
  return !decided_[index] && !ignored(claims_[index].subject) && !ignored(claims_[index].object);
}

// A chain of merges ends where it closes.
std::string ReviewSession::renamed(const std::string& name) const {
  std::string now = name;
  for (std::size_t i = 0; i <= merged_.size(); ++i) {
    const auto found = merged_.find(utf8::fold(now));
    if (found == merged_.end()) break;
    now = found->second;
  }
  return now;
}

void ReviewSession::read_names(const Decision& decision, bool in_force) {
  for (const std::string& name : decision.names) {
    const std::string key = utf8::fold(name);
    if (decision.verb == Verb::merge && in_force && key != utf8::fold(decision.into))
      merged_[key] = decision.into;
    if (decision.verb == Verb::merge && !in_force) merged_.erase(key);
    if (decision.verb == Verb::ignore && in_force) ignored_[key] = true;
    if (decision.verb == Verb::ignore && !in_force) ignored_.erase(key);
  }
}

}  // namespace newsgraph::cli

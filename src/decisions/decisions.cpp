#include "decisions/decisions.h"

#include <algorithm>
#include <unordered_set>

#include "knowledge/name_key.h"
#include "support/hash.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Ids stay as they are; names are compared as the tables compare them.
std::string key_of(std::string_view name) {
  if (name.starts_with("n_")) return std::string(name);
  const NameKey key(name);
  return key.empty() ? utf8::fold(name) : std::string(key.lookup());
}

// The words alone: how lines were broken does not matter.
std::uint64_t sentence_hash(std::string_view sentence) {
  std::string words;
  for (const char c : sentence) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) words += c;
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  if (words.ends_with(' ')) words.pop_back();
  return hash64(words);
}

std::uint64_t edge_hash(std::string_view subject, std::string_view relation, std::string_view object) {
  return hash_fields({subject, relation, object});
}

bool fits(const std::string& asked, std::string_view text, std::string_view name) {
  return asked.empty() || asked == text || asked == name;
}

// Names are ignored one by one, and so is that undone; two names that are undone may also be a merge.
std::vector<Decision> one_by_one(std::vector<Decision>&& made) {
  std::vector<Decision> result;
  for (Decision& decision : made) {
    const bool several =
        decision.matter == Matter::names && decision.names.size() > 1 && decision.into.empty();
    if (several && (decision.verb == Verb::ignore || decision.verb == Verb::undo)) {
      for (const std::string& name : decision.names) {
        result.push_back(decision);
        result.back().names = {name};
      }
      if (decision.verb == Verb::ignore) continue;
    }
    result.push_back(std::move(decision));
  }
  return result;
}

// The last of each matter, in the order in which they were made.
std::vector<Decision> last_of_each(std::vector<Decision>&& made) {
  std::unordered_map<std::string, std::size_t> last;  // by matter
  for (std::size_t i = 0; i < made.size(); ++i) last[matter_key(made[i])] = i;
  std::vector<Decision> result;
  for (std::size_t i = 0; i < made.size(); ++i)
    if (made[i].verb != Verb::undo && last.at(matter_key(made[i])) == i) result.push_back(std::move(made[i]));
  return result;
}

}  // namespace

Decisions::Decisions(std::vector<Decision> made)
    : in_force_(last_of_each(one_by_one(std::move(made)))), used_(new std::atomic<bool>[in_force_.size()]()) {
  for (std::size_t place = 0; place < in_force_.size(); ++place) {
    const Decision& decision = in_force_[place];
    if (decision.matter == Matter::names) {
      index_names(place);
    } else if (decision.matter == Matter::edge) {
      edges_.emplace(edge_hash(key_of(decision.subject), decision.relation, key_of(decision.object)), place);
    } else {
      if (!decision.claim.empty()) claims_[decision.claim] = place;
      if (!decision.sentence.empty()) sentences_.emplace(sentence_hash(decision.sentence), place);
    }
  }
  follow_merges();
}

bool Decisions::leads_to(std::string from, const std::string& to) const {
  for (auto next = names_.find(from); next != names_.end(); next = names_.find(from)) {
    if (next->second.into.empty()) return false;
    from = key_of(next->second.into);
    if (from == to) return true;
  }
  return false;
}

// A later merge or split wins over earlier ones of the same names.
void Decisions::index_names(std::size_t place) {
  const Decision& decision = in_force_[place];
  if (decision.verb == Verb::ignore) {
    names_[key_of(decision.names.front())] = {"", place};
    return;
  }
  if (decision.verb == Verb::merge) {
    const std::string into = key_of(decision.into);
    for (const std::string& name : decision.names) {
      if (key_of(name) == into) continue;
      if (leads_to(into, key_of(name))) names_.erase(into);  // else it would be a circle
      names_[key_of(name)] = {decision.into, place};
    }
    return;
  }
  for (const std::string& a : decision.names) {
    for (const std::string& b : decision.names) {
      const auto merged = names_.find(key_of(a));
      if (merged != names_.end() && key_of(merged->second.into) == key_of(b)) names_.erase(merged);
      if (&a < &b) apart_.emplace_back(a, b);
    }
  }
}

// What was merged into a name that was merged later has that one's name.
void Decisions::follow_merges() {
  for (auto& [name, naming] : names_) {
    for (auto next = names_.find(key_of(naming.into)); next != names_.end() && !naming.into.empty();
         next = names_.find(key_of(naming.into)))
      naming.into = next->second.into;
  }
}

const Decision* Decisions::use(std::size_t place) const {
  used_[place].store(true, std::memory_order_relaxed);
  return &in_force_[place];
}

const Decision* Decisions::about(const Saying& saying) const {
  if (const auto found = claims_.find(saying.claim); found != claims_.end()) return use(found->second);
  if (sentences_.empty() || saying.sentence.empty()) return nullptr;
  std::size_t last = kNone;
  const auto [begin, end] = sentences_.equal_range(sentence_hash(saying.sentence));
  for (auto at = begin; at != end; ++at) {
    const Decision& decision = in_force_[at->second];
    const bool same = (decision.relation.empty() || decision.relation == saying.relation) &&
                      fits(decision.subject, saying.subject, saying.subject_name) &&
                      fits(decision.object, saying.object, saying.object_name);
    if (same && (last == kNone || at->second > last)) last = at->second;
  }
  return last == kNone ? nullptr : use(last);
}

const Decision* Decisions::about(const Ends& ends) const {
  if (edges_.empty()) return nullptr;
  std::size_t last = kNone;
  for (const std::string& subject : {key_of(ends.subject), key_of(ends.subject_name)}) {
    for (const std::string& object : {key_of(ends.object), key_of(ends.object_name)}) {
      const auto [begin, end] = edges_.equal_range(edge_hash(subject, ends.relation, object));
      for (auto at = begin; at != end; ++at) {
        const std::string& status = in_force_[at->second].status;
        if (!status.empty() && status != ends.status) continue;
        if (last == kNone || at->second > last) last = at->second;
      }
    }
  }
  return last == kNone ? nullptr : use(last);
}

const Decisions::Naming* Decisions::naming(std::string_view name) const {
  if (names_.empty() || name.empty()) return nullptr;
  const auto found = names_.find(key_of(name));
  return found == names_.end() ? nullptr : &found->second;
}

const std::string* Decisions::merged(std::string_view name) const {
  const Naming* found = naming(name);
  if (found == nullptr || found->into.empty()) return nullptr;
  use(found->decision);
  return &found->into;
}

bool Decisions::ignored(std::string_view name) const {
  const Naming* found = naming(name);
  if (found == nullptr || !found->into.empty()) return false;
  use(found->decision);
  return true;
}

std::vector<const Decision*> Decisions::unused() const {
  std::vector<const Decision*> result;
  for (std::size_t place = 0; place < in_force_.size(); ++place)
    if (!used_[place]) result.push_back(&in_force_[place]);
  return result;
}

void Decisions::take_marks(const Decisions& other) const {
  std::unordered_set<std::string> used;
  for (std::size_t place = 0; place < other.in_force_.size(); ++place)
    if (other.used_[place]) used.insert(matter_key(other.in_force_[place]));
  for (std::size_t place = 0; place < in_force_.size(); ++place)
    if (used.contains(matter_key(in_force_[place]))) use(place);
}

std::vector<Decision> without_decided(std::vector<Decision> made, const Decisions& before) {
  std::unordered_map<std::string, const Decision*> known;
  for (const Decision& decision : before.in_force()) known.emplace(matter_key(decision), &decision);
  std::erase_if(made, [&](const Decision& decision) {
    const auto found = known.find(matter_key(decision));
    if (found == known.end()) return false;
    Decision same = *found->second;
    same.at = decision.at;
    same.by = decision.by;
    same.note = decision.note;
    return same == decision;
  });
  return made;
}

}  // namespace newsgraph

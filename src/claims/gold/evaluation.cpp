#include "claims/gold/evaluation.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "knowledge/knowledge.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 16> kFunctionWords{
    "the", "a", "an", "of", "and", "for", "in", "on", "to", "its", "his", "her", "their", "s", "at", "by"};

using Words = std::vector<std::string>;

bool is_function_word(const std::string& word) {
  return std::find(kFunctionWords.begin(), kFunctionWords.end(), word) != kFunctionWords.end();
}

// Letters and digits in runs: "China's" is "china" and "s".
Words split_words(std::string_view name) {
  Words words;
  bool inside = false;
  const std::string text = utf8::fold_marks(name);
  for (const auto& [code_point, length, valid] : utf8::code_points(text)) {
    const bool part = utf8::is_letter(code_point) || utf8::is_digit(code_point);
    if (part && !inside) words.emplace_back();
    if (part) utf8::append(words.back(), code_point);
    inside = part;
  }
  return words;
}

// "U.S.", "u.s": letters with full stops between them, joined.
std::string join_initials(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto letter = [&](std::size_t at) { return at < name.size() && is_ascii_letter(name[at]); };
    const bool between = name[i] == '.' && i > 0 && letter(i - 1) && (i < 2 || !letter(i - 2));
    if (!between) out += name[i];
  }
  return out;
}

Words words_of(std::string_view name) {
  Words words = split_words(join_initials(name));
  std::erase_if(words, is_function_word);
  Words core = words;
  std::erase_if(core, [](const std::string& word) { return WordLists::built_in().company_suffix(word); });
  return core.empty() ? words : core;
}

std::vector<std::string> names_of(const Argument& argument) {
  std::vector<std::string> names{argument.name, argument.text};
  names.insert(names.end(), argument.aliases.begin(), argument.aliases.end());
  std::erase(names, "");
  return names;
}

bool matches(const Argument& argument, const std::vector<std::string>& answers, const Knowledge& knowledge) {
  for (const std::string& name : names_of(argument)) {
    for (const std::string& answer : answers) {
      if (same_name(name, answer, knowledge)) return true;
    }
  }
  return false;
}

// Matches one document's claims with its gold.
class Matcher {
 public:
  Matcher(const std::vector<GoldClaim>& gold, const Knowledge& knowledge)
      : gold_(gold), knowledge_(knowledge), taken_(gold.size(), nullptr) {}

  void add(const Claim& claim, Evaluation& evaluation) {
    if (!seen_.emplace(claim.relation, claim.subject.name, claim.object.name).second) return;
    const std::vector<std::size_t> hits = find(claim);
    if (hits.empty()) {
      ++evaluation.by_relation[claim.relation].spurious;
      evaluation.spurious.push_back(claim);
      return;
    }
    if (const auto best = best_free(hits, claim.status); best != hits.end()) taken_[*best] = &claim;
  }

  void count(const std::string& document, Evaluation& evaluation) const {
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      const GoldClaim& gold = gold_[i];
      Tally& tally = evaluation.by_relation[gold.relation];
      ++tally.gold;
      tally.gold_core += gold.core;
      if (taken_[i] == nullptr) {
        evaluation.missed.push_back({document, gold});
        continue;
      }
      ++tally.hits;
      tally.hits_core += gold.core;
      tally.status += taken_[i]->status == gold.status;
    }
  }

 private:
  const std::vector<GoldClaim>& gold_;
  const Knowledge& knowledge_;
  std::vector<const Claim*> taken_;
  std::set<std::tuple<std::string, std::string, std::string>> seen_;

  std::vector<std::size_t> find(const Claim& claim) const {
    std::vector<std::size_t> hits;
    for (std::size_t i = 0; i < gold_.size(); ++i) {
      if (gold_[i].relation == claim.relation && matches(claim.subject, gold_[i].subject, knowledge_) &&
          matches(claim.object, gold_[i].object, knowledge_)) {
        hits.push_back(i);
      }
    }
    return hits;
  }

  // Of the gold claims that are not taken: a core one first, then one of the same status.
  std::vector<std::size_t>::const_iterator best_free(const std::vector<std::size_t>& hits,
                                                     Status status) const {
    const auto rank = [&](std::size_t i) {
      return std::tuple(taken_[i] != nullptr, !gold_[i].core, gold_[i].status != status);
    };
    const auto best = std::min_element(hits.begin(), hits.end(),
                                       [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return taken_[*best] == nullptr ? best : hits.end();
  }
};

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Scores scores(std::size_t hits, std::size_t gold, std::size_t spurious) {
  Scores scores{share(hits, hits + spurious), share(hits, gold), 0};
  const double sum = scores.precision + scores.recall;
  if (sum > 0) scores.f1 = 2 * scores.precision * scores.recall / sum;
  return scores;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b, const Knowledge& knowledge) {
  const Words x = words_of(a);
  const Words y = words_of(b);
  if (x.empty() || y.empty()) return false;
  if (x == y) return true;
  const KnownEntity* state = knowledge.state(a);
  if (state != nullptr && state == knowledge.state(b)) return true;
  const std::set<std::string> few(x.size() <= y.size() ? x.begin() : y.begin(),
                                  x.size() <= y.size() ? x.end() : y.end());
  const std::set<std::string> many(x.size() <= y.size() ? y.begin() : x.begin(),
                                   x.size() <= y.size() ? y.end() : x.end());
  return std::includes(many.begin(), many.end(), few.begin(), few.end()) && 2 * few.size() >= many.size();
}

Tally& Tally::operator+=(const Tally& other) {
  gold += other.gold;
  gold_core += other.gold_core;
  hits += other.hits;
  hits_core += other.hits_core;
  spurious += other.spurious;
  status += other.status;
  return *this;
}

Scores core_scores(const Tally& tally) {
  return scores(tally.hits_core, tally.gold_core, tally.spurious);
}
Scores all_scores(const Tally& tally) {
  return scores(tally.hits, tally.gold, tally.spurious);
}
double status_share(const Tally& tally) {
  return share(tally.status, tally.hits);
}

Tally Evaluation::total() const {
  Tally total;
  for (const auto& [relation, tally] : by_relation) total += tally;
  return total;
}

Evaluation evaluate(const Gold& gold, const std::map<std::string, std::vector<Claim>>& claims,
                    const Knowledge& knowledge) {
  Evaluation evaluation;
  for (const auto& [document, expected] : gold) {
    Matcher matcher(expected, knowledge);
    if (const auto found = claims.find(document); found != claims.end()) {
      for (const Claim& claim : found->second) matcher.add(claim, evaluation);
    }
    matcher.count(document, evaluation);
  }
  for (const auto& [document, found] : claims) {
    if (!gold.contains(document)) evaluation.unknown_documents.push_back(document);
  }
  return evaluation;
}

}  // namespace newsgraph

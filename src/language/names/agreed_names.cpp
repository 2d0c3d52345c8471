#include "language/names/agreed_names.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

#include "support/utf8.h"

namespace newsgraph {
namespace {

// Found on development articles; docs/language-names.md has the measurements.
constexpr double kOthers = 0.5;  // mean vote of the other occurrences, against the own vote
constexpr double kParts = 4.0;   // a longer name of a person or event, on one of its words
constexpr double kMark = 0.5;    // vote from which an unmarked occurrence becomes a name
constexpr double kOwn = 0.02;    // unless its own sentence gives it less than this

// In front of strings from sentences whose capitals tell nothing; they are kept in lower case.
constexpr char kFoldedMark = '\1';

using Key = std::string;

struct Place {
  std::size_t sentence;
  std::int32_t first;
  std::int32_t last;
  NameVotes votes;
};

struct Ballot {
  NameVotes sum{};
  int count = 0;

  void add(const NameVotes& votes) {
    for (int type = 0; type < kNameTypeCount; ++type) sum[type] += votes[type];
    ++count;
  }
};

struct Candidate {
  Name name;
  double vote;
};

double total(const NameVotes& votes) {
  return std::accumulate(votes.begin(), votes.end(), 0.0);
}

Key folded(const Key& key) {
  return key.front() == kFoldedMark ? key : kFoldedMark + utf8::lower(key);
}

// Calls `use(last, key)` for the strings of words that begin at `first`.
template <typename Use>
void keys_from(const NamedSentence& sentence, std::int32_t first, std::int32_t last_word, Use use) {
  const bool fold = sentence.capitals == Capitals::uninformative;
  Key key(fold ? 1 : 0, kFoldedMark);
  for (std::int32_t last = first; last <= last_word; ++last) {
    if (last > first) key += ' ';
    const std::string_view form = sentence.tokens[static_cast<std::size_t>(last)].form;
    fold ? key += utf8::lower(form) : key += form;
    use(last, key);
  }
}

Key key_of(const NamedSentence& sentence, std::int32_t first, std::int32_t last) {
  Key out;
  keys_from(sentence, first, last, [&](std::int32_t, const Key& key) { out = key; });
  return out;
}

class Agreement {
 public:
  explicit Agreement(std::span<const NamedSentence* const> document) : document_(document) {
    for (const NamedSentence* sentence : document_) {
      collect_keys(*sentence);
      collect_parts(*sentence);
    }
    for (std::size_t s = 0; s < document_.size(); ++s) collect_places(s);
  }

  std::vector<std::vector<Name>> decide() const {
    std::vector<std::vector<Candidate>> decided(document_.size());
    for (const auto& [key, places] : places_) {
      Ballot ballot;
      for (const Place& place : places) ballot.add(place.votes);
      if (const auto cased = cased_.find(key); cased != cased_.end()) {
        for (const NameVotes& votes : cased->second) ballot.add(votes);
      }
      for (const Place& place : places) decide(key, place, ballot, decided[place.sentence]);
    }
    std::vector<std::vector<Name>> names;
    for (std::vector<Candidate>& candidates : decided) names.push_back(disjoint(candidates));
    return names;
  }

 private:
  void collect_keys(const NamedSentence& sentence) {
    for (const Name& name : sentence.names) {
      longest_ = std::max(longest_, name.last - name.first + 1);
      const Key key = key_of(sentence, name.first, name.last);
      places_[key];
      places_[folded(key)];
    }
  }

  // What the longer names of persons and events say of a single word of theirs.
  void collect_parts(const NamedSentence& sentence) {
    for (const Name& name : sentence.names) {
      if (name.first == name.last) continue;
      if (name.type != NameType::person && name.type != NameType::event) continue;
      const auto type = static_cast<std::size_t>(name.type);
      const double vote = sentence.lattice.votes(name.first, name.last)[type];
      collect_part(key_of(sentence, name.last, name.last), type, vote);
      if (name.type == NameType::person) collect_part(key_of(sentence, name.first, name.first), type, vote);
    }
  }

  void collect_part(const Key& key, std::size_t type, double vote) {
    for (const Key& k : {key, folded(key)}) parts_[k][type] = std::max(parts_[k][type], vote);
  }

  void collect_places(std::size_t s) {
    const NamedSentence& sentence = *document_[s];
    const auto length = static_cast<std::int32_t>(sentence.tokens.size());
    for (std::int32_t first = 0; first < length; ++first) {
      keys_from(sentence, first, std::min(length, first + longest_) - 1,
                [&](std::int32_t last, const Key& key) {
                  const auto found = places_.find(key);
                  if (found == places_.end()) return;
                  found->second.push_back({s, first, last, sentence.lattice.votes(first, last)});
                  if (key.front() != kFoldedMark) cased_[folded(key)].push_back(found->second.back().votes);
                });
    }
  }

  void decide(const Key& key, const Place& place, const Ballot& ballot, std::vector<Candidate>& out) const {
    NameVotes vote = place.votes;
    double share = 1;
    if (ballot.count > 1) {
      share += kOthers;
      for (int type = 0; type < kNameTypeCount; ++type) {
        vote[type] += kOthers * (ballot.sum[type] - place.votes[type]) / (ballot.count - 1);
      }
    }
    if (const auto part = parts_.find(key); part != parts_.end()) {
      share += kParts * total(part->second);
      for (int type = 0; type < kNameTypeCount; ++type) vote[type] += kParts * part->second[type];
    }
    const auto best = std::ranges::max_element(vote);
    const double won = std::clamp(*best / share, 0.0, 1.0);
    if (!is_marked(place) && (won < kMark || total(place.votes) < kOwn)) return;
    const auto type = static_cast<NameType>(best - vote.begin());
    out.push_back({{place.first, place.last, type, static_cast<float>(won)}, won});
  }

  bool is_marked(const Place& place) const {
    return std::ranges::any_of(document_[place.sentence]->names, [&](const Name& name) {
      return name.first == place.first && name.last == place.last;
    });
  }

  // Longest first, then the surest; what overlaps an earlier one is dropped.
  static std::vector<Name> disjoint(std::vector<Candidate>& candidates) {
    std::ranges::sort(candidates, std::less<>{}, [](const Candidate& c) {
      return std::tuple(c.name.first - c.name.last, -c.vote, c.name.first);
    });
    std::vector<Name> out;
    for (const Candidate& c : candidates) {
      const bool free = std::ranges::none_of(
          out, [&](const Name& n) { return n.first <= c.name.last && c.name.first <= n.last; });
      if (free) out.push_back(c.name);
    }
    std::ranges::sort(out, std::less<>{}, &Name::first);
    return out;
  }

  std::span<const NamedSentence* const> document_;
  std::map<Key, std::vector<Place>> places_;
  std::map<Key, std::vector<NameVotes>> cased_;  // by folded key, from sentences with capitals
  std::map<Key, NameVotes> parts_;
  std::int32_t longest_ = 0;  // words of the longest name
};

}  // namespace

std::vector<std::vector<Name>> agreed_names(std::span<const NamedSentence* const> document) {
  return Agreement(document).decide();
}

}  // namespace newsgraph

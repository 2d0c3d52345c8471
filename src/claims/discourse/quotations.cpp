#include "claims/discourse/quotations.h"

#include <algorithm>
#include <tuple>

#include "claims/grammar/frame.h"
#include "claims/grammar/report.h"

namespace newsgraph {

namespace {

enum class Mark : std::uint8_t { none, opens, closes, either };

// Double marks only: the single ones are apostrophes more often than not.
Mark mark_of(std::string_view form) {
  if (form == "“" || form == "``" || form == "„" || form == "«") return Mark::opens;
  if (form == "”" || form == "''" || form == "»") return Mark::closes;
  return form == "\"" ? Mark::either : Mark::none;
}

bool before(const Place& a, const Place& b) {
  return std::tie(a.sentence, a.token) < std::tie(b.sentence, b.token);
}

bool inside(const Quotation& quotation, const Place& place) {
  return !before(place, quotation.first) && !before(quotation.last, place);
}

bool opens_with_mark(const Sentence& sentence) {
  const Mark mark = sentence.tokens.empty() ? Mark::none : mark_of(sentence.tokens.front().form);
  return mark == Mark::opens || mark == Mark::either;
}

}  // namespace

bool is_quotation_mark(std::string_view form) {
  return mark_of(form) != Mark::none;
}

bool mark_between(const Tree& tree, int first, int last) {
  int marks = 0;
  for (int t = first; t < last; ++t) marks += mark_of(tree.token(t).form) == Mark::none ? 0 : 1;
  return marks % 2 != 0;
}

Quotations::Quotations(Discourse& discourse, const RelationSchema& schema)
    : discourse_(&discourse), schema_(&schema), found_(find_quotations(discourse.sentences())) {}

std::vector<Quotation> find_quotations(const std::vector<Sentence>& sentences) {
  std::vector<Quotation> found;
  bool open = false;
  Place first;
  Place last;
  const auto close = [&] {
    if (open && !before(last, first)) found.push_back({first, last});
    open = false;
  };
  for (int s = 0; s < static_cast<int>(sentences.size()); ++s) {
    const auto& tokens = sentences[static_cast<std::size_t>(s)].tokens;
    if (sentences[static_cast<std::size_t>(s)].starts_paragraph) close();
    for (int t = 0; t < static_cast<int>(tokens.size()); ++t) {
      const Mark mark = mark_of(tokens[static_cast<std::size_t>(t)].form);
      if (mark == Mark::none) {
        last = {s, t};
      } else if (!open && mark != Mark::closes) {
        open = true;
        first = t + 1 < static_cast<int>(tokens.size()) ? Place{s, t + 1} : Place{s + 1, 0};
      } else if (mark != Mark::opens) {
        close();
      }
    }
  }
  close();
  return found;
}

std::vector<bool> quoted_sentences(const std::vector<Sentence>& sentences) {
  std::vector<bool> quoted(sentences.size());
  for (const Quotation& quotation : find_quotations(sentences)) {
    for (int s = quotation.first.sentence; s <= quotation.last.sentence; ++s)
      quoted[static_cast<std::size_t>(s)] = true;
  }
  return quoted;
}

const Quotation* Quotations::around(int sentence, int token) const {
  const Place place{sentence, token};
  const auto after =
      std::find_if(found_.begin(), found_.end(), [&](const Quotation& q) { return !before(q.last, place); });
  return after != found_.end() && inside(*after, place) ? &*after : nullptr;
}

// A verb of saying with a subject outside of the quotation, the one nearest to it; or whom the sentence
// cites.
std::optional<Place> Quotations::speaker_in(int sentence, const Quotation& quotation) {
  const Tree& tree = discourse_->tree(sentence);
  const WordSet& verbs = schema_->words("report_verbs");
  std::optional<Place> found;
  for (int t = 0; t < tree.size(); ++t) {
    if (!verbs.contains(tree.lemma(t)) || !is_verb(tree.token(t)) || around(sentence, t) != nullptr) continue;
    const auto subjects = frame_of(tree, t).subjects;
    if (subjects.size() != 1) continue;
    if (found && before({sentence, t}, quotation.first))
      found.reset();  // a later verb before the quotation is nearer
    if (!found) found = Place{sentence, subjects.front()};
  }
  if (!found && quotation.first.sentence == sentence) found = announcer(sentence, quotation.first.token);
  for (int t = 0; !found && t < tree.size(); ++t) {
    if (around(sentence, t) == nullptr && is_authority(tree, t)) found = Place{sentence, t};
  }
  return found;
}

// "X opposed the plan: “…”", with no verb of saying: the subject of what stands before the colon.
std::optional<Place> Quotations::announcer(int sentence, int first) {
  const Tree& tree = discourse_->tree(sentence);
  const bool colon = first >= 2 && tree.token(first - 2).form == ":" && tree.root() >= 0;
  if (!colon || tree.root() > first || !is_verb(tree.token(tree.root()))) return std::nullopt;
  const auto subjects = frame_of(tree, tree.root()).subjects;
  return subjects.size() == 1 && subjects.front() < first ? std::optional(Place{sentence, subjects.front()})
                                                          : std::nullopt;
}

bool Quotations::fills_its_sentences(const Quotation& quotation) const {
  const auto& first = discourse_->sentence(quotation.first.sentence);
  const auto& last = discourse_->sentence(quotation.last.sentence);
  const auto rest = last.tokens.size() - static_cast<std::size_t>(quotation.last.token) - 1;
  return quotation.first.token <= 1 && opens_with_mark(first) && rest <= 2;
}

std::optional<Place> Quotations::speaker_of(std::size_t index) {
  const Quotation& quotation = found_[index];
  for (int s = quotation.first.sentence; s <= quotation.last.sentence; ++s) {
    if (auto speaker = speaker_in(s, quotation)) return speaker;
  }
  if (!fills_its_sentences(quotation)) return std::nullopt;
  const int previous = quotation.first.sentence - 1;
  // "X wrote: …", and what goes on after "…, said X."
  const bool announced = previous >= 0 && !discourse_->sentence(previous).tokens.empty() &&
                         discourse_->sentence(previous).tokens.back().form == ":";
  if (announced) return speaker_in(previous, quotation);
  const bool follows = index > 0 && found_[index - 1].last.sentence >= previous;
  return follows ? speaker_of(index - 1) : std::nullopt;
}

std::optional<Place> Quotations::speaker(int sentence, int token) {
  const Quotation* quotation = around(sentence, token);
  if (quotation == nullptr) return std::nullopt;
  return speaker_of(static_cast<std::size_t>(quotation - found_.data()));
}

}  // namespace newsgraph

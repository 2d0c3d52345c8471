#include "claims/discourse/quotations.h"

#include <algorithm>

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

bool inside(const Quotation& quotation, const Place& place) {
  return quotation.first <= place && place <= quotation.last;
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
    if (open && first <= last) found.push_back({first, last});
    open = false;
  };
  int s = -1;
  for (const Sentence& sentence : sentences) {
    ++s;
    if (sentence.starts_paragraph) close();
    for (int t = 0; t < sentence.size(); ++t) {
      const Mark mark = mark_of(sentence.token(t).form);
      if (mark == Mark::none) {
        last = {s, t};
      } else if (!open && mark != Mark::closes) {
        open = true;
        first = t + 1 < sentence.size() ? Place{s, t + 1} : Place{s + 1, 0};
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
    const auto first = quoted.begin() + quotation.first.sentence;
    std::fill(first, quoted.begin() + quotation.last.sentence + 1, true);
  }
  return quoted;
}

const Quotation* Quotations::around(Place at) const {
  const auto after =
      std::find_if(found_.begin(), found_.end(), [&](const Quotation& q) { return at <= q.last; });
  return after != found_.end() && inside(*after, at) ? &*after : nullptr;
}

// A verb of saying with a subject outside of the quotation, the one nearest to it; or whom the sentence
// cites.
std::optional<Place> Quotations::speaker_in(int sentence, const Quotation& quotation) const {
  const Tree& tree = discourse_->tree(sentence);
  const WordSet& verbs = schema_->words("report_verbs");
  std::optional<Place> found;
  for (int t = 0; t < tree.size(); ++t) {
    if (!verbs.contains(tree.lemma(t)) || !is_verb(tree.token(t)) || around({sentence, t}) != nullptr)
      continue;
    const auto subjects = frame_of(tree, t).subjects;
    if (subjects.size() != 1) continue;
    if (found && Place{sentence, t} < quotation.first)
      found.reset();  // a later verb before the quotation is nearer
    if (!found) found = Place{sentence, subjects.front()};
  }
  if (!found && quotation.first.sentence == sentence) found = announcer({sentence, quotation.first.token});
  for (int t = 0; !found && t < tree.size(); ++t) {
    if (around({sentence, t}) == nullptr && is_authority(tree, t)) found = Place{sentence, t};
  }
  return found;
}

// "X opposed the plan: “…”", with no verb of saying: the subject of what stands before the colon.
std::optional<Place> Quotations::announcer(Place first) const {
  const Tree& tree = discourse_->tree(first.sentence);
  const bool colon = first.token >= 2 && tree.token(first.token - 2).form == ":" && tree.root() >= 0;
  if (!colon || tree.root() > first.token || !is_verb(tree.token(tree.root()))) return std::nullopt;
  const auto subjects = frame_of(tree, tree.root()).subjects;
  return subjects.size() == 1 && subjects.front() < first.token
             ? std::optional(Place{first.sentence, subjects.front()})
             : std::nullopt;
}

bool Quotations::fills_its_sentences(const Quotation& quotation) const {
  const Sentence& first = discourse_->sentence(quotation.first.sentence);
  const Sentence& last = discourse_->sentence(quotation.last.sentence);
  const int rest = last.size() - quotation.last.token - 1;
  return quotation.first.token <= 1 && opens_with_mark(first) && rest <= 2;
}

std::optional<Place> Quotations::speaker_of(const Quotation* said) const {
  const Quotation& quotation = *said;
  for (int s = quotation.first.sentence; s <= quotation.last.sentence; ++s) {
    if (auto speaker = speaker_in(s, quotation)) return speaker;
  }
  if (!fills_its_sentences(quotation)) return std::nullopt;
  const int previous = quotation.first.sentence - 1;
  // "X wrote: …", and what goes on after "…, said X."
  const bool announced = previous >= 0 && !discourse_->sentence(previous).tokens.empty() &&
                         discourse_->sentence(previous).tokens.back().form == ":";
  if (announced) return speaker_in(previous, quotation);
  const Quotation* before = said == found_.data() ? nullptr : said - 1;
  const bool follows = before != nullptr && before->last.sentence >= previous;
  return follows ? speaker_of(before) : std::nullopt;
}

std::optional<Place> Quotations::speaker(Place at) const {
  const Quotation* quotation = around(at);
  return quotation == nullptr ? std::nullopt : speaker_of(quotation);
}

}  // namespace newsgraph

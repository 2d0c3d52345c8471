#include "claims/grammar/light_verb.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace newsgraph {

namespace {

constexpr std::array<std::string_view, 14> kMeasures{"barrage", "chorus", "flurry", "form",  "kind",
                                                     "number",  "part",   "range",  "round", "series",
                                                     "spate",   "storm",  "string", "wave"};

}  // namespace

// "part of the protests", "a wave of bans": of what; the noun itself where nothing measures it.
int measured_by(const Tree& tree, int noun) {
  const int head = tree.head(noun);
  // "imposed sanctions on Orion, including travel bans": whatever is done with the sanctions is done with
  // them.
  const bool below = tree.deprel(noun) == Deprel::nmod && head >= 0 && head < noun;
  const bool listed = below && tree.token(head).upos == Upos::noun && opens_list(tree.preposition(noun));
  if (listed) return head;
  const bool measured = below && tree.preposition(noun) == "of" &&
                        std::find(kMeasures.begin(), kMeasures.end(), tree.lemma(head)) != kMeasures.end();
  return measured ? head : noun;
}

int carrying_verb(const Tree& tree, int noun) {
  const int first = tree.first_conjunct(measured_by(tree, tree.first_conjunct(noun)));
  const int head = tree.head(first);
  if (head < 0) return -1;
  switch (tree.deprel(first)) {
    case Deprel::obj:
    case Deprel::nsubj_pass:
    case Deprel::obl:
    case Deprel::xcomp:
      return is_verb(tree.token(head)) ? head : -1;
    default:
      break;
  }
  // A participle that modifies the noun: "a ban imposed by Britain".
  return -1;
}

std::string with_particle(const Tree& tree, int verb) {
  const std::string lemma(tree.lemma(verb));
  const int particle = tree.child(verb, {Deprel::compound_prt});
  return particle < 0 ? lemma : lemma + " " + std::string(tree.lemma(particle));
}

std::optional<Status> light_status(const TriggerRule& rule, const Tree& tree, int verb) {
  const std::string lemma(tree.lemma(verb)), whole = with_particle(tree, verb);
  for (std::size_t status = 0; status < rule.light.size(); ++status) {
    if (rule.light[status].contains(whole) || rule.light[status].contains(lemma))
      return static_cast<Status>(status);
  }
  return std::nullopt;
}

}  // namespace newsgraph

// Whom a phrase cannot mean, however near the name is: by where the name stands, and by what it says itself.
#include <algorithm>

#include "claims/discourse/naming.h"
#include "claims/resolve/antecedents.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// "the Klagenfurt company" behind another company, with a name of one word that the text has nowhere else: a
// town, whatever the recogniser of names takes it for.
bool is_town_in_passing(const ResolutionContext& context, const Tree& tree, int noun,
                        const Mention& mention) {
  const auto& all = context.discourse.mentions();
  const auto of_same = [&](const Mention& other) { return other.actor == mention.actor; };
  const auto company_before = [&](const Mention& other) {
    return other.sentence < mention.sentence &&
           context.discourse.actor_of(other).type == NameType::organization;
  };
  return mention.first == mention.last && context.words("seated").contains(tree.lemma(noun)) &&
         context.discourse.actor_of(mention).known == nullptr && std::ranges::count_if(all, of_same) == 1 &&
         std::ranges::any_of(all, company_before);
}

// "the farm in Suffolk", "the Leipzig company": the place only says which. "The Chisamba mine" is called so.
bool places_phrase(const ResolutionContext& context, const Tree& tree, int noun, const Mention& mention) {
  const int head = tree.head_of(mention.first, mention.last);
  if (tree.head(head) != noun || tree.token(noun).upos != Upos::noun) return false;
  const Deprel relation = tree.deprel(head);
  const bool place = context.discourse.actor_of(mention).type == NameType::place;
  if (relation == Deprel::compound || relation == Deprel::amod)
    return place ? context.words("enterprises").contains(tree.lemma(noun))
                 : is_town_in_passing(context, tree, noun, mention);
  return relation == Deprel::nmod && place && tree.preposition(head) != "of" &&
         !context.words("acts").contains(tree.lemma(noun));
}

// "Ireland, where it bought Vega": what a clause says of a name it does not say of another by a pronoun.
bool is_told_of(const Tree& tree, int pronoun, const Mention& mention) {
  const Token& word = tree.token(pronoun);
  if (word.upos != Upos::pron || word.xpos == Xpos::prp_poss) return false;
  const int head = tree.head_of(mention.first, mention.last);
  for (const int clause : tree.children(head, {Deprel::acl_relcl})) {
    const int first = tree.subtree(clause).front();
    if (tree.lemma(first) == "where" && tree.dominates(clause, pronoun)) return true;
  }
  // Trees often hang such a clause on the verb before.
  const int where = mention.last + 2;
  return where + 1 == pronoun && tree.token(where - 1).form == "," && tree.lemma(where) == "where";
}

bool is_surely_person(const Knowledge& knowledge, const Actor& actor) {
  return actor.type == NameType::person && !is_doubtful(knowledge, actor);
}

// "the club" is no league, "the group" no parliament, the team not its manager.
bool is_named_otherwise(const ResolutionContext& context, const Tree& tree, int noun, const Actor& actor) {
  const auto lemma = tree.lemma(noun);
  const bool enterprise =
      context.words("enterprises").contains(lemma) || WordLists::built_in().kind_of(lemma) == "company";
  if (tree.token(noun).upos != Upos::noun || !enterprise) return false;
  if (has_word(actor.name, tree.lemma(noun))) return false;
  if (is_surely_person(context.discourse.knowledge(), actor)) return true;
  static const WordSet kOthers{"court", "government", "legislature", "ministry", "party", "sport"};
  return kOthers.contains(actor.known != nullptr ? actor.known->kind : kind_named(actor.name));
}

}  // namespace

bool only_places(const ResolutionContext& context, Place noun, const Actor& actor) {
  const Tree& tree = context.tree(noun);
  const auto mentions = context.discourse.mentions_in(noun.sentence);
  return std::ranges::any_of(mentions, [&](const Mention* mention) {
    return &context.discourse.actor_of(*mention) == &actor &&
           places_phrase(context, tree, noun.token, *mention);
  });
}

bool cannot_mean(const ResolutionContext& context, Place at, const Actor& actor) {
  const Tree& tree = context.tree(at);
  const auto mentions = context.discourse.mentions_in(at.sentence);
  const bool told = std::ranges::any_of(mentions, [&](const Mention* mention) {
    return &context.discourse.actor_of(*mention) == &actor && is_told_of(tree, at.token, *mention);
  });
  return told || only_places(context, at, actor) || is_named_otherwise(context, tree, at.token, actor);
}

}  // namespace newsgraph

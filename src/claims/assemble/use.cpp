#include "claims/assemble/use.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/referent.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// "designated the group, banning its activities": the group's, not the court's that bans them.
bool is_anothers_own(const ResolutionContext& context, Place possessor, const Group* by) {
  if (by == nullptr || context.tree(possessor).token(possessor.token).xpos != Xpos::prp_poss) return false;
  const auto whose = resolve_named(context, possessor);
  return whose && std::none_of(by->begin(), by->end(),
                               [&](const Reference& r) { return same_entity(r.argument, whose->argument); });
}

// "blocked the sale of Vega to Orion": of a company that changes hands nothing is banned but that.
bool is_takeover(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (!context.words("dealings").contains(tree.lemma(at.token))) return false;
  const auto buyers = obliques(tree, at.token, "to");
  return std::ranges::any_of(buyers, [&](int buyer) {
    const int name = described_name(tree, buyer);
    const Mention* mention = context.discourse.mention_at({at.sentence, name < 0 ? buyer : name});
    return mention != nullptr && context.discourse.actor_of(*mention).type == NameType::organization;
  });
}

}  // namespace

std::optional<Reference> used_thing(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  for (const int whom : statement.match.objects) {
    if (statement.discourse().mention_at(statement.at(whom)) != nullptr) return std::nullopt;
  }
  for (const int c : tree.children(statement.match.trigger, {Deprel::advcl, Deprel::xcomp, Deprel::obl})) {
    const auto opener = tree.deprel(c) == Deprel::obl ? tree.preposition(c) : tree.marker(c);
    if (opener != "from" || !statement.words("use_verbs").contains(tree.lemma(c))) continue;
    for (const int object : frame_of(tree, c).objects) {
      auto thing = resolve(statement.context, statement.at(object));
      // "Orion's chips" are no Orion.
      if (thing && thing->link != Link::name && tree.token(object).upos == Upos::noun)
        thing = unnamed(statement.context, statement.at(object));
      if (thing && thing->argument.named && thing->argument.type != "person" &&
          thing->argument.type != "place")
        return thing;
    }
  }
  return std::nullopt;
}

Place used_noun(const ResolutionContext& context, Place at, const Group* by) {
  const Tree& tree = context.tree(at);
  // "banning entry for those who": who is kept out.
  if (context.words("entry_nouns").contains(tree.lemma(at.token))) {
    for (const std::string_view preposition : {"for", "by", "of"}) {
      for (const int c : obliques(tree, at.token, preposition)) {
        if (!context.words("time_words").contains(tree.lemma(c))) return {at.sentence, c};
      }
    }
  }
  if (!context.words("use_nouns").contains(tree.lemma(at.token)) || is_takeover(context, at)) return at;
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    if (tree.preposition(c) == "of" || tree.preposition(c) == "to") return {at.sentence, c};
  }
  if (tree.lemma(at.token) == "access") {
    for (const int c : obliques(tree, at.token, "to")) return {at.sentence, c};
    const int verb = carrying_verb(tree, at.token);
    for (const int c : verb < 0 ? std::vector<int>{} : obliques(tree, verb, "to")) return {at.sentence, c};
  }
  // "Twitter's operations", "his account", "its use"; "its operations" may be one's own.
  const int possessor = tree.child(at.token, {Deprel::nmod_poss});
  if (possessor < 0) return at;
  const auto form = tree.token(possessor).form;
  const bool somebodys = equals_ignoring_case(form, "his") || equals_ignoring_case(form, "her");
  const bool used = equals_ignoring_case(form, "its") && tree.lemma(at.token) == "use";
  if (tree.token(possessor).upos == Upos::propn || somebodys || used) return {at.sentence, possessor};
  return is_anothers_own(context, {at.sentence, possessor}, by) ? Place{at.sentence, possessor} : at;
}

std::vector<int> used_things(const ResolutionContext& context, int sentence, const std::vector<int>& tokens,
                             const Group* by) {
  const Tree& tree = context.discourse.tree(sentence);
  std::vector<int> things;
  for (const int token : tokens) {
    const int used = used_noun(context, {sentence, token}, by).token;
    things.push_back(used);
    if (used == token) continue;
    for (const int one : tree.with_conjuncts(used)) {
      const int name = described_name(tree, one);
      const bool named = context.discourse.mention_at({sentence, name < 0 ? one : name}) != nullptr;
      if (one != used && named) things.push_back(one);
    }
  }
  return things;
}

std::vector<int> shared_complement(const ResolutionContext& context, int sentence, std::vector<int> tokens,
                                   const Group* by) {
  const Tree& tree = context.discourse.tree(sentence);
  const auto is_use = [&](int t) { return context.words("use_nouns").contains(tree.lemma(t)); };
  const auto uses = std::count_if(tokens.begin(), tokens.end(), is_use);
  if (uses < 2) return tokens;
  const auto with_complement = std::find_if(tokens.begin(), tokens.end(), [&](int t) {
    return is_use(t) && used_noun(context, {sentence, t}, by).token != t;
  });
  if (with_complement == tokens.end()) return tokens;
  const int keep = *with_complement;
  std::erase_if(tokens, [&](int t) { return is_use(t) && t != keep; });
  return tokens;
}

}  // namespace newsgraph

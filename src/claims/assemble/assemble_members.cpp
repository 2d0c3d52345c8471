// Names that stand for a whole: "six channels, including RTR and NTV".
#include <algorithm>
#include <iterator>

#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

// "the companies Orion and Vega": the names that a plural stands before.
std::vector<int> Assembler::named_members(int sentence, const std::vector<int>& tokens) {
  const Tree& tree = discourse_.tree(sentence);
  std::vector<int> members;
  for (const int token : tokens) {
    const bool plural =
        tree.token(token).xpos == Xpos::nns && discourse_.mention_at(sentence, token) == nullptr;
    // "the Orion and Vega channels": the two that share the noun.
    const int compound = plural ? tree.child(token, {Deprel::compound}) : -1;
    const auto joined = compound >= 0 ? tree.with_conjuncts(compound) : std::vector<int>{};
    const bool proper = std::all_of(joined.begin(), joined.end(), [&](int t) {
      return tree.token(t).upos == Upos::propn && discourse_.knowledge().state(tree.token(t).form) == nullptr;
    });
    if (joined.size() > 1 && proper && !WordLists::built_in().type_of(tree.lemma(token)).empty() &&
        WordLists::built_in().type_of(tree.lemma(token)) != "person") {
      members.insert(members.end(), joined.begin(), joined.end());
      continue;
    }
    const int name = plural ? described_name(tree, token) : -1;
    const auto group = name > token ? tree.with_conjuncts(name) : std::vector<int>{token};
    const bool named = std::all_of(group.begin(), group.end(),
                                   [&](int t) { return discourse_.mention_at(sentence, t) != nullptr; });
    if (group.size() > 1 && named)
      members.insert(members.end(), group.begin(), group.end());
    else
      members.push_back(token);
    // "the firm Orion and Vega": Vega is somebody else.
    const int apposed = plural ? -1 : tree.child(token, {Deprel::appos});
    for (const int other : apposed > token ? tree.with_conjuncts(apposed) : std::vector<int>{}) {
      if (other != apposed && discourse_.mention_at(sentence, other) != nullptr) members.push_back(other);
    }
  }
  return members;
}

// "six channels, including RTR and NTV": the names that stand for the whole.
Assembler::Group Assembler::examples_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  Group group;
  if (tree.token(token).upos != Upos::noun) return group;
  // The list may hang on a later noun: "apps by ByteDance, including TikTok".
  for (int c = token + 1; c < tree.size() && !(is_verb(tree.token(c)) && tree.token(c).xpos != Xpos::vbg);
       ++c) {
    if (tree.token(c).upos == Upos::sconj && tree.deprel(c) == Deprel::mark) break;  // another clause
    const auto opener = tree.preposition(c);
    const bool lists = opener == "include" || opener == "including" || opener == "such";
    // "a delegation with members from countries including X": those are the countries.
    const int head = tree.head(c);
    const bool others =
        head > token && tree.token(head).upos == Upos::noun && tree.first_conjunct(head) != token;
    // After a plural "like" gives an example, too: "companies like Orion".
    const bool like = opener == "like" && head == token && tree.token(token).xpos == Xpos::nns;
    if (!(lists || like) || others) continue;
    for (const int one : tree.with_conjuncts(c)) {
      if (auto member = references_.resolve(sentence, one); member && member->argument.named)
        group.push_back(std::move(*member));
    }
  }
  return group.empty() ? among_them(sentence, token) : group;
}

// "six channels, among them RTR and NTV": the names right behind, whatever the tree makes of them.
Assembler::Group Assembler::among_them(int sentence, int token) {
  const auto& tokens = discourse_.sentence(sentence).tokens;
  const auto form = [&](int t) { return tokens[static_cast<std::size_t>(t)].form; };
  const int size = static_cast<int>(tokens.size());
  int t = token + 1;
  while (t + 1 < size &&
         !(equals_ignoring_case(form(t), "among") && (form(t + 1) == "them" || form(t + 1) == "which")))
    ++t;
  Group group;
  for (t += 2; t < size; ++t) {
    if (const Mention* mention = discourse_.mention_at(sentence, t)) {
      if (auto member = references_.resolve(sentence, t); member && member->argument.named)
        group.push_back(std::move(*member));
      t = mention->last;
      continue;
    }
    const Token& word = tokens[static_cast<std::size_t>(t)];
    const bool goes_on = word.form == "," || word.form == "and" || word.upos == Upos::det ||
                         word.upos == Upos::adj || word.upos == Upos::noun;
    if (!goes_on) break;
  }
  return group;
}

// "citizens of Peru and Chile": those of the one and those of the other.
Assembler::Group Assembler::citizens_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (!schema_.words("citizens").contains(tree.lemma(token))) return {};
  Group group;
  for (const int c : tree.children(token, {Deprel::nmod})) {
    const auto states = tree.with_conjuncts(c);
    if (tree.preposition(c) != "of" || states.size() < 2) continue;
    for (const int one : states) {
      const auto state = references_.resolve(sentence, one);
      if (!state || !state->argument.named) continue;
      Reference people = *state;
      people.link = Link::phrase;
      people.argument.named = false;
      people.argument.type = "person";
      people.argument.aliases.clear();
      people.argument.name = std::string(tree.token(token).form) + " of " + state->argument.name;
      group.push_back(std::move(people));
    }
  }
  return group;
}

// "bars correspondents of Orion and Vega": who keeps a paper's people out keeps the paper out.
Assembler::Group Assembler::press_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (!schema_.words("press").contains(tree.lemma(token))) return {};
  Group group;
  for (const int c : tree.children(token, {Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    if (preposition != "of" && preposition != "for" && preposition != "from") continue;
    for (const int one : tree.with_conjuncts(c)) {
      auto paper = references_.resolve(sentence, one);
      if (!paper || !paper->argument.named || discourse_.knowledge().state(paper->argument.name) != nullptr)
        continue;
      paper->link = Link::described;
      group.push_back(std::move(*paper));
    }
    if (!group.empty()) break;
  }
  return group;
}

// "the presidents of Kenya and Uganda": each speaks for his state.
Assembler::Group Assembler::leaders_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(token);
  Group group;
  if (tree.token(token).xpos != Xpos::nns || !(words.role(lemma) || words.people_of(lemma))) return group;
  for (const int c : tree.children(token, {Deprel::nmod})) {
    const auto states = tree.with_conjuncts(c);
    if ((tree.preposition(c) != "of" && tree.preposition(c) != "from") || states.size() < 2) continue;
    for (const int one : states) {
      auto state = references_.resolve(sentence, one);
      if (!state || !state->argument.named || state->argument.type != "place") return {};
      state->link = Link::role;
      group.push_back(std::move(*state));
    }
  }
  return group;
}

// "a group of artists, including X, condemned": who of them is named.
Assembler::Group Assembler::members_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  Group group;
  auto below = tree.children(token, {Deprel::nmod, Deprel::obl});
  // "writers and groups such as X": hung on the first of them.
  if (const int first = tree.first_conjunct(token); first != token) {
    const auto others = tree.children(first, {Deprel::nmod});
    std::copy_if(others.begin(), others.end(), std::back_inserter(below), [&](int c) { return c > token; });
  }
  for (const int c : below) {
    const auto opener = tree.preposition(c);
    const bool plural = tree.token(token).xpos == Xpos::nns;
    const bool lists =
        opener == "include" || opener == "including" || (plural && (opener == "such" || opener == "like"));
    if (!lists) continue;
    for (const int one : tree.with_conjuncts(c)) {
      if (auto member = references_.resolve(sentence, one); member && member->argument.named)
        group.push_back(std::move(*member));
    }
  }
  // A relative clause may name the members: "his critics, which include X".
  for (const int c : tree.children(token, {Deprel::acl_relcl})) {
    if (tree.lemma(c) != "include") continue;
    for (const int one : frame_of(tree, c).objects) {
      if (auto member = references_.resolve(sentence, one); member && member->argument.named)
        group.push_back(std::move(*member));
    }
  }
  return group;
}

}  // namespace newsgraph

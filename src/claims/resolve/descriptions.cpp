// Noun phrases that are names or stand with one: descriptions, roles, parts of a whole.
#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/prepare/headline_case.h"
#include "claims/resolve/reference.h"
#include "knowledge/state_body.h"
#include "language/scan/scan.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

bool is_spokesperson(std::string_view lemma) {
  return lemma.starts_with("spokes");
}

// Whether a token may stand before its head in the phrase that names it.
bool names_along(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss ||
         relation == Deprel::flat || relation == Deprel::nummod || relation == Deprel::nmod_desc ||
         relation == Deprel::nmod_unmarked;
}

}  // namespace

std::optional<Reference> References::resolve_name(int sentence, int token) {
  const Mention* mention = discourse_->mention_at(sentence, token);
  const Tree& tree = discourse_->tree(sentence);
  if (mention == nullptr) {
    const Token& word = tree.token(token);
    const bool capital = word.form.size() > 1 && is_ascii_upper(word.form[0]) && token > 0;
    const bool opens = token == 0 && is_nominal(word) && word.form.size() > 3 && is_ascii_upper(word.form[0]);
    const KnownEntity* known = (capital || opens) && word.upos != Upos::adj
                                   ? discourse_->knowledge().unambiguous(word.form)
                                   : nullptr;
    if (known == nullptr && word.upos == Upos::propn && word.form.size() == 1) {
      for (const Sense& sense : discourse_->knowledge().look_up(word.form)) known = sense.entity;  // "X"
    }
    if (known != nullptr && (known->type == "organization" || known->type == "product")) {
      return of_known(*known, sentence, token, Link::name);
    }
    const KnownEntity* state = tree.token(token).upos == Upos::propn || tree.token(token).upos == Upos::adj
                                   ? discourse_->knowledge().state(tree.token(token).form)
                                   : nullptr;
    if (state != nullptr && !WordLists::built_in().body(tree.lemma(token)))
      return of_known(*state, sentence, token, Link::name);
    // A capital inside of a sentence is a name's, whatever the tag: "sold Giphy".
    const int article = tree.child(token, {Deprel::det});
    const bool bare = article < 0 || (tree.lemma(article) == "the" && word.xpos == Xpos::nn &&
                                      WordLists::built_in().type_of(word.lemma).empty() &&
                                      !schema_->words("acts").contains(word.lemma));
    const bool noun = word.upos == Upos::noun && capital && !discourse_->sentence(sentence).headline && bare;
    return word.upos == Upos::propn || noun ? resolve_unmarked_name(sentence, token) : std::nullopt;
  }
  // An adjective of a state stands for the state: "Turkish drilling".
  const KnownEntity* state = discourse_->knowledge().state(tree.token(token).form);
  const auto senses = discourse_->knowledge().look_up(tree.token(token).form);
  const bool adjective = !senses.empty() && senses.front().kind == SenseKind::adjective;
  if (state != nullptr && mention->first == mention->last && adjective) {
    return of_known(*state, sentence, token, Link::name);
  }
  if (auto body = body_of_state(sentence, *mention, token)) return body;
  return of_actor(mention->actor, sentence, token, Link::name);
}

// "Turkey's Foreign Ministry", "the Iranian Supreme Court": a body that every state has is that of the state
// whose name stands before it.
std::optional<Reference> References::body_of_state(int sentence, const Mention& mention, int token) {
  const auto& tokens = discourse_->sentence(sentence).tokens;
  int before = mention.first - 1;
  if (before < 0) return std::nullopt;
  const auto form = tokens[static_cast<std::size_t>(before)].form;
  if (form == "'s" || form == "’s" || form == "'" || form == "’") --before;
  if (before < 0) return std::nullopt;
  const std::string name = discourse_->text(sentence, mention.first, mention.last);
  if (canonical_body(name).empty()) return std::nullopt;
  const Mention* owner = discourse_->mention_at(sentence, before);
  const std::string whose = owner != nullptr && owner->last == before
                                ? discourse_->text(sentence, owner->first, owner->last)
                                : std::string(tokens[static_cast<std::size_t>(before)].form);
  if (discourse_->knowledge().state(whose) == nullptr) return std::nullopt;
  return of_state_body(whose + "'s " + name, sentence, token);
}

// A proper noun that the recogniser of names passed over: the name in its compounds, or the run of
// capitalised words that it stands in.
std::optional<Reference> References::resolve_unmarked_name(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const WordLists& words = WordLists::built_in();
  if (words.role(ascii_lowered(tree.token(token).form))) return std::nullopt;  // "Orion CEO Mara Doe"
  for (const int c : tree.children(token, {Deprel::compound, Deprel::flat})) {
    if (const Mention* mention = discourse_->mention_at(sentence, c))
      return of_actor(mention->actor, sentence, c, Link::name);
  }
  // "Orion Buys Software Maker": in a headline every word has a capital.
  if (discourse_->sentence(sentence).headline && !words.type_of(tree.token(token).form).empty())
    return std::nullopt;
  if (words.role(tree.lemma(token)) || words.body(tree.lemma(token)) || words.title(tree.token(token).form))
    return std::nullopt;
  // "Vega garden tools Co.": the company's phrase is its name.
  const bool suffix = tree.token(token).form.size() > 1 && tree.token(token).form[1] >= 'a' &&
                      words.company_suffix(tree.token(token).form);
  if (suffix) {
    int first = token;
    for (const int c : tree.children(token, {Deprel::compound, Deprel::flat}))
      first = std::min(first, tree.subtree(c).front());
    if (first == token || tree.token(first).form[0] < 'A' || tree.token(first).form[0] > 'Z')
      return std::nullopt;
    Reference reference;
    reference.link = Link::name;
    reference.argument.name = reference.argument.text = discourse_->text(sentence, first, token);
    reference.argument.type = "organization";
    reference.argument.named = true;
    reference.argument.extent = {tree.token(first).begin, tree.token(token).end};
    return reference;
  }
  if (in_title_case(discourse_->sentence(sentence))) return std::nullopt;
  for (const NameCandidate& run : name_candidates(discourse_->sentence(sentence))) {
    const bool tagged = run.first == 0 && tree.token(0).upos == Upos::propn;
    if (token < run.first || token > run.last || !(run.certain || tagged) || run.last - run.first > 5)
      continue;
    const std::string name = discourse_->text(sentence, run.first, run.last);
    for (std::size_t a = 0; a < discourse_->actors().size(); ++a) {
      const auto& names = discourse_->actors()[a].names;
      if (std::find(names.begin(), names.end(), name) != names.end())
        return of_actor(static_cast<int>(a), sentence, token, Link::name);
    }
    Reference reference;
    reference.link = Link::name;
    reference.argument.name = reference.argument.text = name;
    // "sells the Corolla": with an article it is a product rather than a company.
    const int article = tree.child(token, {Deprel::det});
    reference.argument.type = article >= 0 ? "product" : "thing";
    reference.argument.named = true;
    reference.argument.extent = {tree.token(run.first).begin, tree.token(run.last).end};
    return reference;
  }
  return std::nullopt;
}

std::optional<Reference> References::resolve_described(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  if (tree.token(token).upos != Upos::noun) return std::nullopt;
  // A name before a noun that names with it: "the TikTok app", "the America Online unit".
  if (schema_->words("name_nouns").contains(tree.lemma(token))) {
    for (const int c : tree.children(token, {Deprel::compound, Deprel::nmod_desc})) {
      const Mention* mention = discourse_->mention_at(sentence, c);
      const NameType type = mention == nullptr ? NameType::place : discourse_->actor(mention->actor).type;
      // "the Beijing company" is a company in Beijing.
      if (type == NameType::organization || type == NameType::product) {
        return of_actor(mention->actor, sentence, c, Link::described);
      }
    }
  }
  // A noun of places with its name: "the German state of Lower Saxony".
  if (WordLists::built_in().type_of(tree.lemma(token)) == "place") {
    for (const int c : tree.children(token, {Deprel::nmod})) {
      const Mention* mention = tree.preposition(c) == "of" ? discourse_->mention_at(sentence, c) : nullptr;
      if (mention != nullptr && discourse_->actor(mention->actor).type == NameType::place)
        return of_actor(mention->actor, sentence, c, Link::described);
    }
  }
  for (const int name : described_by(tree, token)) {
    const int one = antecedent_of_relative(tree, name);
    const Mention* mention = one == token ? nullptr : discourse_->mention_at(sentence, one);
    // "the Danish network Nuuday", which the recogniser of names passed over.
    const bool time = schema_->words("time_words").contains(tree.token(one).form);
    if (mention == nullptr && one > token && tree.token(one).upos == Upos::propn && !time) {
      if (auto found = resolve_unmarked_name(sentence, one)) return found;
    }
    const bool place_before = mention != nullptr && one < token && tree.head(one) == token &&
                              discourse_->actor(mention->actor).type == NameType::place;
    if (mention == nullptr || place_before) continue;
    // "Orion fighters" stand for Orion at most as an actor; "the Orion company" is Orion.
    const bool modifies = one < token && tree.head(one) == token && tree.deprel(one) == Deprel::compound;
    // "Orion workers" are not Orion.
    if (modifies && schema_->words("dependents").contains(tree.lemma(token))) continue;
    // "the Biden administration" is not Biden.
    if (modifies && WordLists::built_in().body(tree.lemma(token))) {
      if (auto found = of_state_body(discourse_->text(sentence, mention->first, token), sentence, token))
        return found;
    }
    const auto type = WordLists::built_in().type_of(tree.lemma(token));
    const bool apart =
        modifies &&
        (type.empty() || (type == "person" && discourse_->actor(mention->actor).type != NameType::person));
    return of_actor(mention->actor, sentence, one, apart ? Link::role : Link::described);
  }
  return std::nullopt;
}

namespace {

// The token at which the phrase of a noun begins with what names it: "Canada's foreign ministry", "US
// officials".
int first_naming(const Tree& tree, int token) {
  int first = token;
  for (const int c : tree.children(token)) {
    if (c < token && names_along(tree.deprel(c))) first = std::min(first, tree.subtree(c).front());
  }
  return first;
}

}  // namespace

// The body of the state in whose place it is: "the government in Zagreb", "rebel forces in Chad".
std::optional<Reference> References::body_in_state(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  std::vector<int> placed = tree.children(token, {Deprel::nmod});
  for (int next = token + 1; next < tree.size() && next <= token + 3; ++next) {
    if (tree.token(next).upos != Upos::noun) continue;
    const auto below = tree.children(next, {Deprel::nmod});
    placed.insert(placed.end(), below.begin(), below.end());
  }
  for (const int c : placed) {
    if (tree.preposition(c) != "in") continue;
    const KnownEntity* state = discourse_->knowledge().state(tree.token(c).form, true);
    if (state == nullptr) continue;
    if (auto found =
            of_state_body(state->name + "'s " + std::string(tree.token(token).form), sentence, token))
      return found;
  }
  return std::nullopt;
}

// "a ministry spokesman": of the ministry that the text speaks of.
std::optional<Reference> References::people_of_body(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const int body = tree.child(token, {Deprel::compound});
  if (body < 0 || body != token - 1 || tree.token(body).upos != Upos::noun ||
      discourse_->mention_at(sentence, body) != nullptr)
    return std::nullopt;
  const int actor = actor_of_class_noun(sentence, body, true);
  return actor >= 0 ? std::optional(of_actor(actor, sentence, token, Link::noun))
                    : resolve_bare_body(sentence, body, true);
}

// Whether a child says whose it is: "its ministry", "a spokesman for TikTok", "the government of Canada".
bool References::names_owner(int sentence, int token, int child) {
  const Tree& tree = discourse_->tree(sentence);
  const Deprel relation = tree.deprel(child);
  if (relation == Deprel::nmod_poss) return true;
  if (relation == Deprel::compound)
    return child == token - 1 && discourse_->mention_at(sentence, child) != nullptr;
  const auto preposition = tree.preposition(child);
  return relation == Deprel::nmod &&
         (preposition == "of" || preposition == "for" || preposition == "at" || preposition == "from");
}

// The body of the state that a child of it names.
std::optional<Reference> References::body_of_owner(int sentence, int token, int child,
                                                   const Reference& whose) {
  const Tree& tree = discourse_->tree(sentence);
  const KnownEntity* state = discourse_->knowledge().state(whose.argument.name);
  if (state == nullptr) return std::nullopt;
  std::string modified;
  for (const int m : tree.children(token, {Deprel::amod, Deprel::compound})) {
    if (m < token && m != child) modified += std::string(tree.token(m).form) + " ";
  }
  return of_state_body(state->name + "'s " + modified + std::string(tree.token(token).form), sentence, token);
}

// Whose body or spokesman: the phrase stands for who owns it.
std::optional<Reference> References::resolve_role_of(int sentence, int token, int child, bool body,
                                                     bool people) {
  const Tree& tree = discourse_->tree(sentence);
  auto whose = resolve(sentence, child);
  if (!whose || !whose->argument.named) return std::nullopt;
  const bool person = whose->argument.type == "person";
  if (body) {
    if (auto found = body_of_owner(sentence, token, child, *whose)) return found;
    // "the administration of President X" is X's doing.
    if (person && tree.deprel(child) != Deprel::compound && whose->link == Link::name) {
      whose->link = Link::role;
      return whose;
    }
    if (person || whose->argument.type == "place") return std::nullopt;
  }
  if (!people || person) return std::nullopt;
  whose->link = Link::role;
  whose->argument.text = phrase_text(sentence, token);
  whose->argument.extent = phrase(sentence, token);
  return whose;
}

std::optional<Reference> References::resolve_role(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(token);
  const bool body = words.body(lemma), people = words.people_of(lemma) || is_spokesperson(lemma);
  if (!body && !people && !words.role(lemma)) return std::nullopt;
  if (const int first = first_naming(tree, token); first < token) {
    if (auto found = of_state_body(discourse_->text(sentence, first, token), sentence, token)) return found;
  }
  if (auto found = body ? body_in_state(sentence, token) : std::nullopt) return found;
  if (auto found = people ? people_of_body(sentence, token) : std::nullopt) return found;
  for (const int c : tree.children(token)) {
    if (!names_owner(sentence, token, c)) continue;
    if (auto found = resolve_role_of(sentence, token, c, body, people)) return found;
  }
  return std::nullopt;
}

// "Turkey is one of the countries that block": who is one of them; -1 where nobody is.
int References::one_of_these(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const int one = tree.head(token);
  const bool listed = one >= 0 && tree.lemma(one) == "one" && tree.preposition(token) == "of";
  if (!listed || tree.child(one, {Deprel::cop}) < 0) return -1;
  const auto subjects = surface_subjects(tree, one);
  return subjects.size() == 1 ? subjects.front() : -1;
}

// "64 percent of X", "hundreds of Canadians": the phrase is about the whole.
int References::part_of_whole(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const bool number = tree.token(token).upos == Upos::num;  // "eleven of its fans"
  // A stake is in the whole: "the purchase of a 77% interest in Orion".
  if (schema_->words("stakes").contains(tree.lemma(token))) {
    for (const int c : tree.children(token, {Deprel::nmod})) {
      if (tree.preposition(c) == "in") return c;
    }
  }
  if (!number && !schema_->words("partitives").contains(tree.lemma(token)) && tree.token(token).form != "%")
    return -1;
  for (const int c : tree.children(token, {Deprel::nmod, Deprel::obl})) {
    if (tree.preposition(c) != "of") continue;
    if (tree.lemma(c) != "share" && tree.lemma(c) != "stock") return c;
    if (const int owner = tree.child(c, {Deprel::nmod_poss}); owner >= 0) return owner;  // "of its shares"
    for (const int whole : tree.children(c, {Deprel::nmod})) {
      if (tree.preposition(whole) == "of" || tree.preposition(whole) == "in") return whole;
    }
  }
  // The whole may be what a relative stands for: "Hapag, in which CSAV holds 30 percent".
  const int verb = tree.head(token);
  if (verb < 0 || tree.deprel(verb) != Deprel::acl_relcl) return -1;
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    const int whole =
        c < verb && (preposition == "of" || preposition == "in") ? antecedent_of_relative(tree, c) : c;
    if (whole != c) return whole;
  }
  for (const int c : tree.children(token, {Deprel::nmod})) {
    if (tree.preposition(c) == "of" && antecedent_of_relative(tree, c) != c)
      return antecedent_of_relative(tree, c);
  }
  return -1;
}

}  // namespace newsgraph

#include "claims/reference.h"

#include <algorithm>
#include <set>

#include "claims/frame.h"
#include "claims/headline_case.h"
#include "claims/referent.h"
#include "knowledge/state_body.h"
#include "language/scan.h"

namespace newsgraph {

namespace {

constexpr int kMaximumDepth = 6;  // "his ministry's unit's owner": possessors of possessors

bool is_spokesperson(std::string_view lemma) {
  return lemma.starts_with("spokes");
}

// Whether a token may stand before its head in the phrase that names it.
bool names_along(Deprel relation) {
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nmod_poss ||
         relation == Deprel::flat || relation == Deprel::nummod || relation == Deprel::nmod_desc ||
         relation == Deprel::nmod_unmarked;
}

// What belongs to a phrase as it is quoted; clauses, appositions and further conjuncts do not.
bool left_out(Deprel relation) {
  return relation == Deprel::appos || relation == Deprel::conj || relation == Deprel::cc ||
         relation == Deprel::parataxis || relation == Deprel::punct || relation == Deprel::cop ||
         relation == Deprel::nsubj || relation == Deprel::case_ || relation == Deprel::aux ||
         relation == Deprel::advcl || relation == Deprel::mark || relation == Deprel::nsubj_pass ||
         relation == Deprel::expl || relation == Deprel::advmod || relation == Deprel::discourse ||
         relation == Deprel::dep || relation == Deprel::obl || relation == Deprel::list ||
         relation == Deprel::csubj || relation == Deprel::obl_unmarked || relation == Deprel::nmod_unmarked;
}

// By their endings: "mediator", "lobbyist", "physician", "chairman".
bool names_person(std::string_view noun) {
  for (const std::string_view ending : {"ator", "ist", "ician", "man", "woman", "yer"}) {
    if (noun.size() > ending.size() + 2 && noun.ends_with(ending)) return true;
  }
  return false;
}

struct DepthGuard {
  explicit DepthGuard(int& depth) : depth_(depth) { ++depth_; }
  ~DepthGuard() { --depth_; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  int& depth_;
};

}  // namespace

Extent References::phrase(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  int first = token, last = token;
  std::vector<int> pending{token};
  while (!pending.empty()) {
    const int at = pending.back();
    pending.pop_back();
    first = std::min(first, at);
    last = std::max(last, at);
    for (const int c : tree.children(at)) {
      const Deprel relation = tree.deprel(c);
      if (at == token && left_out(relation)) continue;
      if (relation == Deprel::parataxis || relation == Deprel::appos) continue;
      // A clause belongs to the phrase where it says which; after a comma it only adds.
      const bool clause = relation == Deprel::acl || relation == Deprel::acl_relcl;
      if (clause && c > 0) {
        const int begin = tree.subtree(c).front();
        if (tree.token(begin).form == "," || (begin > 0 && tree.token(begin - 1).form == ",")) continue;
        // What a noun further down is said to do no longer says what the phrase is about.
        if (at != token && tree.token(at).upos != Upos::pron) continue;
      }
      pending.push_back(c);
    }
  }
  while (first < token && tree.token(first).upos == Upos::punct) ++first;
  while (last > token && tree.token(last).upos == Upos::punct) --last;
  return {tree.token(first).begin, tree.token(last).end};
}

std::string References::phrase_text(int sentence, int token) {
  const Extent extent = phrase(sentence, token);
  const Tree& tree = discourse_->tree(sentence);
  int first = token, last = token;
  while (first > 0 && tree.token(first - 1).begin >= extent.begin) --first;
  while (last + 1 < tree.size() && tree.token(last + 1).end <= extent.end) ++last;
  return discourse_->text(sentence, first, last);
}

Reference References::of_actor(int index, int sentence, int token, Link link) {
  const Actor& actor = discourse_->actor(index);
  Reference reference;
  reference.link = link;
  reference.argument.name = actor.name;
  reference.argument.type = to_string(actor.type);
  reference.argument.aliases.assign(actor.names.begin() + 1, actor.names.end());
  reference.argument.named = true;
  const Mention* mention = discourse_->mention_at(sentence, token);
  if (mention != nullptr && mention->actor == index) {
    const auto& tokens = discourse_->sentence(sentence).tokens;
    reference.argument.extent = {tokens[static_cast<std::size_t>(mention->first)].begin,
                                 tokens[static_cast<std::size_t>(mention->last)].end};
    reference.argument.text = discourse_->text(sentence, mention->first, mention->last);
  } else {
    reference.argument.extent = phrase(sentence, token);
    reference.argument.text = phrase_text(sentence, token);
  }
  return reference;
}

Reference References::of_known(const KnownEntity& entity, int sentence, int token, Link link) {
  Reference reference;
  reference.link = link;
  reference.argument.name = entity.name;
  reference.argument.type = entity.type;
  reference.argument.named = true;
  reference.argument.extent = phrase(sentence, token);
  reference.argument.text = phrase_text(sentence, token);
  return reference;
}

// The phrase without what only places it: "nightclubs" of "nightclubs from residential areas".
std::string References::core_text(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  int last = token;
  for (const int c : tree.children(token, {Deprel::nmod, Deprel::flat})) {
    const bool of = tree.deprel(c) == Deprel::flat || tree.preposition(c) == "of";
    if (c > token && of) last = std::max(last, tree.subtree(c).back());
    if (c > token && !of) break;
  }
  const Extent whole = phrase(sentence, token);
  int first = token;
  while (first > 0 && tree.token(first - 1).begin >= whole.begin) --first;
  while (last > token && tree.token(last).end > whole.end) --last;
  return discourse_->text(sentence, first, last);
}

// "walking on the lawn": a gerund with all that follows it, up to a comma or a conjunct.
std::string References::practice(int sentence, int token, Extent& extent) {
  const Tree& tree = discourse_->tree(sentence);
  int last = token;
  for (const int t : tree.subtree(token)) {
    const bool joins = tree.deprel(t) == Deprel::cc && tree.dominates(token, tree.head(t));
    if (t > token && (tree.token(t).upos == Upos::punct || joins)) break;
    if (t > token) last = t;
  }
  extent = {tree.token(token).begin, tree.token(last).end};
  return discourse_->text(sentence, token, last);
}

bool References::is_somebody(int sentence, int token) {
  const WordLists& words = WordLists::built_in();
  const auto lemma = discourse_->tree(sentence).lemma(token);
  return words.people_of(lemma) || words.role(lemma) || words.body(lemma) ||
         schema_->words("people").contains(lemma) || names_person(lemma) || is_spokesperson(lemma);
}

Reference References::unnamed(int sentence, int token) {
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = phrase(sentence, token);
  reference.argument.text = phrase_text(sentence, token);
  std::string name = core_text(sentence, token);
  if (discourse_->tree(sentence).token(token).xpos == Xpos::vbg)
    name = reference.argument.text = practice(sentence, token, reference.argument.extent);
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "its ", "his ", "her ", "their "}) {
    if (name.starts_with(article)) {
      name.erase(0, article.size());
      break;
    }
  }
  reference.argument.name = name;
  const Tree& tree = discourse_->tree(sentence);
  // One of a kind is named like many: "drones", "drone".
  const auto form = tree.token(token).form;
  if (tree.token(token).xpos == Xpos::nns && reference.argument.name.ends_with(form)) {
    std::string singular = reference.argument.name;
    singular.replace(singular.size() - form.size(), form.size(), tree.lemma(token));
    if (singular != reference.argument.name) reference.argument.aliases.push_back(std::move(singular));
  }
  const auto type = WordLists::built_in().type_of(tree.lemma(token));
  const WordLists& words = WordLists::built_in();
  if (!type.empty())
    reference.argument.type = type;
  else if (names_person(tree.lemma(token)) || schema_->words("people").contains(tree.lemma(token)) ||
           words.role(tree.lemma(token)) || words.people_of(tree.lemma(token)))
    reference.argument.type = "person";
  else if (words.body(tree.lemma(token)))
    reference.argument.type = "organization";
  else
    reference.argument.type = schema_->words("acts").contains(tree.lemma(token)) ? "act" : "thing";
  return reference;
}

std::optional<Reference> References::joint_phrase(int sentence, const std::vector<int>& tokens) {
  if (tokens.size() < 2) return std::nullopt;
  const Tree& tree = discourse_->tree(sentence);
  for (const int token : tokens) {
    if (!schema_->words("use_nouns").contains(tree.lemma(token)) ||
        discourse_->mention_at(sentence, token) != nullptr)
      return std::nullopt;
  }
  const auto last = tree.subtree(tokens.back());
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.extent = {tree.token(tokens.front()).begin, tree.token(last.back()).end};
  reference.argument.text = discourse_->text(sentence, tokens.front(), last.back());
  reference.argument.name = discourse_->text(sentence, tokens.front(), tokens.back());
  for (const int c : tree.children(tokens.back(), {Deprel::nmod})) {
    if (tree.preposition(c) == "of")
      reference.argument.name = discourse_->text(sentence, tokens.front(), tree.subtree(c).back());
  }
  reference.argument.type = "thing";
  return reference;
}

std::optional<Reference> References::of_state_body(const std::string& name, int sentence, int token) {
  const auto body = parse_state_body(discourse_->knowledge(), name);
  if (!body) return std::nullopt;
  if (body->kind == StateBody::Kind::people && body->state != nullptr)
    return of_known(*body->state, sentence, token, Link::role);
  Reference reference;
  reference.link = Link::role;
  reference.argument.name = body->name;
  reference.argument.type = "organization";
  reference.argument.named = true;
  reference.argument.extent = phrase(sentence, token);
  reference.argument.text = phrase_text(sentence, token);
  return reference;
}

std::optional<Reference> References::resolve_name(int sentence, int token) {
  const Mention* mention = discourse_->mention_at(sentence, token);
  const Tree& tree = discourse_->tree(sentence);
  if (mention == nullptr) {
    const Token& word = tree.token(token);
    const bool capital = word.form.size() > 1 && word.form[0] >= 'A' && word.form[0] <= 'Z' && token > 0;
    const bool opens =
        token == 0 && is_nominal(word) && word.form.size() > 3 && word.form[0] >= 'A' && word.form[0] <= 'Z';
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
  return of_actor(mention->actor, sentence, token, Link::name);
}

// A proper noun that the recogniser of names passed over: the name in its compounds, or the run of
// capitalised words that it stands in.
std::optional<Reference> References::resolve_unmarked_name(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  for (const int c : tree.children(token, {Deprel::compound, Deprel::flat})) {
    if (const Mention* mention = discourse_->mention_at(sentence, c))
      return of_actor(mention->actor, sentence, c, Link::name);
  }
  const WordLists& words = WordLists::built_in();
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
  // "the TikTok app", "the America Online unit".
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
  // "the German state of Lower Saxony".
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
    const bool apart = modifies && WordLists::built_in().type_of(tree.lemma(token)).empty();
    return of_actor(mention->actor, sentence, one, apart ? Link::role : Link::described);
  }
  return std::nullopt;
}

std::optional<Reference> References::resolve_role(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(token);
  const bool body = words.body(lemma), people = words.people_of(lemma) || is_spokesperson(lemma),
             role = words.role(lemma);
  if (!body && !people && !role) return std::nullopt;
  // The phrase from its first naming modifier on: "Canada's foreign ministry", "US officials".
  int first = token;
  for (const int c : tree.children(token)) {
    if (c < token && names_along(tree.deprel(c))) {
      const auto below = tree.subtree(c);
      first = std::min(first, below.front());
    }
  }
  if (first < token) {
    if (auto found = of_state_body(discourse_->text(sentence, first, token), sentence, token)) return found;
  }
  // "the government in Zagreb", "government and rebel forces in Chad".
  std::vector<int> placed = tree.children(token, {Deprel::nmod});
  if (body) {
    for (int next = token + 1; next < tree.size() && next <= token + 3; ++next) {
      const auto below =
          tree.token(next).upos == Upos::noun ? tree.children(next, {Deprel::nmod}) : std::vector<int>{};
      placed.insert(placed.end(), below.begin(), below.end());
    }
  }
  for (const int c : placed) {
    const KnownEntity* state = body && tree.preposition(c) == "in"
                                   ? discourse_->knowledge().state(tree.token(c).form, true)
                                   : nullptr;
    if (state == nullptr) continue;
    if (auto found =
            of_state_body(state->name + "'s " + std::string(tree.token(token).form), sentence, token))
      return found;
  }
  // Whose body or spokesman: "its ministry", "a spokesman for TikTok", "the government of Canada".
  for (const int c : tree.children(token)) {
    const Deprel relation = tree.deprel(c);
    const auto preposition = tree.preposition(c);
    const bool owner =
        relation == Deprel::nmod_poss ||
        (relation == Deprel::nmod &&
         (preposition == "of" || preposition == "for" || preposition == "at" || preposition == "from")) ||
        (relation == Deprel::compound && c == token - 1 && discourse_->mention_at(sentence, c) != nullptr);
    if (!owner) continue;
    const auto whose = resolve(sentence, c);
    if (!whose || !whose->argument.named) continue;
    const std::string noun = discourse_->text(sentence, std::max(first, c == first ? c + 1 : first), token);
    if (body) {
      const KnownEntity* state = discourse_->knowledge().state(whose->argument.name);
      if (state != nullptr) {
        std::string modified;
        for (const int m : tree.children(token, {Deprel::amod, Deprel::compound})) {
          if (m < token && m != c) modified += std::string(tree.token(m).form) + " ";
        }
        if (auto found = of_state_body(state->name + "'s " + modified + std::string(tree.token(token).form),
                                       sentence, token))
          return found;
      }
      // "the administration of President X" is X's doing.
      if (whose->argument.type == "person" && relation != Deprel::compound && whose->link == Link::name) {
        auto reference = *whose;
        reference.link = Link::role;
        return reference;
      }
      if (whose->argument.type == "person" || whose->argument.type == "place") continue;
    }
    if (people && whose->argument.type != "person") {
      auto reference = *whose;
      reference.link = Link::role;
      reference.argument.text = phrase_text(sentence, token);
      reference.argument.extent = phrase(sentence, token);
      return reference;
    }
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
  if (!number && !schema_->words("partitives").contains(tree.lemma(token)) && tree.token(token).form != "%")
    return -1;
  for (const int c : tree.children(token, {Deprel::nmod, Deprel::obl})) {
    if (tree.preposition(c) != "of") continue;
    if (tree.lemma(c) != "share" && tree.lemma(c) != "stock") return c;
    for (const int whole : tree.children(c, {Deprel::nmod})) {
      if (tree.preposition(whole) == "of" || tree.preposition(whole) == "in") return whole;
    }
  }
  // "Hapag, in which CSAV holds 30 percent".
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

std::optional<Reference> References::resolve(int sentence, int given) {
  if (depth_ > kMaximumDepth) return std::nullopt;
  const DepthGuard guard(depth_);
  const Tree& tree = discourse_->tree(sentence);
  const int token = antecedent_of_relative(tree, given);
  const Token& word = tree.token(token);
  if (word.upos == Upos::pron || word.xpos == Xpos::prp_poss || word.upos == Upos::det) {
    if (word.lemma == "other" || word.lemma == "each") return std::nullopt;
    // "some of its nurses".
    if (const int whole = part_of_whole(sentence, token); whole >= 0) {
      auto found = resolve(sentence, whole);
      return found && found->argument.named ? found : std::optional(unnamed(sentence, token));
    }
    return resolve_pronoun(sentence, token);
  }
  if (word.lemma == "other" && tree.child(token, {Deprel::nmod}) < 0 &&
      discourse_->mention_at(sentence, token) == nullptr)
    return std::nullopt;
  if (auto found = resolve_name(sentence, token)) return found;
  if (const int whole = part_of_whole(sentence, token); whole >= 0) return resolve(sentence, whole);
  if (const int one = one_of_these(sentence, token); one >= 0) return resolve(sentence, one);
  if (auto found = resolve_described(sentence, token)) return found;
  if (auto found = resolve_role(sentence, token)) return found;
  if (auto found = resolve_class_noun(sentence, token)) return found;
  if (auto found = resolve_bare_body(sentence, token)) return found;
  if (!is_nominal(word) && word.upos != Upos::adj && word.xpos != Xpos::vbg) return std::nullopt;
  if (stands_for_unknown(sentence, token)) return std::nullopt;
  // "our company" is the speaker's, whoever speaks.
  const int possessor = tree.child(token, {Deprel::nmod_poss});
  if (possessor >= 0 && (tree.lemma(possessor) == "we" || tree.lemma(possessor) == "I" ||
                         tree.lemma(possessor) == "our" || tree.lemma(possessor) == "my")) {
    return std::nullopt;
  }
  return unnamed(sentence, token);
}

}  // namespace newsgraph

#include "claims/resolve/class_nouns.h"

#include <algorithm>
#include <functional>

#include "claims/discourse/naming.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kDeepestNoun = 4;  // nouns whose meaning depends on nouns

bool is_definite(const Tree& tree, int token) {
  const int det = tree.child(token, {Deprel::det});
  if (det < 0) return false;
  const auto lemma = tree.lemma(det);
  return lemma == "the" || lemma == "this" || lemma == "that";
}

// "accused the company | of hiding it", "blamed the union for leading", hung on the noun: what is done is
// said of the verb.
bool is_reproach(const Tree& tree, int noun, int phrase) {
  const int first = tree.subtree(phrase).front();
  const auto preposition = tree.lemma(first);
  return (preposition == "of" || preposition == "for") && first + 1 < tree.size() &&
         tree.token(first + 1).xpos == Xpos::vbg && tree.deprel(noun) == Deprel::obj;
}

// A definite phrase that says more than the class is about something else: "the company's rival".
bool says_more(const Tree& tree, int token) {
  if (tree.child(token, {Deprel::nmod_poss, Deprel::nummod}) >= 0) return true;
  for (const int c : tree.children(token, {Deprel::nmod, Deprel::acl, Deprel::acl_relcl})) {
    if (is_reproach(tree, token, c)) continue;
    if (tree.deprel(c) == Deprel::nmod) return true;
    // After a comma a clause only adds: "the app, owned by ByteDance".
    const int first = tree.subtree(c).front();
    if (tree.token(first).form != "," && tree.token(std::max(0, first - 1)).form != ",") return true;
  }
  return false;
}

// The word that says what a name is: its last, or the one before "of": "Department of Justice" is no justice.
bool is_headed_by(const std::string& name, std::string_view noun) {
  const auto of = name.find(" of ");
  return has_word(of == std::string::npos ? name.substr(name.rfind(' ') + 1) : name.substr(0, of), noun);
}

bool is_of_state(const Knowledge& knowledge, const Tree& tree, int noun) {
  const auto modifiers = tree.children(noun, {Deprel::amod});
  return std::any_of(modifiers.begin(), modifiers.end(),
                     [&](int c) { return knowledge.state(tree.token(c).form) != nullptr; });
}

// Whose "the French president" is; null where the phrase does not say.
const KnownEntity* state_of_phrase(const Knowledge& knowledge, const Tree& tree, int noun) {
  for (const int c : tree.children(noun, {Deprel::amod, Deprel::compound})) {
    if (const KnownEntity* state = knowledge.state(tree.token(c).form)) return state;
  }
  return nullptr;
}

bool is_of(const Actor& actor, const KnownEntity* state) {
  return std::find(actor.states.begin(), actor.states.end(), state) != actor.states.end();
}

// A party is no app, whatever the recogniser of names makes of it.
bool called_otherwise(const Actor& actor, std::string_view type) {
  const WordLists& words = WordLists::built_in();
  const auto same = [&](const std::string& noun) {
    return words.type_of(noun).empty() || words.type_of(noun) == type;
  };
  return std::none_of(actor.called.begin(), actor.called.end(), same) && !actor.called.empty();
}

bool described_as(const Actor& actor, std::string_view noun) {
  if (std::find(actor.roles.begin(), actor.roles.end(), noun) != actor.roles.end()) return true;
  return std::any_of(actor.names.begin(), actor.names.end(),
                     [&](const std::string& name) { return is_headed_by(name, noun); });
}

// Whether the document calls somebody whom nobody knows something of a kind: "the regulator Ofwat" an agency.
bool is_called_of(const Actor& actor, std::string_view kind) {
  return actor.known == nullptr && std::ranges::any_of(actor.called, [&](const std::string& noun) {
           return WordLists::built_in().kind_of(noun) == kind;
         });
}

// Whether it is only called what is no company: a regulator, a court, a union.
bool is_called_no_company(const Actor& actor) {
  const auto other = [](const std::string& noun) {
    const auto kind = WordLists::built_in().kind_of(noun);
    return !kind.empty() && kind != "company" && kind != "news-organization";
  };
  return actor.known == nullptr && !actor.called.empty() && std::ranges::all_of(actor.called, other);
}

// Kinds that a name tells of by its words, where a noun of the kind may stand for it: "the regulator" for the
// Peruvian Energy Agency.
bool is_named_of(const Knowledge& knowledge, const Actor& actor, std::string_view kind,
                 const KnownEntity* state) {
  const bool told = kind == "agency" || kind == "court" || kind == "legislature" || kind == "ngo";
  if (!told || actor.known != nullptr || actor.type != NameType::organization ||
      kind_named(actor.name) != kind)
    return false;
  const auto body = parse_state_body(knowledge, actor.name);
  return state == nullptr || !body || body->state == state;
}

bool class_fits(const Knowledge& knowledge, const Actor& actor, std::string_view type,
                std::string_view kind) {
  // A state's ministry is no company and no app.
  if (actor.known == nullptr && type != "place" && parse_state_body(knowledge, actor.name)) return false;
  const auto actual = to_string(actor.type);
  // An app is often taken for its maker's like: TikTok is a product or an organisation.
  const bool app = type == "product" && actual == "organization" &&
                   (actor.known == nullptr || actor.known->type == "product");
  if (actual != type && !app) return false;
  if (type == "place" && actor.known != nullptr && !kind.empty() && !actor.known->kind.empty())
    return actor.known->kind == kind;
  // A company is no ministry, a watchdog no company.
  if (type == "organization" && actor.known != nullptr && !kind.empty() && !actor.known->kind.empty())
    return actor.known->kind == kind;
  if (kind == "company" && is_called_no_company(actor)) return false;
  return kind != "state" || actor.known != nullptr;
}

// The noun with its compound, where the word lists have that: "news agency".
std::string whole_noun(const Tree& tree, int token) {
  std::string noun(tree.lemma(token));
  const int modifier = tree.child(token, {Deprel::compound});
  if (modifier < 0 || modifier != token - 1) return noun;
  const std::string whole = std::string(tree.lemma(modifier)) + " " + noun;
  return WordLists::built_in().type_of(whole).empty() ? noun : whole;
}

// What "the company" or "the French president" says of whom it means.
struct ClassNoun {
  std::string noun;
  std::string_view type, kind;         // empty where the word lists have none
  bool body = false;                   // a body or a role: "ministry", "president"
  const KnownEntity* state = nullptr;  // whose
  bool called_so_of_state = false;     // the document calls somebody so, of that state
};

// How surely a name is the one: it was described with this very noun, "the ministry" for a ministry; it is
// known to be of the noun's kind; it may be of its type.
enum class By : std::uint8_t { its_description, its_kind, its_type };

ClassNoun class_noun(const Discourse& discourse, const Tree& tree, int token) {
  const WordLists& words = WordLists::built_in();
  ClassNoun wanted;
  wanted.noun = whole_noun(tree, token);
  wanted.type = words.type_of(wanted.noun);
  wanted.kind = words.kind_of(wanted.noun);
  wanted.body = words.body(wanted.noun) || words.role(wanted.noun);
  wanted.state = state_of_phrase(discourse.knowledge(), tree, token);
  const auto& actors = discourse.actors();
  wanted.called_so_of_state = std::any_of(actors.begin(), actors.end(), [&](const Actor& actor) {
    return described_as(actor, wanted.noun) && is_of(actor, wanted.state);
  });
  return wanted;
}

// "the independence movement" is not any movement.
bool is_other_kind(const Tree& tree, int token, const ClassNoun& wanted) {
  const int compound = tree.child(token, {Deprel::compound});
  if (compound < 0 || wanted.noun != tree.lemma(token) || tree.token(compound).upos != Upos::noun)
    return false;
  return (wanted.type == "organization" || wanted.type == "group") && wanted.kind != "company";
}

bool fits(const Knowledge& knowledge, const ClassNoun& wanted, By by, const Actor& actor) {
  if (by == By::its_description) {
    // "the French president" is who was called so, or else none who was called another state's.
    const bool right_state = wanted.state == nullptr ||
                             (wanted.called_so_of_state ? is_of(actor, wanted.state) : actor.states.empty());
    return described_as(actor, wanted.noun) && right_state;
  }
  // That a company is known says nothing of "the group".
  const bool of_kind = actor.known != nullptr && !wanted.kind.empty() && wanted.kind != "company" &&
                       actor.known->kind == wanted.kind;
  const bool called_so = !wanted.kind.empty() && wanted.kind != "company" && is_called_of(actor, wanted.kind);
  const bool named_so = is_named_of(knowledge, actor, wanted.kind, wanted.state);
  if (named_so) return true;
  if (by == By::its_kind && !of_kind && !called_so) return false;
  if (wanted.type == "product" && called_otherwise(actor, wanted.type)) return false;
  // A name of unknown type may be the company; a state is none.
  const bool rival = wanted.type == "organization" && is_doubtful(knowledge, actor) &&
                     knowledge.state(actor.name, true) == nullptr;
  return rival || class_fits(knowledge, actor, wanted.type, wanted.kind);
}

bool is_named_before(const ResolutionContext& context, const Actor& actor, Place at) {
  for (int s = 0; s <= at.sentence; ++s) {
    for (const Mention* mention : context.discourse.mentions_in(s)) {
      if (Place{s, mention->first} < at && &context.discourse.actor_of(*mention) == &actor) return true;
    }
  }
  return false;
}

// "the court" for the only court that the document names; null where there is none. "Federation president
// Mara Doe" is no federation.
const Actor* only_described(const ResolutionContext& context, std::string_view noun) {
  const Actor* unique = nullptr;
  for (const Actor& actor : context.discourse.actors()) {
    const bool person =
        actor.type == NameType::person && WordLists::built_in().type_of(noun) == "organization";
    if (person || !described_as(actor, noun)) continue;
    if (unique != nullptr) return nullptr;
    unique = &actor;
  }
  return unique;
}

// The only one that the document calls an app, a network or the like; null where there are none or two.
const Actor* only_product(const ResolutionContext& context) {
  const WordLists& words = WordLists::built_in();
  const Actor* unique = nullptr;
  for (const Actor& actor : context.discourse.actors()) {
    const bool product = actor.type == NameType::product ||
                         std::any_of(actor.called.begin(), actor.called.end(),
                                     [&](const auto& noun) { return words.type_of(noun) == "product"; });
    if (!product) continue;
    if (unique != nullptr) return nullptr;
    unique = &actor;
  }
  return unique;
}

// "Nova Scotia premier X says the province": the one place of its kind that the sentence names before,
// though it only modifies.
const Actor* place_of_sentence(const ResolutionContext& context, Place at, const std::string& noun) {
  const WordLists& words = WordLists::built_in();
  const Actor* found = nullptr;
  for (const Mention* mention : context.discourse.mentions_in(at.sentence)) {
    if (mention->last >= at.token) break;
    const Actor& actor = context.discourse.actor_of(*mention);
    if (!class_fits(context.discourse.knowledge(), actor, "place", words.kind_of(noun)) ||
        actor.known == nullptr)
      continue;
    if (found != nullptr && found != &actor) return nullptr;
    found = &actor;
  }
  return found;
}

// The actor that fits in the nearest sentence in which one does, null where several do equally well; nothing
// where none does. `mates` are none of them. `apart`: the phrase tells it from others, so that what the text
// is about is no answer.
std::optional<const Actor*> nearest_actor(const ResolutionContext& context, Place at,
                                          const std::vector<const Actor*>& mates, bool apart,
                                          const Accept& accept) {
  for (int s = at.sentence; s >= 0 && s >= at.sentence - kAntecedentWindow; --s) {
    auto found =
        candidates(context, {s, s == at.sentence ? at.token : context.discourse.sentence(s).size()}, accept);
    std::erase_if(found, [&](const Candidate& c) {
      return std::find(mates.begin(), mates.end(), c.actor) != mates.end();
    });
    if (found.empty()) continue;
    const Actor* actor = only(found, false);
    return actor == nullptr && s != at.sentence && !apart ? only(found, true) : actor;
  }
  return std::nullopt;
}

// "Orban and his government": Orban's, where that is known to be a state's; else he stands for it.
std::optional<Reference> government_of_pronoun(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const int whose = tree.child(at.token, {Deprel::nmod_poss});
  if (whose < 0 || !context.words("state_powers").contains(tree.lemma(at.token))) return std::nullopt;
  auto head =
      tree.token(whose).upos == Upos::pron ? resolve_named(context, {at.sentence, whose}) : std::nullopt;
  if (!head) return std::nullopt;
  const bool rules = head->argument.type == "person" || head->argument.type == "place";
  if (!rules) return std::nullopt;
  auto body =
      of_state_body(context, head->argument.name + "'s " + std::string(tree.token(at.token).form), at);
  if (!body) return head;
  body->link = Link::pronoun;
  return body;
}

}  // namespace

bool is_bare_definite(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.token(at.token).xpos == Xpos::nns || !is_definite(tree, at.token) || says_more(tree, at.token))
    return false;
  return tree.child(at.token, {Deprel::amod, Deprel::compound}) < 0;
}

bool stands_for_unknown(const ResolutionContext& context, Place at) {
  const auto lemma = context.tree(at).lemma(at.token);
  const bool itself = context.words("acts").contains(lemma) || context.words("collectives").contains(lemma);
  // "the company", "the ministry" point back; "the bow tie" and "the kilt" are a kind of thing.
  const WordLists& words = WordLists::built_in();
  const bool points_back =
      !words.type_of(lemma).empty() || words.role(lemma) || words.body(lemma) || words.people_of(lemma);
  return !itself && points_back && is_bare_definite(context, at);
}

bool is_unknown_company(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  return context.words("enterprises").contains(tree.lemma(at.token)) &&
         tree.token(at.token).xpos != Xpos::nns && is_definite(tree, at.token) &&
         !says_more(tree, at.token) && is_of_state(context.discourse.knowledge(), tree, at.token);
}

const Actor* actor_of_class_noun(const ResolutionContext& from, Place at, bool known) {
  if (from.depth > kDeepestNoun) return nullptr;
  const ResolutionContext context = from.deeper();
  const Tree& tree = context.tree(at);
  if (tree.token(at.token).xpos == Xpos::nns || !(known || is_definite(tree, at.token)) ||
      says_more(tree, at.token))
    return nullptr;
  const ClassNoun wanted = class_noun(context.discourse, tree, at.token);
  if (is_other_kind(tree, at.token, wanted) || (wanted.type.empty() && !wanted.body)) return nullptr;
  if (wanted.type == "place") {
    if (const Actor* near = place_of_sentence(context, at, wanted.noun)) return near;
  }
  const auto mates = clause_mates(context, at);
  // "the Brazilian company" is told apart from others, and a name that may be a company's counts.
  const bool apart = is_of_state(context.discourse.knowledge(), tree, at.token);
  for (const By by : {By::its_description, By::its_kind, By::its_type}) {
    const bool by_description = by == By::its_description;
    if (!by_description && (wanted.type.empty() || wanted.type == "person")) break;
    if (by == By::its_type && wanted.body) break;
    const auto accept = [&](const Actor& actor) {
      return fits(context.discourse.knowledge(), wanted, by, actor) && !cannot_mean(context, at, actor);
    };
    if (const auto nearest = nearest_actor(context, at, mates, apart, accept)) return *nearest;
    // "the app", "the league" for the only one that the document calls so; a company is soon mistaken for
    // another.
    const bool kind = wanted.type == "organization" && !wanted.kind.empty() && wanted.kind != "company";
    if (by_description && (wanted.body || kind || wanted.type == "product")) {
      const Actor* unique = only_described(context, wanted.noun);
      if (unique == nullptr && wanted.type == "product") unique = only_product(context);
      // "The newspaper" is none that the text comes to later, but for one that is called so.
      const bool later = kind && !wanted.body && unique != nullptr && !has_word(unique->name, wanted.noun) &&
                         !is_named_before(context, *unique, at);
      if (unique != nullptr && !later) return unique;
    }
  }
  return nullptr;
}

std::optional<Reference> state_power(const ResolutionContext& context, Place at, bool known) {
  const Tree& tree = context.tree(at);
  if (auto found = government_of_pronoun(context, at)) return found;
  if (!context.words("state_powers").contains(tree.lemma(at.token)) ||
      !(known || is_definite(tree, at.token)) || says_more(tree, at.token))
    return std::nullopt;
  for (const int c : tree.children(at.token, {Deprel::amod, Deprel::compound})) {  // "the federal government"
    if (!context.words("power_modifiers").contains(tree.lemma(c))) return std::nullopt;
  }
  const KnownEntity* only = nullptr;
  for (int s = at.sentence; s >= 0 && s >= at.sentence - kAntecedentWindow && only == nullptr; --s) {
    for (const Mention* mention : context.discourse.mentions_in(s)) {
      const KnownEntity* state =
          context.discourse.knowledge().state(context.discourse.actor_of(*mention).name, true);
      if (state == nullptr || state->kind != "state" || state == only) continue;
      if (only != nullptr) return std::nullopt;
      only = state;
    }
  }
  if (only == nullptr) return std::nullopt;
  Reference found = of_known(context, *only, at, Link::role);
  found.link = Link::noun;
  return found;
}

std::optional<Reference> resolve_state_power(const ResolutionContext& context, Place at) {
  return state_power(context, at, false);
}

std::optional<Reference> resolve_class_noun(const ResolutionContext& context, Place at) {
  const Actor* actor = actor_of_class_noun(context, at);
  if (actor == nullptr) return std::nullopt;
  return of_actor(context, *actor, at, Link::noun);
}

}  // namespace newsgraph

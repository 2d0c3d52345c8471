// Nothing is guessed: where two names fit equally well, none is taken.
#include "claims/resolve/antecedents.h"

#include <algorithm>
#include <iterator>

#include "claims/discourse/quotations.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/grammar/report.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/pronouns.h"
#include "claims/resolve/resolve.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kDepthOfSubjects = 3;  // pronouns whose meaning depends on pronouns

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::nsubj_outer;
}

// A name that only modifies is a weaker antecedent: "Chinese" in "Chinese officials".
bool stands_alone(const Tree& tree, int head) {
  const Deprel relation = tree.deprel(head);
  return relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nmod_desc;
}

// "Vega of Orion said, “they …”": who speaks says "we" of his own.
void leave_out_speaker(const Tree& tree, const RelationSchema& schema, int pronoun, auto& found) {
  const Report report = report_above(tree, schema, pronoun);
  if (report.speakers.empty()) return;
  std::erase_if(found, [&](const auto& candidate) {
    const bool speaks = std::any_of(report.speakers.begin(), report.speakers.end(),
                                    [&](int speaker) { return tree.dominates(speaker, candidate.position); });
    return speaks && mark_between(tree, candidate.position, pronoun);
  });
}

int clause_of(const Tree& tree, int token) {
  int at = token;
  while (at >= 0 && !(is_verb(tree.token(at)) || tree.child(at, {Deprel::cop}) >= 0)) at = tree.head(at);
  return at;
}

// "Its shares are held by Vega. In May it …": what the subject of a sentence belongs to is as much its topic.
void add_topics(const ResolutionContext& context, Place before, const Accept& accept,
                std::vector<Candidate>& found) {
  constexpr int kDeepest = 2;  // pronouns of pronouns
  const Tree& tree = context.tree(before);
  if (context.depth > kDeepest || before.token < tree.size()) return;  // the topic of a sentence before
  for (int t = 0; t < before.token; ++t) {
    const bool thing = tree.lemma(t) == "its" || tree.lemma(t) == "it";
    const int whose = tree.deprel(t) == Deprel::nmod_poss ? tree.head(t) : t;
    if (!thing || whose < 0 || !is_subject(tree.deprel(whose))) continue;
    const auto reference = resolve_pronoun(context.deeper(), {before.sentence, t});
    if (!reference) continue;
    for (const Actor& actor : context.discourse.actors()) {
      if (actor.name == reference->argument.name && accept(actor)) found.push_back({&actor, t, true});
    }
  }
}

// Whether the words leave room for a candidate; a sentence that has none need not be parsed.
bool may_hold_candidate(const ResolutionContext& context, int sentence, const Accept& accept) {
  const auto& actors = context.discourse.actors();
  if (std::none_of(actors.begin(), actors.end(), accept)) return false;
  const auto mentions = context.discourse.mentions_in(sentence);
  const bool named = std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    return accept(context.discourse.actor_of(*mention));
  });
  if (named) return true;
  const auto& tokens = context.discourse.sentence(sentence).tokens;
  const WordLists& words = WordLists::built_in();
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const auto form = tokens[t].form;
    const bool topic = equals_ignoring_case(form, "it") || equals_ignoring_case(form, "its");
    if (topic || words.body(form) || words.role(form) || !words.type_of(form).empty()) return true;
    // A description of two words: "social network".
    if (t > 0 && !words.type_of(std::string(tokens[t - 1].form) + " " + std::string(form)).empty())
      return true;
  }
  return false;
}

// Whom a pronoun before a class noun means; null for none.
const Actor* actor_of_pronoun(const ResolutionContext& context, Place at) {
  const Token& word = context.tree(at).token(at.token);
  if (word.upos != Upos::pron || context.depth > kDepthOfSubjects) return nullptr;
  const auto meant = resolve_named(context, at);
  if (!meant) return nullptr;
  const auto& actors = context.discourse.actors();
  const auto found = std::find_if(actors.begin(), actors.end(),
                                  [&](const Actor& actor) { return actor.name == meant->argument.name; });
  return found == actors.end() ? nullptr : &*found;
}

}  // namespace

bool is_doubtful(const Knowledge& knowledge, const Actor& actor) {
  if (actor.type == NameType::place && knowledge.state(actor.name, true) != nullptr) return true;
  if (actor.known != nullptr || actor.gender != Gender::unknown) return false;
  if (actor.type == NameType::place && actor.whereabouts) return false;
  if (actor.type == NameType::place && actor.roles.empty()) return true;
  if (!actor.roles.empty()) return false;
  if (actor.type != NameType::person && actor.type != NameType::place) return false;
  return actor.name.find(' ') == std::string::npos &&
         WordLists::built_in().given_name(actor.name) == Gender::unknown;
}

std::vector<Candidate> candidates(const ResolutionContext& context, Place before, const Accept& accept) {
  std::vector<Candidate> found;
  if (!may_hold_candidate(context, before.sentence, accept)) return found;
  const Tree& tree = context.tree(before);
  const auto add = [&](const Actor* actor, int head) {
    if (actor == nullptr || !accept(*actor)) return;
    // "the TikTok app" is TikTok.
    const bool names_its_head = tree.deprel(head) == Deprel::compound && tree.head(head) >= 0 &&
                                context.words("name_nouns").contains(tree.lemma(tree.head(head)));
    if (!stands_alone(tree, head) && !names_its_head) return;
    const auto preposition = tree.preposition(head);
    const bool whereabouts = preposition == "in" || preposition == "near" || preposition == "at";
    if (whereabouts && actor->type == NameType::place &&
        context.discourse.knowledge().state(actor->name) == nullptr)
      return;
    // "its parent company, Orion, said": the apposition is as much the subject.
    const int described = tree.deprel(head) == Deprel::appos ? tree.head(head) : -1;
    const bool apposed = described >= 0 && is_subject(tree.deprel(described)) &&
                         context.discourse.mention_at({before.sentence, described}) == nullptr;
    found.push_back({actor, head, apposed || is_subject(tree.deprel(tree.first_conjunct(head)))});
  };
  for (const Mention* mention : context.discourse.mentions_in(before.sentence)) {
    if (mention->last < before.token)
      add(&context.discourse.actor_of(*mention), tree.head_of(mention->first, mention->last));
  }
  // "The platform … it": a description that stands for a name counts like the name.
  if (context.depth < 4) {
    for (int t = 0; t < before.token; ++t) {
      const bool noun =
          tree.token(t).upos == Upos::noun && context.discourse.mention_at({before.sentence, t}) == nullptr;
      if (noun) add(actor_of_class_noun(context, {before.sentence, t}), t);
    }
  }
  add_topics(context, before, accept, found);
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.position < b.position; });
  return found;
}

namespace {

// The subjects of the clause that a phrase is part of: "Vega bought half of the company", "Orion and Vega are
// its brands".
std::vector<int> subjects_beside(const Tree& tree, int token) {
  if (tree.deprel(token) == Deprel::nmod_poss) {
    const int noun = tree.head(token);
    return tree.child(noun, {Deprel::cop}) >= 0 ? surface_subjects(tree, noun) : std::vector<int>{};
  }
  int whole = token;
  while (tree.deprel(whole) == Deprel::nmod && tree.preposition(whole) == "of") whole = tree.head(whole);
  const int verb = tree.head(whole);
  return verb >= 0 && is_verb(tree.token(verb)) ? frame_of(tree, verb).subjects : std::vector<int>{};
}

// "Consumer group Foodwatch accused the company": who is named behind what describes him; null for none.
const Actor* actor_described_at(const ResolutionContext& context, Place noun) {
  for (const int name : described_by(context.tree(noun), noun.token)) {
    if (const Actor* actor = context.discourse.actor_at({noun.sentence, name})) return actor;
  }
  return nullptr;
}

}  // namespace

std::vector<const Actor*> clause_mates(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  std::vector<const Actor*> actors;
  for (const int subject : subjects_beside(tree, at.token)) {
    if (subject == at.token) continue;
    const Place doer{at.sentence, subject};
    if (const Actor* actor = context.discourse.actor_at(doer)) {
      actors.push_back(actor);
    } else if (const Actor* meant = actor_of_pronoun(context, doer)) {
      actors.push_back(meant);  // "it would buy the company"
    } else if (const Actor* described = actor_described_at(context, doer)) {
      actors.push_back(described);
    } else if (const Actor* noun = actor_of_class_noun(context, doer)) {
      actors.push_back(noun);  // "the fund bought the company"
    }
  }
  return actors;
}

std::optional<Place> last_mention(const ResolutionContext& context, Place before, const Actor* actor) {
  std::optional<Place> found;
  for (const Mention* mention : context.discourse.mentions_in(before.sentence)) {
    if (mention->last < before.token && &context.discourse.actor_of(*mention) == actor)
      found = {mention->sentence, mention->last};
  }
  return found;
}

const Actor* subject_to_come(const ResolutionContext& context, Place at, const Accept& accept) {
  const Tree& tree = context.tree(at);
  const int clause = clause_of(tree, at.token);
  if (clause < 0 || tree.deprel(clause) != Deprel::advcl || tree.head(clause) < clause) return nullptr;
  for (const int subject : surface_subjects(tree, tree.head(clause))) {
    const Actor* actor = subject > at.token ? context.discourse.actor_at({at.sentence, subject}) : nullptr;
    if (actor != nullptr && (accept(*actor) || is_doubtful(context.discourse.knowledge(), *actor)))
      return actor;
  }
  return nullptr;
}

const Actor* antecedent(const ResolutionContext& context, Place at, int window, const Accept& accept) {
  const Tree& tree = context.tree(at);
  const std::vector<const Actor*> own_subjects = clause_mates(context, at);
  auto here = candidates(context, at, accept);
  // "X accused it": an object is not its own clause's subject.
  const bool possessive = tree.deprel(at.token) == Deprel::nmod_poss;
  const int clause = clause_of(tree, at.token);
  if (!possessive) {
    std::erase_if(here, [&](const Candidate& c) {
      return clause_of(tree, c.position) == clause && c.position != at.token;
    });
  }
  leave_out_speaker(tree, context.schema, at.token, here);
  std::erase_if(here, [&](const Candidate& c) {
    return std::find(own_subjects.begin(), own_subjects.end(), c.actor) != own_subjects.end() ||
           cannot_mean(context, at, *c.actor);
  });
  const Actor* actor = nullptr;
  // What the clauses around the pronoun's own are about, from the inside out: "threatened X … if it
  // does not sell"; then the nearest subject before it in the sentence, the one subject of the
  // sentence before, the only other name of the sentence, and the sentences before.
  // A clause before its own comes first: "if TikTok remains …, it".
  std::vector<Candidate> inside;
  std::copy_if(here.begin(), here.end(), std::back_inserter(inside), [&](const Candidate& c) {
    const int own = clause_of(tree, c.position);
    return own >= 0 && own != clause && tree.deprel(own) == Deprel::advcl && tree.head(own) == clause;
  });
  actor = only(inside, true);
  for (int outer = clause; outer >= 0 && actor == nullptr;
       outer = tree.head(outer) < 0 ? -1 : clause_of(tree, tree.head(outer))) {
    std::vector<Candidate> around;
    std::copy_if(here.begin(), here.end(), std::back_inserter(around),
                 [&](const Candidate& c) { return clause_of(tree, c.position) == outer; });
    actor = only(around, true);
    if (actor == nullptr && outer != clause) actor = only(around, false);
  }
  for (auto c = here.rbegin(); c != here.rend() && actor == nullptr; ++c) {
    if (c->subject) actor = c->actor;
  }
  if (actor == nullptr && at.sentence > 0) {
    actor = only(
        candidates(context, {at.sentence - 1, context.discourse.sentence(at.sentence - 1).size()}, accept),
        true);
    if (std::find(own_subjects.begin(), own_subjects.end(), actor) != own_subjects.end()) actor = nullptr;
  }
  if (actor == nullptr) actor = only(here, false);
  if (actor == nullptr && !here.empty()) return nullptr;
  for (int s = at.sentence - 1; actor == nullptr && s >= 0 && s >= at.sentence - window; --s) {
    const auto there = candidates(context, {s, context.discourse.sentence(s).size()}, accept);
    actor = only(there, true);
    if (actor == nullptr) actor = only(there, false);
    if (actor == nullptr && !there.empty()) return nullptr;
  }
  return actor;
}

}  // namespace newsgraph

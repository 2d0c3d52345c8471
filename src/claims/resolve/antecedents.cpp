// The names before a pronoun, and which of them it takes up. Nothing is guessed: where two fit equally well,
// none is taken.
#include "claims/resolve/antecedents.h"

#include <algorithm>
#include <iterator>

#include "claims/discourse/quotations.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/report.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kDepthOfSubjects = 3;  // pronouns whose meaning depends on pronouns

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::nsubj_outer;
}

// The token by which a mention hangs in the tree: the one whose head is outside of it.
int head_of(const Tree& tree, const Mention& mention) {
  for (int t = mention.first; t <= mention.last; ++t) {
    const int head = tree.head(t);
    if (head < mention.first || head > mention.last) return t;
  }
  return mention.last;
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

}  // namespace

bool is_doubtful(const Knowledge& knowledge, const Actor& actor) {
  if (actor.type == NameType::place && knowledge.state(actor.name, true) != nullptr) return true;
  if (actor.known != nullptr || actor.gender != Gender::unknown) return false;
  if (actor.type == NameType::place && actor.roles.empty()) return true;
  if (!actor.roles.empty()) return false;
  if (actor.type != NameType::person && actor.type != NameType::place) return false;
  return actor.name.find(' ') == std::string::npos &&
         WordLists::built_in().given_name(actor.name) == Gender::unknown;
}

// "Its shares are held by Vega. In May it …": what the subject of a sentence belongs to is as much its topic.
void References::add_topics(int sentence, int before, const std::function<bool(const Actor&)>& accept,
                            std::vector<Candidate>& found) {
  constexpr int kDeepest = 2;  // pronouns of pronouns
  const Tree& tree = discourse_->tree(sentence);
  if (depth_ > kDeepest || before < tree.size()) return;  // the topic of a sentence before
  for (int t = 0; t < before; ++t) {
    const bool thing = tree.lemma(t) == "its" || tree.lemma(t) == "it";
    const int whose = tree.deprel(t) == Deprel::nmod_poss ? tree.head(t) : t;
    if (!thing || whose < 0 || !is_subject(tree.deprel(whose))) continue;
    ++depth_;
    const auto reference = resolve_pronoun(sentence, t);
    --depth_;
    for (std::size_t a = 0; reference && a < discourse_->actors().size(); ++a) {
      const Actor& actor = discourse_->actor(static_cast<int>(a));
      if (actor.name == reference->argument.name && accept(actor))
        found.push_back({static_cast<int>(a), t, true});
    }
  }
}

// Whether the words leave room for a candidate; a sentence that has none need not be parsed.
bool References::may_hold_candidate(int sentence, const std::function<bool(const Actor&)>& accept) const {
  const auto& actors = discourse_->actors();
  if (std::none_of(actors.begin(), actors.end(), accept)) return false;
  const auto mentions = discourse_->mentions_in(sentence);
  const bool named = std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
    return accept(discourse_->actor(mention->actor));
  });
  if (named) return true;
  const auto& tokens = discourse_->sentence(sentence).tokens;
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

std::vector<References::Candidate> References::candidates(int sentence, int before,
                                                          const std::function<bool(const Actor&)>& accept) {
  std::vector<Candidate> found;
  if (!may_hold_candidate(sentence, accept)) return found;
  const Tree& tree = discourse_->tree(sentence);
  const auto add = [&](int actor, int head) {
    if (actor < 0 || !accept(discourse_->actor(actor))) return;
    // "the TikTok app" is TikTok.
    const bool names_its_head = tree.deprel(head) == Deprel::compound && tree.head(head) >= 0 &&
                                schema_->words("name_nouns").contains(tree.lemma(tree.head(head)));
    if (!stands_alone(tree, head) && !names_its_head) return;
    const auto preposition = tree.preposition(head);
    const bool whereabouts = preposition == "in" || preposition == "near" || preposition == "at";
    if (whereabouts && discourse_->actor(actor).type == NameType::place &&
        discourse_->knowledge().state(discourse_->actor(actor).name) == nullptr)
      return;
    // "its parent company, Orion, said": the apposition is as much the subject.
    const int described = tree.deprel(head) == Deprel::appos ? tree.head(head) : -1;
    const bool apposed = described >= 0 && is_subject(tree.deprel(described)) &&
                         discourse_->mention_at(sentence, described) == nullptr;
    found.push_back({actor, head, apposed || is_subject(tree.deprel(tree.first_conjunct(head)))});
  };
  for (const Mention* mention : discourse_->mentions_in(sentence)) {
    if (mention->last < before) add(mention->actor, head_of(tree, *mention));
  }
  // "The platform … it": a description that stands for a name counts like the name.
  if (depth_ < 4) {
    for (int t = 0; t < before; ++t) {
      const bool noun = tree.token(t).upos == Upos::noun && discourse_->mention_at(sentence, t) == nullptr;
      if (noun) add(actor_of_class_noun(sentence, t), t);
    }
  }
  add_topics(sentence, before, accept, found);
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.position < b.position; });
  return found;
}

// The actors that are the subjects of the verb whose object a token is: it means none of them.
// Whom a pronoun before a class noun means; -1 for none.
int References::actor_of_pronoun(int sentence, int token) {
  const Token& word = discourse_->tree(sentence).token(token);
  if (word.upos != Upos::pron || depth_ > kDepthOfSubjects) return -1;
  const auto meant = resolve(sentence, token);
  if (!meant || !meant->argument.named) return -1;
  const auto& actors = discourse_->actors();
  const auto found = std::find_if(actors.begin(), actors.end(),
                                  [&](const Actor& actor) { return actor.name == meant->argument.name; });
  return found == actors.end() ? -1 : static_cast<int>(found - actors.begin());
}

std::vector<int> References::clause_mates(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  std::vector<int> actors;
  if (tree.deprel(token) == Deprel::nmod_poss || tree.head(token) < 0 ||
      !is_verb(tree.token(tree.head(token))))
    return actors;
  for (const int subject : frame_of(tree, tree.head(token)).subjects) {
    if (subject == token) continue;
    if (const Mention* mention = discourse_->mention_at(sentence, subject)) {
      actors.push_back(mention->actor);
    } else if (const int actor = actor_of_pronoun(sentence, subject); actor >= 0) {
      actors.push_back(actor);  // "it would buy the company"
    }
  }
  return actors;
}

// The last token of the sentence before `before` that names the actor; -1 for none.
int References::last_mention(int sentence, int before, int actor) const {
  int found = -1;
  for (const Mention* mention : discourse_->mentions_in(sentence)) {
    if (mention->last < before && mention->actor == actor) found = mention->last;
  }
  return found;
}

// "After it had bought Orion, Acme …": in a clause that opens the sentence the pronoun is what the sentence
// is about.
int References::subject_to_come(int sentence, int token, const std::function<bool(const Actor&)>& accept) {
  const Tree& tree = discourse_->tree(sentence);
  const int clause = clause_of(tree, token);
  if (clause < 0 || tree.deprel(clause) != Deprel::advcl || tree.head(clause) < clause) return -1;
  for (const int subject : surface_subjects(tree, tree.head(clause))) {
    const Mention* mention = subject > token ? discourse_->mention_at(sentence, subject) : nullptr;
    if (mention != nullptr && (accept(discourse_->actor(mention->actor)) ||
                               is_doubtful(discourse_->knowledge(), discourse_->actor(mention->actor))))
      return mention->actor;
  }
  return -1;
}

// The actor that a pronoun takes up among those that `accept` lets in, `window` sentences back; -1 where none
// or where two fit.
int References::antecedent(int sentence, int token, int window,
                           const std::function<bool(const Actor&)>& accept) {
  const Tree& tree = discourse_->tree(sentence);
  const std::vector<int> own_subjects = clause_mates(sentence, token);
  auto here = candidates(sentence, token, accept);
  // "X accused it": an object is not its own clause's subject.
  const bool possessive = tree.deprel(token) == Deprel::nmod_poss;
  const int clause = clause_of(tree, token);
  if (!possessive) {
    std::erase_if(here, [&](const Candidate& c) {
      return clause_of(tree, c.position) == clause && c.position != token;
    });
  }
  leave_out_speaker(tree, *schema_, token, here);
  std::erase_if(here, [&](const Candidate& c) {
    return std::find(own_subjects.begin(), own_subjects.end(), c.actor) != own_subjects.end();
  });
  int actor = -1;
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
  for (int outer = clause; outer >= 0 && actor < 0;
       outer = tree.head(outer) < 0 ? -1 : clause_of(tree, tree.head(outer))) {
    std::vector<Candidate> around;
    std::copy_if(here.begin(), here.end(), std::back_inserter(around),
                 [&](const Candidate& c) { return clause_of(tree, c.position) == outer; });
    actor = only(around, true);
    if (actor < 0 && outer != clause) actor = only(around, false);
  }
  for (auto c = here.rbegin(); c != here.rend() && actor < 0; ++c) {
    if (c->subject) actor = c->actor;
  }
  if (actor < 0 && sentence > 0) {
    actor = only(candidates(sentence - 1, length_of(sentence - 1), accept), true);
    if (std::find(own_subjects.begin(), own_subjects.end(), actor) != own_subjects.end()) actor = -1;
  }
  if (actor < 0) actor = only(here, false);
  if (actor < 0 && !here.empty()) return -1;
  for (int s = sentence - 1; actor < 0 && s >= 0 && s >= sentence - window; --s) {
    const auto there = candidates(s, length_of(s), accept);
    actor = only(there, true);
    if (actor < 0) actor = only(there, false);
    if (actor < 0 && !there.empty()) return -1;
  }
  return actor;
}

}  // namespace newsgraph

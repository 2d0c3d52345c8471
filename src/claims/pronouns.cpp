// Antecedents of pronouns. Nothing is guessed: where two fit equally well, none is taken.
#include <algorithm>
#include <iterator>
#include <set>

#include "claims/antecedents.h"
#include "claims/frame.h"
#include "claims/quotations.h"
#include "claims/report.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

constexpr int kDepthOfSubjects = 3;  // pronouns whose meaning depends on pronouns

enum class Kind : std::uint8_t { male, female, thing, plural };

std::optional<Kind> kind_of_pronoun(std::string_view lemma, std::string_view form) {
  const auto is = [&](std::string_view word) {
    return equals_ignoring_case(lemma, word) || equals_ignoring_case(form, word);
  };
  if (is("he") || is("him") || is("his") || is("himself")) return Kind::male;
  if (is("she") || is("her") || is("hers") || is("herself")) return Kind::female;
  if (is("it") || is("its") || is("itself")) return Kind::thing;
  if (is("they") || is("them") || is("their") || is("themselves")) return Kind::plural;
  return std::nullopt;
}

bool is_speaker_pronoun(std::string_view form) {
  for (const std::string_view word : {"i", "we", "our", "my", "us", "me"}) {
    if (equals_ignoring_case(form, word)) return true;
  }
  return false;
}

bool fits(const Actor& actor, Kind kind) {
  switch (kind) {
    case Kind::male:
      return actor.type == NameType::person && actor.gender != Gender::female;
    case Kind::female:
      return actor.type == NameType::person && actor.gender != Gender::male;
    case Kind::thing:
      // A city is hardly ever what "it" takes up; a state is.
      return actor.type == NameType::organization || actor.type == NameType::product ||
             actor.type == NameType::work ||
             (actor.type == NameType::place && actor.known != nullptr && actor.known->kind == "state");
    case Kind::plural:
      return actor.type == NameType::group || actor.type == NameType::organization;
  }
  return false;
}

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

// "those who attack us and their lies", "criminals get what their deeds deserve": people without a name stand
// between the actor (a token of the sentence, -1 before it) and the pronoun.
bool people_between(const Tree& tree, const WordSet& people, int actor, int pronoun) {
  for (int t = actor + 1; t < pronoun; ++t) {
    const bool those =
        equals_ignoring_case(tree.token(t).form, "those") && tree.child(t, {Deprel::acl_relcl}) >= 0;
    const bool named = tree.child(t, {Deprel::flat, Deprel::nmod_poss, Deprel::compound}) >= 0;
    if (those || (tree.token(t).xpos == Xpos::nns && !named && people.contains(tree.lemma(t)))) return true;
  }
  return false;
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
    // "social network".
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

std::optional<Reference> References::speaker_pronoun(int sentence, int token) {
  for (int s = sentence; s >= 0 && s >= sentence - 1; --s) {
    const Tree& tree = discourse_->tree(s);
    const Report report =
        s == sentence ? report_above(tree, *schema_, token) : report_above(tree, *schema_, tree.root());
    const Report here = report.verb < 0 && schema_->words("report_verbs").contains(tree.lemma(tree.root()))
                            ? Report{tree.root(), frame_of(tree, tree.root()).subjects}
                            : report;
    if (here.speakers.size() != 1 || here.speakers.front() == token) continue;
    if (tree.token(here.speakers.front()).upos == Upos::pron &&
        is_speaker_pronoun(tree.token(here.speakers.front()).form))
      continue;
    auto speaker = resolve(s, here.speakers.front());
    if (!speaker) continue;
    speaker->link = Link::pronoun;
    return speaker;
  }
  return std::nullopt;
}

// "those who wear masks", "anyone wearing a mask": people of whom only that is said.
std::optional<Reference> References::those_who(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const auto form = tree.token(token).form;
  const bool people = equals_ignoring_case(form, "those") || equals_ignoring_case(form, "anyone") ||
                      equals_ignoring_case(form, "anybody") || equals_ignoring_case(form, "everyone");
  const int clause = tree.child(token, {Deprel::acl, Deprel::acl_relcl});
  if (!people || clause < token) return std::nullopt;
  int last = tree.subtree(clause).back();
  for (int t = clause; t <= last; ++t) {  // "anyone wearing a mask | from entering"
    if (equals_ignoring_case(tree.token(t).form, "from")) last = t - 1;
  }
  while (tree.token(last).upos == Upos::punct) --last;
  Reference reference;
  reference.link = Link::phrase;
  reference.argument.name = reference.argument.text = discourse_->text(sentence, token, last);
  reference.argument.type = "person";
  reference.argument.extent = {tree.token(token).begin, tree.token(last).end};
  return reference;
}

// "dissolved the parties and banned them": of joined verbs the second does it to the object of the first.
std::optional<Reference> References::object_before(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const auto kind = kind_of_pronoun(tree.lemma(token), tree.token(token).form);
  const bool object = tree.deprel(token) == Deprel::obj && tree.head(token) >= 0;
  if (!object || (kind != Kind::plural && kind != Kind::thing)) return std::nullopt;
  const int verb = tree.head(token);
  const int first = tree.first_conjunct(verb);
  if (first == verb || tree.child(verb, {Deprel::nsubj}) >= 0) return std::nullopt;
  // "signs a decree dissolving the parties and bans them": what is nearest.
  int nearest = -1;
  for (int t = first + 1; t < verb; ++t) {
    const bool nominal = tree.deprel(t) == Deprel::obj && tree.token(t).upos != Upos::pron;
    const bool many = tree.token(t).xpos == Xpos::nns || tree.child(t, {Deprel::conj}) >= 0;
    const bool deed = schema_->words("acts").contains(tree.lemma(t)) ||
                      schema_->words("instruments").contains(tree.lemma(t));
    if (nominal && !deed && many == (kind == Kind::plural)) nearest = t;
  }
  if (nearest < 0) return std::nullopt;
  auto reference = resolve(sentence, nearest);
  if (reference && reference->argument.named) reference->link = Link::pronoun;
  return reference;
}

// "criticised Chile for its decision": whose deed somebody is blamed for is his; the actor, -1 for none.
int References::blamed_possessor(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  int noun = tree.deprel(token) == Deprel::nmod_poss ? tree.head(token) : -1;
  while (noun >= 0 && (tree.deprel(noun) == Deprel::nmod || tree.deprel(noun) == Deprel::conj))
    noun = tree.head(noun);
  const int verb = noun >= 0 && tree.deprel(noun) == Deprel::obl ? tree.head(noun) : -1;
  const auto preposition = verb < 0 ? std::string_view{} : tree.preposition(noun);
  if (preposition != "for" && preposition != "over" && preposition != "of") return -1;
  const auto& rules = schema_->rules_of(tree.lemma(verb));
  const bool judges = std::any_of(rules.begin(), rules.end(), [&](std::size_t rule) {
    return schema_->rules()[rule].kind == TriggerKind::verb &&
           schema_->relations()[schema_->rules()[rule].relation].acts;
  });
  for (const int object : judges ? frame_of(tree, verb).objects : std::vector<int>{}) {
    const Mention* mention = object == token ? nullptr : discourse_->mention_at(sentence, object);
    if (mention != nullptr) return mention->actor;
  }
  return -1;
}

// "You have betrayed us," she told Vega: who is told.
std::optional<Reference> References::addressee_pronoun(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const Report report = report_above(tree, *schema_, token);
  if (report.verb < 0) return std::nullopt;
  for (const int c : tree.children(report.verb, {Deprel::obj, Deprel::iobj})) {
    if (!is_nominal(tree.token(c)) || tree.dominates(c, token)) continue;
    auto told = resolve(sentence, c);
    if (told) told->link = Link::pronoun;
    return told;
  }
  return std::nullopt;
}

// Whether the relation that is being read can mean the actor: nobody owns a court.
bool References::is_expected(const Actor& actor) const {
  if (expected_ != nullptr && !expected_->empty() && !expected_->contains(to_string(actor.type)))
    return false;
  if (unexpected_ == nullptr || unexpected_->empty()) return true;
  if (actor.known != nullptr && unexpected_->contains(actor.known->kind)) return false;
  // "the regulator Kestrel".
  if (std::any_of(actor.roles.begin(), actor.roles.end(),
                  [](const std::string& role) { return WordLists::built_in().body(role); }))
    return false;
  // The noun of the name: "Board" of "Board of Governors", "Court" of "Supreme Court".
  const std::string whole = actor.name.substr(0, actor.name.find(" of "));
  std::string last = whole.substr(whole.rfind(' ') + 1);
  for (char& c : last) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return !WordLists::built_in().body(last);
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

std::optional<Reference> References::resolve_pronoun(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  const Token& word = tree.token(token);
  if (is_speaker_pronoun(word.form)) return speaker_pronoun(sentence, token);
  if (equals_ignoring_case(word.lemma, "you") || equals_ignoring_case(word.lemma, "your"))
    return addressee_pronoun(sentence, token);
  const auto kind = kind_of_pronoun(word.lemma, word.form);
  if (!kind) return std::nullopt;
  const auto sure = [&](const Actor& actor) { return is_expected(actor) && fits(actor, *kind); };
  int actor = blamed_possessor(sentence, token);
  if (actor >= 0 && !sure(discourse_->actor(actor))) actor = -1;
  // Who is known to be a woman comes before a surname that may be one's.
  if (actor < 0 && (*kind == Kind::male || *kind == Kind::female)) {
    const Gender gender = *kind == Kind::male ? Gender::male : Gender::female;
    actor = antecedent(sentence, token, 1, [&](const Actor& a) { return sure(a) && a.gender == gender; });
  }
  if (actor < 0) actor = antecedent(sentence, token, kAntecedentWindow, sure);
  if (*kind == Kind::thing && (actor < 0 || last_mention(sentence, token, actor) < 0)) {
    // A name of unknown type in this sentence comes before a company of the one before.
    const int near = antecedent(sentence, token, 1, [&](const Actor& a) {
      return sure(a) || is_doubtful(discourse_->knowledge(), a);
    });
    if (near >= 0 && (actor < 0 || last_mention(sentence, token, near) >= 0)) actor = near;
  }
  if (actor < 0 && *kind == Kind::thing) actor = subject_to_come(sentence, token, sure);
  if (actor < 0) return std::nullopt;
  if (*kind == Kind::plural &&
      people_between(tree, schema_->words("people"), last_mention(sentence, token, actor), token))
    return std::nullopt;
  auto reference = of_actor(actor, sentence, token, Link::pronoun);
  reference.argument.text = std::string(word.form);
  reference.argument.extent = {word.begin, word.end};
  return reference;
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

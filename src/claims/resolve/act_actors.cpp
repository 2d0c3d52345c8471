// Acts and their actors: whom "US attacks on TikTok", "a decision also criticised by Beijing" or
// "a law banning X" blame or put in charge.
#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/match/match.h"
#include "claims/resolve/reference.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

// Who leads the blamed: "the neighbours, led by Peru".
void add_leaders(References& references, const Tree& tree, int sentence, int noun,
                 std::vector<Reference>& found) {
  // Right after the noun, whatever the tree makes of it.
  const int after = noun + 1 < tree.size() && tree.token(noun + 1).form == "," ? noun + 2 : noun + 1;
  auto clauses = tree.children(noun, {Deprel::acl});
  if (clauses.empty() && after < tree.size()) clauses.push_back(after);
  for (const int c : clauses) {
    if ((tree.lemma(c) != "lead" && tree.lemma(c) != "head") || tree.token(c).xpos != Xpos::vbn) continue;
    for (const int agent : obliques(tree, c, "by")) {
      if (auto leader = references.resolve(sentence, agent); leader && can_act(*leader))
        found.push_back(*leader);
    }
  }
}

// Whether a verb says that somebody condemns something.
bool judges(const RelationSchema& schema, std::string_view verb) {
  const auto& rules = schema.rules_of(verb);
  return std::any_of(rules.begin(), rules.end(), [&](std::size_t index) {
    const TriggerRule& rule = schema.rules()[index];
    return rule.kind == TriggerKind::verb && schema.relations()[rule.relation].acts;
  });
}

// "which Peru blames on Chile": on whom a verb of condemning puts it; -1 for none.
int blamed_in(const RelationSchema& schema, const Tree& tree, int verb) {
  for (const std::size_t index : schema.rules_of(tree.lemma(verb))) {
    const TriggerRule& rule = schema.rules()[index];
    if (rule.kind != TriggerKind::verb || !schema.relations()[rule.relation].acts) continue;
    for (const Role& role : rule.object) {
      if (role.place != Role::Place::oblique) continue;
      const auto found = obliques(tree, verb, role.preposition);
      if (!found.empty()) return found.front();
    }
  }
  return -1;
}

// "negligence on the part of the ministry", wherever the tree hangs the phrase.
std::vector<int> on_the_part_of(const Tree& tree, int noun) {
  const int part = noun + 3;
  const bool follows = part < tree.size() && tree.lemma(part) == "part" && tree.preposition(part) == "on";
  return follows ? obliques(tree, part, "of") : std::vector<int>{};
}

}  // namespace

bool can_act(const Reference& reference) {
  const auto& type = reference.argument.type;
  return type == "person" || type == "organization" || type == "place" || type == "group";
}

bool References::is_act(int sentence, int token) {
  const Tree& tree = discourse_->tree(sentence);
  if (discourse_->mention_at(sentence, token) != nullptr) return false;
  const Token& word = tree.token(token);
  return schema_->words("acts").contains(word.lemma) || word.xpos == Xpos::vbg;
}

namespace {

// "the attacks of Peru" may be on it; "the attacks of Peru on Chile" are Peru's, whichever of them the tree
// hangs Chile on.
bool is_aimed(const Tree& tree, int act) {
  const auto at_somebody = [&](int phrase) {
    return tree.preposition(phrase) == "against" || tree.preposition(phrase) == "on";
  };
  for (const int phrase : tree.children(act, {Deprel::nmod, Deprel::obl})) {
    const auto below = tree.children(phrase, {Deprel::nmod});
    if (at_somebody(phrase) || std::any_of(below.begin(), below.end(), at_somebody)) return true;
  }
  return false;
}

}  // namespace

std::vector<Reference> References::actors_of_act(int sentence, int token, int except) {
  const Tree& tree = discourse_->tree(sentence);
  // "the Mercosur deal" is about Mercosur, "the Saeima's deal" would be the Saeima's.
  const bool about = schema_->words("acts_about").contains(tree.lemma(token));
  const bool aimed = is_aimed(tree, token);
  const bool of_patient = !aimed && schema_->words("acts_of_patient").contains(tree.lemma(token));
  std::vector<Reference> found;
  const auto add = [&](int noun) {
    for (const int one : tree.with_conjuncts(noun)) {
      const Token& word = tree.token(one);
      std::optional<Reference> actor;
      if (is_act(sentence, one)) {
        for (auto& inner : actors_of_act(sentence, one)) found.push_back(inner);
      } else {
        actor = resolve(sentence, one);
      }
      if (actor && actor->argument.named && can_act(*actor)) {
        actor->link = Link::act;
        if (word.upos == Upos::adj && discourse_->knowledge().state(word.form) == nullptr) continue;
        found.push_back(*actor);
        add_leaders(*this, tree, sentence, one, found);
      }
    }
  };
  const auto by = [&](Deprel relation, std::string_view preposition) {
    for (const int c : tree.children(token, {relation})) {
      if (found.empty() && tree.preposition(c) == preposition) add(c);
    }
  };
  // "the mayor's killing" is done to him; in "Peru's arrest of the mayor" Peru does it.
  const auto below = tree.children(token, {Deprel::nmod});
  const bool done_to = std::any_of(below.begin(), below.end(),
                                   [&](int c) { return c > token && tree.preposition(c) == "of"; });
  const bool victim = schema_->words("acts_of_victim").contains(tree.lemma(token)) && !done_to;
  if (const int possessor = tree.child(token, {Deprel::nmod_poss}); possessor >= 0 && !victim) add(possessor);
  by(Deprel::nmod, "by");
  if (found.empty()) {
    for (const int agent : past_other_nouns(tree, token, "by")) add(agent);
  }
  if (found.empty()) {
    for (const int agent : on_the_part_of(tree, token)) add(agent);
  }
  for (const int c : tree.children(token, {Deprel::acl})) {
    if (!found.empty() || c == except) continue;
    for (const int agent : is_passive(tree, c) ? frame_of(tree, c).subjects : std::vector<int>{}) add(agent);
  }
  for (const int c : tree.children(token, {Deprel::amod, Deprel::compound})) {
    if (!found.empty()) break;
    const KnownEntity* state = discourse_->knowledge().state(tree.token(c).form);
    const Mention* mention = discourse_->mention_at(sentence, c);
    if (about && tree.deprel(c) == Deprel::compound) continue;
    if (state != nullptr) {
      found.push_back(of_known(*state, sentence, c, Link::act));
      found.back().argument.text = std::string(tree.token(c).form);
      found.back().argument.extent = {tree.token(c).begin, tree.token(c).end};
    } else if (mention != nullptr && !of_patient) {
      add(c);
    }
  }
  // Who does something with it in a relative clause: "the arms sale that Washington had approved".
  for (const int c : tree.children(token, {Deprel::acl_relcl})) {
    if (!found.empty()) break;
    // "an attack that Peru blames on Chile": who judges it did not do it.
    if (const int blamed = blamed_in(*schema_, tree, c); blamed >= 0) {
      add(blamed);
      continue;
    }
    if (schema_->words("report_verbs").contains(tree.lemma(c)) || judges(*schema_, tree.lemma(c))) continue;
    for (const int agent : frame_of(tree, c).subjects) {
      if (agent != token) add(agent);
    }
  }
  if (found.empty() && !of_patient) by(Deprel::nmod, "of");
  if (found.empty()) by(Deprel::nmod, "from");
  return found;
}

std::vector<Reference> References::makers_of(int sentence, int token) {
  auto found = actors_of_act(sentence, token);
  if (!found.empty()) return found;
  const Tree& tree = discourse_->tree(sentence);
  // The body that has it before it: "a bill before the Swiss parliament".
  for (const int c : tree.children(token, {Deprel::nmod})) {
    if (tree.preposition(c) != "before" && tree.preposition(c) != "in") continue;
    auto body = resolve(sentence, c);
    if (body && body->argument.named && body->argument.type == "organization") return {std::move(*body)};
  }
  // "passes changes, including a law that": what is carried is the whole.
  const auto opener = tree.preposition(token);
  const bool listed_under =
      tree.deprel(token) == Deprel::nmod && (opener == "include" || opener == "including");
  const int verb = carrying_verb(tree, listed_under ? tree.head(token) : token);
  if (verb < 0) return found;
  // "arrested a writer over posts": those are the writer's.
  const auto preposition = tree.preposition(token);
  const bool reason = preposition == "over" || preposition == "for" || preposition == "after";
  if (reason && schema_->words("punishing_verbs").contains(tree.lemma(verb))) {
    for (const int author : frame_of(tree, verb).objects) {
      if (auto maker = resolve(sentence, author)) found.push_back(*maker);
    }
    return found;
  }
  const auto listed = [&](std::string_view list) { return schema_->words(list).contains(tree.lemma(verb)); };
  if (!listed("instrument_enacted") && !listed("instrument_planned")) return found;
  for (const int subject : frame_of(tree, verb).subjects) {
    if (is_act(sentence, subject)) continue;
    if (auto maker = resolve(sentence, subject)) found.push_back(*maker);
  }
  return found;
}

}  // namespace newsgraph

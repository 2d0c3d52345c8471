// "made similar decisions", "followed suit": a claim again, for a new subject.
#include <algorithm>
#include <iterator>

#include "claims/assemble/arguments.h"
#include "claims/assemble/assemble.h"
#include "claims/assemble/scope.h"
#include "claims/assemble/status.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"

namespace newsgraph {

namespace {

// A verb that with its object or adverb says the same again: "followed suit", "did likewise".
bool is_repeat_phrase(const Tree& tree, const RelationSchema& schema, int verb) {
  for (const int c : tree.children(verb, {Deprel::obj, Deprel::advmod, Deprel::obl})) {
    const std::string phrase = std::string(tree.lemma(verb)) + " " + std::string(tree.lemma(c));
    if (schema.words("repeat_phrases").contains(phrase)) return true;
  }
  return false;
}

// Whether "similar" with the noun, or a phrase without one, states the relation again.
bool repeats_with(const RelationSchema& schema, const Relation& relation, std::string_view noun) {
  const WordSet& nouns = relation.repeat_nouns.empty() ? schema.words("repeat_nouns") : relation.repeat_nouns;
  return relation.repeats && (noun.empty() || nouns.contains(noun));
}

// A word adds the clause to what was said: "is considering a ban, too".
bool is_added(const Tree& tree, int verb) {
  return tree.has_child_lemma(verb, {Deprel::advmod}, "too") ||
         tree.has_child_lemma(verb, {Deprel::advmod}, "also") ||
         tree.has_child_lemma(verb, {Deprel::advmod}, "likewise");
}

bool says_no_more(const Tree& tree, int noun) {
  return tree.child(noun,
                    {Deprel::nmod, Deprel::nmod_poss, Deprel::compound, Deprel::acl, Deprel::acl_relcl}) < 0;
}

// "similar decisions", "the same ban": the noun, where a verb carries it; -1 for none.
int repeated_noun(const Tree& tree, const RelationSchema& schema, int verb) {
  const auto& relations = schema.relations();
  for (const int c : tree.children(verb, {Deprel::obj, Deprel::nsubj_pass})) {
    const bool repeats = std::any_of(relations.begin(), relations.end(), [&](const Relation& r) {
      return repeats_with(schema, r, tree.lemma(c));
    });
    if (!repeats) continue;
    for (const int m : tree.children(c, {Deprel::amod})) {
      if (schema.words("repeat_adjectives").contains(tree.lemma(m))) return c;
    }
    const bool such = tree.has_child_lemma(c, {Deprel::det, Deprel::det_predet, Deprel::amod}, "such");
    if ((such || is_added(tree, verb)) && says_no_more(tree, c)) return c;
  }
  return -1;
}

// What the repeated noun is about, where it says so: "similar decisions about RTR".
int topic_of(const Tree& tree, int noun) {
  if (noun < 0) return -1;
  for (const std::string_view preposition : {"about", "on", "against", "concerning", "regarding"}) {
    for (const int topic : obliques(tree, noun, preposition)) return topic;
  }
  return -1;
}

}  // namespace

// The status that a light verb gives to the repeated noun: "lifted a similar ban".
Status Assembler::repeat_status(Place verb, int noun, const Relation& relation) {
  const Tree& tree = discourse_.tree(verb.sentence);
  const StatusContext context{tree, schema_, relation.stative};
  for (const TriggerRule& rule : schema_.rules()) {
    const bool same = rule.kind == TriggerKind::noun && &schema_.relations()[rule.relation] == &relation;
    if (noun >= 0 && same && light_status(rule, tree, verb.token)) return status_of_noun(context, noun, rule);
  }
  return status_of_verb(context, verb.token, false);
}

// "Peru banned guns. The ban also covers knives": whose the ban is.
Group Assembler::authors_before(int sentence, const Match& match, const std::vector<Finding>& found) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  if (match.rule->kind != TriggerKind::noun || !relation.repeats ||
      match.object_place != Role::Place::covered)
    return {};
  for (auto last = found.rbegin(); last != found.rend(); ++last) {
    if (last->claim.relation != relation.name || last->trigger.sentence < sentence - 1) continue;
    Reference author;
    author.argument = last->claim.subject;
    author.link = Link::event;
    return {std::move(author)};
  }
  return {};
}

bool Assembler::may_repeat(int sentence, const std::vector<Finding>& found) const {
  return std::any_of(found.begin(), found.end(), [&](const Finding& f) {
    return f.trigger.sentence >= sentence - kRepeatWindow && relation_named(f.claim.relation).repeats;
  });
}

// "made similar decisions", "followed suit": the last claim again, for a new subject.
void Assembler::add_repeats(int sentence, std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  for (int verb = 0; verb < tree.size(); ++verb) {
    const bool pro_verb =
        tree.lemma(verb) == "do" && tree.token(verb).upos == Upos::aux && tree.head(verb) < 0;
    if (!is_verb(tree.token(verb)) && !pro_verb) continue;
    const int noun = repeated_noun(tree, schema_, verb);
    if (noun < 0 && !is_repeat_phrase(tree, schema_, verb)) continue;
    const bool carried = noun < 0 || schema_.words("repeat_verbs").contains(tree.lemma(verb));
    const auto last = std::find_if(found.rbegin(), found.rend(), [&](const Finding& f) {
      return f.trigger.sentence >= sentence - kRepeatWindow && f.trigger < Place{sentence, verb} &&
             (carried || !relation_named(f.claim.relation).acts) &&  // "denies any such accusation"
             repeats_with(schema_, relation_named(f.claim.relation),
                          noun < 0 ? std::string_view{} : tree.lemma(noun));
    });
    if (last != found.rend()) add_repeat({sentence, verb}, noun, Finding(*last), found);
  }
}

const Relation& Assembler::relation_named(const std::string& name) const {
  const auto& relations = schema_.relations();
  return *std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.name == name; });
}

void Assembler::add_repeat(Place verb, int noun, const Finding& model, std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(verb.sentence);
  const Relation& relation = relation_named(model.claim.relation);
  const auto rule = std::find_if(schema_.rules().begin(), schema_.rules().end(), [&](const TriggerRule& r) {
    return &schema_.relations()[r.relation] == &relation;
  });
  Match match;
  match.rule = &*rule;
  match.trigger = verb.token;
  match.subjects = frame_of(tree, verb.token).subjects;
  Reference object;
  object.argument = model.claim.object;
  object.link = Link::event;
  if (const int topic = topic_of(tree, noun); topic >= 0) {
    const auto named = references_.resolve({verb.sentence, topic});
    if (named && named->argument.named) object = *named;
  }
  for (const Reference& subject : subjects(verb.sentence, match)) {
    const std::size_t before = found.size();
    if (same_entity(subject.argument, object.argument) || !may_be_subject(subject.argument)) continue;
    emit(verb.sentence, match, {subject, object}, found);
    if (found.size() == before) continue;
    Claim& claim = found.back().claim;
    claim.status = repeat_status(verb, noun, relation);
    claim.rule = "repeat:" + std::string(tree.lemma(noun < 0 ? verb.token : noun));
    const auto scope =
        scope_around(discourse_, schema_, {verb.sentence, noun < 0 ? verb.token : noun}, {"for", "in"});
    claim.scope = scope;
  }
}

}  // namespace newsgraph

#include "claims/assemble/repeats.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/assemble/pairs.h"
#include "claims/assemble/scope.h"
#include "claims/assemble/status.h"
#include "claims/assemble/subjects.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/resolve/resolve.h"

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

// The words that state it again: a verb, with the noun that it carries, -1 for none.
struct Repeat {
  Place verb;
  int noun = -1;

  Place word() const { return {verb.sentence, noun < 0 ? verb.token : noun}; }
};

// The status that a light verb gives to the repeated noun: "lifted a similar ban".
Status repeat_status(const ResolutionContext& context, const Repeat& repeat, const Relation& relation) {
  const Tree& tree = context.tree(repeat.verb);
  const StatusContext words{tree, context.schema, relation.stative};
  for (const TriggerRule& rule : context.schema.rules()) {
    const bool same =
        rule.kind == TriggerKind::noun && &context.schema.relations()[rule.relation] == &relation;
    if (repeat.noun >= 0 && same && light_status(rule, tree, repeat.verb.token))
      return status_of_noun(words, repeat.noun, rule);
  }
  return status_of_verb(words, repeat.verb.token, false);
}

// What is stated again, of what the repeated noun is about where it says so.
Reference repeated_object(const ResolutionContext& context, const Repeat& repeat, const Finding& model) {
  if (const int topic = topic_of(context.tree(repeat.verb), repeat.noun); topic >= 0) {
    if (auto named = resolve_named(context, {repeat.verb.sentence, topic})) return std::move(*named);
  }
  return {model.claim.object, Link::event};
}

// The claim again, by a match that the words would have if they were the relation's own.
void add_repeat(const ResolutionContext& context, const Quotations& quotations, const Repeat& repeat,
                const Finding& model, std::vector<Finding>& found) {
  const Tree& tree = context.tree(repeat.verb);
  const Relation& relation = context.schema.relation(model.claim.relation);
  const auto& rules = context.schema.rules();
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const TriggerRule& r) {
    return &context.schema.relations()[r.relation] == &relation;
  });
  Match match;
  match.rule = &*rule;
  match.trigger = repeat.verb.token;
  match.subjects = frame_of(tree, match.trigger).subjects;
  const StatedMatch statement{context, quotations, found, repeat.verb.sentence, match};
  const Reference object = repeated_object(context, repeat, model);
  for (const Reference& subject : subjects_of(statement)) {
    const std::size_t before = found.size();
    if (same_entity(subject.argument, object.argument) || !may_be_subject(subject.argument)) continue;
    emit(statement, {subject, object}, found);
    if (found.size() == before) continue;
    Claim& claim = found.back().claim;
    claim.status = repeat_status(context, repeat, relation);
    claim.rule = "repeat:" + std::string(tree.lemma(repeat.word().token));
    claim.scope = scope_around(context, repeat.word(), {"for", "in"});
  }
}

// The last claim that the words may state again; null for none.
const Finding* repeated(const ResolutionContext& context, const Repeat& repeat,
                        const std::vector<Finding>& found) {
  const Tree& tree = context.tree(repeat.verb);
  const bool carried =
      repeat.noun < 0 || context.words("repeat_verbs").contains(tree.lemma(repeat.verb.token));
  const auto noun = repeat.noun < 0 ? std::string_view{} : tree.lemma(repeat.noun);
  const auto last = std::find_if(found.rbegin(), found.rend(), [&](const Finding& f) {
    const Relation& relation = context.schema.relation(f.claim.relation);
    return f.trigger.sentence >= repeat.verb.sentence - kRepeatWindow && f.trigger < repeat.verb &&
           (carried || !relation.acts) &&  // "denies any such accusation"
           repeats_with(context.schema, relation, noun);
  });
  return last == found.rend() ? nullptr : &*last;
}

}  // namespace

bool may_repeat(const RelationSchema& schema, int sentence, const std::vector<Finding>& found) {
  return std::any_of(found.begin(), found.end(), [&](const Finding& f) {
    return f.trigger.sentence >= sentence - kRepeatWindow && schema.relation(f.claim.relation).repeats;
  });
}

void add_repeats(const ResolutionContext& context, const Quotations& quotations, int sentence,
                 std::vector<Finding>& found) {
  const Tree& tree = context.tree({sentence, 0});
  for (int verb = 0; verb < tree.size(); ++verb) {
    const bool pro_verb =
        tree.lemma(verb) == "do" && tree.token(verb).upos == Upos::aux && tree.head(verb) < 0;
    if (!is_verb(tree.token(verb)) && !pro_verb) continue;
    const Repeat repeat{{sentence, verb}, repeated_noun(tree, context.schema, verb)};
    if (repeat.noun < 0 && !is_repeat_phrase(tree, context.schema, verb)) continue;
    if (const Finding* last = repeated(context, repeat, found))
      add_repeat(context, quotations, repeat, Finding(*last), found);
  }
}

Group authors_before(const StatedMatch& statement) {
  const Relation& relation = statement.relation();
  if (statement.rule().kind != TriggerKind::noun || !relation.repeats ||
      statement.match.object_place != Role::Place::covered)
    return {};
  for (auto last = statement.found.rbegin(); last != statement.found.rend(); ++last) {
    if (last->claim.relation != relation.name || last->trigger.sentence < statement.sentence - 1) continue;
    return {{last->claim.subject, Link::event}};
  }
  return {};
}

}  // namespace newsgraph

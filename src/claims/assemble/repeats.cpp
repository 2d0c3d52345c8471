#include "claims/assemble/repeats.h"

#include <algorithm>
#include <iterator>

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
         tree.has_child_lemma(verb, {Deprel::advmod}, "likewise") ||
         tree.has_child_lemma(verb, {Deprel::advmod}, "already");
}

bool says_no_more(const Tree& tree, int noun) {
  return tree.child(noun,
                    {Deprel::nmod, Deprel::nmod_poss, Deprel::compound, Deprel::acl, Deprel::acl_relcl}) < 0;
}

bool has_repeating_adjective(const Tree& tree, const RelationSchema& schema, int noun) {
  return std::ranges::any_of(tree.children(noun, {Deprel::amod}), [&](int m) {
    return schema.words("repeat_adjectives").contains(tree.lemma(m));
  });
}

bool may_be_repeated(const Tree& tree, const RelationSchema& schema, int noun) {
  return std::ranges::any_of(schema.relations(),
                             [&](const Relation& r) { return repeats_with(schema, r, tree.lemma(noun)); });
}

// "lifted its own ban": of which it says no more.
bool is_own(const Tree& tree, const RelationSchema& schema, int noun) {
  const bool says_what =
      tree.child(noun, {Deprel::nmod, Deprel::compound, Deprel::acl, Deprel::acl_relcl}) >= 0;
  return !says_what && tree.has_child_lemma(noun, {Deprel::amod}, "own") &&
         std::ranges::any_of(schema.rules_of(tree.lemma(noun)), [&](std::size_t rule) {
           return schema.rules()[rule].kind == TriggerKind::noun;
         });
}

// "similar decisions", "the same ban": the noun, where a verb carries it; -1 for none.
int repeated_noun(const Tree& tree, const RelationSchema& schema, int verb) {
  for (const int c : tree.children(verb, {Deprel::obj, Deprel::nsubj_pass})) {
    if (!may_be_repeated(tree, schema, c)) continue;
    if (has_repeating_adjective(tree, schema, c) || is_own(tree, schema, c)) return c;
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

// Whether a verb takes up what a noun below or above it names: "echoed it", "joined in it", "agreed with it",
// "was echoed by", "a view shared by".
bool is_taken_up(const Tree& tree, int verb, int noun) {
  if (noun == tree.head(verb)) return tree.deprel(verb) == Deprel::acl && is_passive(tree, verb);
  const auto preposition = tree.preposition(noun);
  return tree.deprel(noun) != Deprel::obl || preposition == "in" || preposition == "with";
}

// "echoed the criticism", "a view shared by Peru": the noun; -1 for none.
int echoed_noun(const Tree& tree, const RelationSchema& schema, int verb) {
  if (!schema.words("echoing_verbs").contains(tree.lemma(verb))) return -1;
  auto nouns = tree.children(verb, {Deprel::obj, Deprel::obl, Deprel::nsubj_pass});
  if (tree.head(verb) >= 0) nouns.push_back(tree.head(verb));
  for (const int noun : nouns) {
    const bool repeats = std::ranges::any_of(schema.relations(), [&](const Relation& r) {
      return r.acts && repeats_with(schema, r, tree.lemma(noun));
    });
    if (repeats && is_taken_up(tree, verb, noun) && tree.child(noun, {Deprel::nmod}) < 0) return noun;
  }
  return -1;
}

// "so did Peru", "as have Peru and Chile": who stands behind the auxiliary, whatever the tree makes of so
// short a clause; empty for none.
std::vector<int> subjects_behind(const Tree& tree, int auxiliary) {
  const auto lemma = tree.lemma(auxiliary);
  if (auxiliary < 1 || (lemma != "do" && lemma != "have")) return {};
  const auto before = tree.lemma(auxiliary - 1);
  if (before != "so" && before != "as") return {};
  for (int t = auxiliary + 1; t < tree.size() && tree.token(t).upos != Upos::punct; ++t) {
    const bool name = tree.token(t).xpos == Xpos::nnp;
    if (is_verb(tree.token(t)) && !name) return {};
    const bool predicate = tree.head(auxiliary) == t && (name || is_nominal(tree.token(t)));
    if (tree.deprel(t) == Deprel::nsubj || predicate) return tree.with_conjuncts(t);
  }
  return {};
}

// The words that state it again: a verb, with the noun that it carries, -1 for none.
struct Repeat {
  Place verb;
  int noun = -1;
  std::vector<int> subjects = {};
  bool inverted = false;  // "so did Peru": of the clause right before, whatever it states
  bool apposed = false;   // "…, a view shared by Peru": of the clause right before
  int joined = -1;        // "joined Peru", "echoed the Swedish criticism": whose claim it repeats

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

// What the model has read in the words that repeat it gives way: they say more than it is sure of.
void drop_learned(const Repeat& repeat, const Pair& pair, std::vector<Finding>& found) {
  std::erase_if(found, [&](const Finding& finding) {
    return finding.trigger.sentence == repeat.verb.sentence && finding.claim.rule.starts_with("learned:") &&
           same_entity(finding.claim.subject, pair.subject.argument) &&
           same_entity(finding.claim.object, pair.object.argument);
  });
}

// "Peru condemned Orion, as did Chile": Chile is none of those who were condemned, whatever the model reads.
void drop_done_to(const ResolutionContext& context, const Repeat& repeat, std::vector<Finding>& found) {
  const Tree& tree = context.tree(repeat.verb);
  const auto within = [&](const Extent& object, int subject) {
    const auto phrase = tree.subtree(subject);
    return tree.token(phrase.front()).begin <= object.begin && object.end <= tree.token(phrase.back()).end;
  };
  std::erase_if(found, [&](const Finding& finding) {
    return finding.trigger.sentence == repeat.verb.sentence && finding.claim.rule.starts_with("learned:") &&
           std::ranges::any_of(repeat.subjects,
                               [&](int subject) { return within(finding.claim.object.extent, subject); });
  });
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
  match.subjects = repeat.subjects;
  const StatedMatch statement{context, quotations, found, repeat.verb.sentence, match};
  const Reference object = repeated_object(context, repeat, model);
  for (const Reference& subject : subjects_of(statement)) {
    if (same_entity(subject.argument, object.argument) || !may_be_subject(subject.argument)) continue;
    if (subject.argument.named) drop_learned(repeat, {subject, object}, found);
    const std::size_t before = found.size();
    emit(statement, {subject, object}, found);
    if (found.size() == before) continue;
    Claim& claim = found.back().claim;
    claim.status = repeat_status(context, repeat, relation);
    claim.rule = "repeat:" + std::string(tree.lemma(repeat.word().token));
    claim.scope = scope_around(context, repeat.word(), {"for", "in"});
  }
}

// Whether a claim is near enough and of the right subject for what its words alone do not tell of it.
bool may_be_meant(const Repeat& repeat, const std::optional<Reference>& joined, const Finding& finding) {
  const bool near = repeat.inverted || repeat.apposed || (repeat.joined >= 0 && repeat.noun < 0);
  if (near && finding.trigger.sentence + 1 < repeat.verb.sentence) return false;
  return repeat.joined < 0 || (joined && same_entity(joined->argument, finding.claim.subject));
}

// The last claim that the words may state again; null for none.
const Finding* repeated(const ResolutionContext& context, const Repeat& repeat,
                        const std::vector<Finding>& found) {
  const Tree& tree = context.tree(repeat.verb);
  const auto joined =
      repeat.joined < 0 ? std::nullopt : resolve(context, {repeat.verb.sentence, repeat.joined});
  const bool carried = repeat.noun < 0 ||
                       context.words("repeat_verbs").contains(tree.lemma(repeat.verb.token)) ||
                       context.words("echoing_verbs").contains(tree.lemma(repeat.verb.token));
  const auto noun = repeat.noun < 0 ? std::string_view{} : tree.lemma(repeat.noun);
  const auto last = std::find_if(found.rbegin(), found.rend(), [&](const Finding& f) {
    const Relation& relation = context.schema.relation(f.claim.relation);
    return f.trigger.sentence >= repeat.verb.sentence - kRepeatWindow && f.trigger < repeat.verb &&
           (carried || !relation.acts) &&  // "denies any such accusation"
           ((repeat.inverted && relation.repeats) || repeats_with(context.schema, relation, noun)) &&
           may_be_meant(repeat, joined, f);
  });
  return last == found.rend() ? nullptr : &*last;
}

// What is stated again: the claim with all that its words say of the same subject.
std::vector<Finding> all_of(const Finding& last, const std::vector<Finding>& found) {
  std::vector<Finding> all;
  std::ranges::copy_if(found, std::back_inserter(all), [&](const Finding& f) {
    return f.trigger == last.trigger && f.claim.relation == last.claim.relation &&
           same_entity(f.claim.subject, last.claim.subject);
  });
  return all;
}

// "joined Peru a week later", "joined it": whom; -1 for none. Whoever joins somebody in something says in
// what.
int joined_at(const Tree& tree, int verb) {
  const int joined = tree.lemma(verb) == "join" ? tree.child(verb, {Deprel::obj}) : -1;
  const auto phrases = tree.children(verb, {Deprel::obl, Deprel::advcl, Deprel::xcomp});
  const bool more = std::ranges::any_of(phrases, [&](int c) {
    const auto preposition = is_verb(tree.token(c)) ? tree.marker(c) : tree.preposition(c);
    return preposition == "in" || preposition == "as" || preposition == "at" || preposition == "to";
  });
  return more ? -1 : joined;
}

// "echoed the Swedish criticism", "her remarks": whose it is; -1 where that is not said.
int whose(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  for (const int c : tree.children(noun.token, {Deprel::nmod_poss, Deprel::amod})) {
    const bool state = context.discourse.knowledge().state(tree.token(c).form) != nullptr;
    if (state || tree.deprel(c) == Deprel::nmod_poss) return c;
  }
  return -1;
}

// A verb with the noun that it carries, -1 for none.
Repeat repeat_by(const Tree& tree, Place verb, int noun) {
  Repeat repeat{verb, noun, frame_of(tree, verb.token).subjects};
  repeat.apposed = noun >= 0 && noun == tree.head(verb.token);
  return repeat;
}

// "imposed a similar ban".
std::optional<Repeat> repeat_of_noun(const ResolutionContext& context, Place verb) {
  const Tree& tree = context.tree(verb);
  const int noun = repeated_noun(tree, context.schema, verb.token);
  return noun >= 0 ? std::optional(repeat_by(tree, verb, noun)) : std::nullopt;
}

// "echoed the Swedish criticism", "a view shared by Peru".
std::optional<Repeat> echo_of_noun(const ResolutionContext& context, Place verb) {
  const Tree& tree = context.tree(verb);
  const int noun = echoed_noun(tree, context.schema, verb.token);
  if (noun < 0) return std::nullopt;
  Repeat repeat = repeat_by(tree, verb, noun);
  repeat.joined = whose(context, {verb.sentence, noun});
  return repeat;
}

// "followed suit", and "joined Peru", which says whom.
std::optional<Repeat> repeat_without_noun(const ResolutionContext& context, Place verb) {
  const Tree& tree = context.tree(verb);
  Repeat repeat = repeat_by(tree, verb, -1);
  if (is_repeat_phrase(tree, context.schema, verb.token)) return repeat;
  repeat.joined = joined_at(tree, verb.token);
  return repeat.joined >= 0 ? std::optional(std::move(repeat)) : std::nullopt;
}

// "following similar decisions by Peru and Chile": whose they were.
std::optional<Repeat> similar_of_others(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  if (tree.token(noun.token).upos != Upos::noun || !may_be_repeated(tree, context.schema, noun.token) ||
      !has_repeating_adjective(tree, context.schema, noun.token))
    return std::nullopt;
  for (const std::string_view preposition : {"by", "in", "from"}) {
    auto others = obliques(tree, noun.token, preposition);
    std::erase_if(others, [&](int t) { return !tree.dominates(noun.token, t); });
    if (!others.empty()) return Repeat{noun, noun.token, std::move(others)};
  }
  return std::nullopt;
}

// What a word states again, where it does.
std::optional<Repeat> repeat_at(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const int word = at.token;
  if (auto subjects = subjects_behind(tree, word); !subjects.empty())
    return Repeat{at, -1, std::move(subjects), true};
  if (auto repeat = similar_of_others(context, at)) return repeat;
  const bool pro_verb = tree.lemma(word) == "do" && tree.token(word).upos == Upos::aux && tree.head(word) < 0;
  if (!is_verb(tree.token(word)) && !pro_verb) return std::nullopt;
  if (auto repeat = repeat_of_noun(context, at)) return repeat;
  if (auto repeat = echo_of_noun(context, at)) return repeat;
  return repeat_without_noun(context, at);
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
    const auto repeat = repeat_at(context, {sentence, verb});
    if (repeat && repeat->inverted) drop_done_to(context, *repeat, found);
    const Finding* last = repeat ? repeated(context, *repeat, found) : nullptr;
    if (last == nullptr) continue;
    for (const Finding& model : all_of(*last, found)) add_repeat(context, quotations, *repeat, model, found);
  }
}

Group authors_before(const StatedMatch& statement) {
  const Relation& relation = statement.relation();
  const Tree& tree = statement.tree();
  const int trigger = statement.match.trigger;
  const bool covered =
      statement.rule().kind == TriggerKind::noun && statement.match.object_place == Role::Place::covered;
  const bool added = statement.rule().kind == TriggerKind::verb && is_passive(tree, trigger) &&
                     is_added(tree, trigger) && statement.match.subjects.empty();
  if (!relation.repeats || relation.acts || !(covered || added)) return {};
  for (auto last = statement.found.rbegin(); last != statement.found.rend(); ++last) {
    if (last->claim.relation != relation.name || last->trigger.sentence < statement.sentence - 1) continue;
    return {{last->claim.subject, Link::event}};
  }
  return {};
}

}  // namespace newsgraph

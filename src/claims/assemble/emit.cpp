#include "claims/assemble/pairs.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/assemble/former.h"
#include "claims/assemble/scope.h"
#include "claims/assemble/status.h"
#include "claims/assemble/term.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/report.h"
#include "claims/resolve/noun_phrases.h"
#include "claims/resolve/resolve.h"

namespace newsgraph {

namespace {

// The verb whose status a trigger has, where another than the trigger's own says it.
// An order holds when it is given, not when it is carried out; "on the orders of" has no verb.
int verb_of_status(const StatedMatch& statement) {
  const bool ordered = statement.match.subject_place == Role::Place::governor;
  const int governor =
      ordered ? governing_verb(statement.tree(), statement.match.trigger, statement.rule()) : -1;
  return governor >= 0 ? governor : statement.match.trigger;
}

// What the words around a trigger say, before the rule turns it: a lifted ban is none.
Status status_of_words(const StatedMatch& statement, const StatusContext& context) {
  const TriggerRule& rule = statement.rule();
  const int trigger = statement.match.trigger;
  switch (rule.kind) {
    case TriggerKind::verb: {
      const int verb = verb_of_status(statement);
      return status_of_verb(context, verb, verb == trigger && rule.transaction);
    }
    case TriggerKind::noun:
      return status_of_noun(context, trigger, rule);
    case TriggerKind::role:
    case TriggerKind::adjective:
      return status_of_predicate(context, trigger);
    case TriggerKind::compound:
    case TriggerKind::opinion:
    case TriggerKind::learned:
    case TriggerKind::possessive:
      break;
  }
  return Status::asserted;
}

// Who sells 10 percent of a company keeps the rest; who sells "its half" has none left.
bool keeps_rest(const StatedMatch& statement) {
  const TriggerRule& rule = statement.rule();
  const bool sells = rule.kind == TriggerKind::verb && rule.status[0] == Status::ended &&
                     statement.match.object_place == Role::Place::patient;
  if (!sells || statement.match.objects.empty()) return false;
  const int object = statement.match.objects.front();
  const Tree& tree = statement.tree();
  if (tree.lemma(object) == "all" || tree.lemma(object) == "rest") return false;
  return part_of_whole(statement.context, statement.at(object)) &&
         tree.child(object, {Deprel::nmod_poss}) < 0;
}

// Whether what the light verb says is said: "completed its acquisition".
bool is_carried_out(const StatedMatch& statement) {
  if (statement.rule().kind != TriggerKind::noun) return false;
  const int verb = carrying_verb(statement.tree(), statement.match.trigger);
  return verb >= 0 && light_status(statement.rule(), statement.tree(), verb).has_value();
}

Status status_of(const StatedMatch& statement, const Reference& subject) {
  const TriggerRule& rule = statement.rule();
  const Tree& tree = statement.tree();
  const int trigger = statement.match.trigger;
  if (statement.match.status)
    return status_of_former_owner(statement, subject, *statement.match.status)
        .value_or(*statement.match.status);
  if (rule.opinion) return Status::asserted;  // whatever is judged, the judgement is passed
  const StatusContext context{tree, statement.schema(), statement.relation().stative};
  const auto turned = [&](Status status) { return rule.status[static_cast<std::size_t>(status)]; };
  const bool purpose = tree.deprel(trigger) == Deprel::advcl && tree.marker(trigger) == "to";
  if (rule.purpose_asserts && purpose) return turned(status_of_verb(context, tree.head(trigger), false));
  const bool possessed = statement.match.subject_place == Role::Place::possessor;
  if (rule.kind == TriggerKind::noun && rule.possessor_asserts && possessed) return Status::asserted;
  const Status status = status_of_words(statement, context);
  if (is_carried_out(statement)) return status == Status::denied ? turned(status) : status;
  return status == Status::asserted && keeps_rest(statement) ? status : turned(status);
}

std::optional<Argument> speaker_of(const ResolutionContext& context, Place trigger) {
  const Tree& tree = context.tree(trigger);
  const Report report = report_above(tree, context.schema, trigger.token);
  if (report.speakers.size() != 1) return std::nullopt;
  auto reference = resolve(context, {trigger.sentence, report.speakers.front()});
  if (!reference) return std::nullopt;
  return reference->argument;
}

// Of what is denied: that nobody in particular does it, or does not own just anything ("barred it from owning
// land"), is no news.
bool says_little(const Relation& relation, const Claim& claim) {
  if (relation.acts) return false;
  return !claim.subject.named || (!claim.object.named && !relation.unnamed_object);
}

// The same, as another trigger of the sentence states it.
auto said_before(const Finding& finding, std::vector<Finding>& found) {
  return std::ranges::find_if(found, [&](const Finding& other) {
    return other.trigger.sentence == finding.trigger.sentence &&
           other.claim.relation == finding.claim.relation &&
           same_entity(other.claim.subject, finding.claim.subject) &&
           same_entity(other.claim.object, finding.claim.object);
  });
}

// The first trigger of a sentence that states it counts, but "its unit Orion was sold": a sale ends what
// held.
void add(const StatedMatch& statement, Finding finding, std::vector<Finding>& found) {
  const auto before = said_before(finding, found);
  if (before == found.end()) {
    found.push_back(std::move(finding));
    return;
  }
  const bool ends = statement.rule().transaction && finding.claim.status == Status::ended;
  if (ends && before->claim.status == Status::asserted) *before = std::move(finding);
}

}  // namespace

void emit(const StatedMatch& statement, const Pair& pair, std::vector<Finding>& found) {
  const Relation& relation = statement.relation();
  const Sentence& where = statement.discourse().sentence(statement.sentence);
  const Token& trigger = where.token(statement.match.trigger);
  Finding finding;
  Claim& claim = finding.claim;
  claim.subject = pair.subject.argument;
  claim.object = pair.object.argument;
  claim.relation = relation.name;
  claim.rule = statement.rule().id;
  claim.status = status_of(statement, pair.subject);
  const bool lasts = relation.stative && relation.measure;
  if (lasts && claim.status == Status::asserted && has_run_out(statement)) claim.status = Status::ended;
  if (claim.status == Status::denied && says_little(relation, claim)) return;
  claim.scope = scope_of(statement);
  claim.speaker = speaker_of(statement.context, statement.trigger());
  if (claim.speaker && same_entity(*claim.speaker, claim.subject)) claim.speaker.reset();
  claim.trigger = Trigger{std::string(trigger.form), {trigger.begin, trigger.end}};
  claim.evidence = {statement.discourse().document().text.substr(where.begin, where.end - where.begin),
                    {where.begin, where.end}};
  finding.subject_link = pair.subject.link;
  finding.object_link = pair.object.link;
  finding.subject_certainty = pair.subject.certainty;
  finding.object_certainty = pair.object.certainty;
  for (const Reference* reference : {&pair.subject, &pair.object}) {
    if (reference->ranked) finding.guess *= reference->certainty;
  }
  finding.inherited = statement.match.inherited;
  finding.place_as_agent = statement.match.place_as_agent;
  finding.trigger = statement.trigger();
  add(statement, std::move(finding), found);
}

}  // namespace newsgraph

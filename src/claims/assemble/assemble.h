// From a match in a tree to claims: arguments resolved, types checked, status, scope and speaker set.
#pragma once

#include <optional>
#include <vector>

#include "claims/assemble/members.h"
#include "claims/discourse/discourse.h"
#include "claims/discourse/quotations.h"
#include "claims/match/match.h"
#include "claims/record/claim.h"
#include "claims/resolve/reference.h"
#include "claims/schema/schema.h"

namespace newsgraph {

inline constexpr int kRepeatWindow = 3;  // sentences back to what "made a similar decision" repeats

// A claim with what its confidence is made from.
struct Finding {
  Claim claim;
  Link subject_link = Link::name;
  Link object_link = Link::name;
  double subject_certainty = 1;  // Reference::certainty
  double object_certainty = 1;
  bool inherited = false;
  bool place_as_agent = false;
  Place trigger;
  double probability = 0;  // that it is right, 0 to 1
};

class Assembler {
 public:
  Assembler(const Assembler&) = delete;  // its parts refer to each other
  Assembler& operator=(const Assembler&) = delete;
  Assembler(Discourse& discourse, const RelationSchema& schema)
      : discourse_(discourse),
        schema_(schema),
        references_(discourse, schema),
        members_(discourse, schema, references_),
        quotations_(discourse, schema) {}

  // Appends what a sentence states; `found` holds what the document stated before it.
  void add_sentence(int sentence, std::vector<Finding>& found);
  // Whether something before a sentence is near enough to be stated by it again.
  bool may_repeat(int sentence, const std::vector<Finding>& found) const;

 private:
  struct Pair {
    Reference subject, object;
  };

  void add_match(int sentence, const Match& match, std::vector<Finding>& found);
  bool states_nothing(int sentence, const Match& match);
  Group agents(int sentence, const Match& match, bool& unsaid);
  Group patients(int sentence, const Match& match, const Group& by, const std::vector<Finding>& found);
  Group anti_targets(int sentence, const Match& match);
  std::optional<Group> blamed_for(Place at, const Match& match, const std::vector<Finding>& found);
  bool is_apart(Place at, const Relation& relation, const Reference& reference);
  // "the government", of which the text does not say whose it is.
  bool is_unknown_body(const Reference& reference) const;
  // What the model reads there. Nobody who could be the subject in the sentence: whoever is quoted there.
  bool is_found(int sentence, const Match& match, const std::vector<Finding>& found) const;
  void add_learned(int sentence, const Match& match, std::vector<Finding>& found);
  void add_opinion(int sentence, const Match& match, std::vector<Finding>& found);
  // Who is reported to hold the opinion, and of whom.
  Group holders(int sentence, const Match& match);
  Group judged(int sentence, const Match& match, const std::vector<Finding>& found);
  Group showing(Place noun);
  bool is_instrument(Place at);
  bool is_institution(Place at);
  bool is_judged_event(Place at, const Match& match);
  Group actors_of_act_above(Place participle);
  Place company_of(Place at, const Match& match);
  Place called_thing(Place at);
  std::optional<Place> said_of(Place at);
  Group doer_of_clause_before(Place at);
  Group judged_thing(Place at, const Match& match, const std::vector<Finding>& found);
  void add_repeats(int sentence, std::vector<Finding>& found);
  void add_repeat(Place verb, int noun, const Finding& model, std::vector<Finding>& found);
  Status repeat_status(Place verb, int noun, const Relation& relation);
  const Relation& relation_named(const std::string& name) const;
  Group implied(int sentence, const Match& match);
  bool is_anothers(Place at);
  std::string whereabouts(Place noun);
  Reference participants(Place noun, std::string_view who);
  Group authors_before(int sentence, const Match& match, const std::vector<Finding>& found);
  Place under_embargo(Place at, const Match& match);
  Group local_state(int sentence, const Match& match);
  Group enactors(int sentence, const Match& match);
  // Of what follows `by` is who does it, null where that is not known.
  std::vector<int> used_things(int sentence, const std::vector<int>& tokens, const Group* by);
  std::vector<int> shared_complement(int sentence, std::vector<int> tokens, const Group* by);
  std::vector<int> without_modifiers(int sentence, const std::vector<int>& tokens);
  Place used_noun(Place at, const Group* by);
  bool is_anothers_own(Place possessor, const Group* by);
  Group subjects(int sentence, const Match& match);
  Group subject(Place at, const Match& match);
  std::optional<Reference> subject_itself(Place at, const Match& match);
  Group objects(int sentence, const Match& match, const Group* by, const std::vector<Finding>& found);
  Group object(Place at, const Match& match, const Group* by, const std::vector<Finding>& found);
  Group blamed(Place at, const Match& match, const std::vector<Finding>& found);
  Group state_of_owned(int sentence, const Match& match);
  const KnownEntity* only_state_named(int sentence) const;
  const KnownEntity* state_that_acts(int sentence);
  std::optional<Place> placed_thing(Place at, const Match& match);
  bool trades(const Argument& argument) const;
  bool surely_person(int sentence, const Match& match, const Argument& argument) const;
  std::string_view type_before(int sentence, const Argument& argument) const;
  std::optional<Reference> the_state(Place at);
  bool states_itself(Place at, const Match& match);
  std::optional<Reference> used_thing(int sentence, const Match& match);
  static void keep_apart(Pair& pair);
  bool owned_by_subject(int sentence, const Match& match);
  bool reciprocal(int sentence, const Match& match);
  bool acceptable(const Match& match, const Reference& subject, const Reference& object) const;
  Status status(int sentence, const Match& match);
  std::string scope(int sentence, const Match& match);
  std::optional<Argument> speaker(Place trigger);
  void emit(int sentence, const Match& match, const Pair& pair, std::vector<Finding>& found);

  Discourse& discourse_;
  const RelationSchema& schema_;
  References references_;
  Members members_;
  Quotations quotations_;
};

}  // namespace newsgraph

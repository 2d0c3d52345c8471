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
  bool inherited = false;
  bool place_as_agent = false;
  int sentence = 0;
  int trigger = 0;
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
  std::optional<Group> blamed_for(int sentence, const Match& match, int token,
                                  const std::vector<Finding>& found);
  bool is_apart(int sentence, const Relation& relation, const Reference& reference, int token);
  // "the government", of which the text does not say whose it is.
  bool is_unknown_body(const Reference& reference) const;
  // What the model reads there. Nobody who could be the subject in the sentence: whoever is quoted there.
  bool is_found(int sentence, const Match& match, const std::vector<Finding>& found) const;
  void add_learned(int sentence, const Match& match, std::vector<Finding>& found);
  void add_opinion(int sentence, const Match& match, std::vector<Finding>& found);
  // Who is reported to hold the opinion, and of whom.
  Group holders(int sentence, const Match& match);
  Group judged(int sentence, const Match& match, const std::vector<Finding>& found);
  Group showing(int sentence, int noun);
  bool is_instrument(int sentence, int token);
  bool is_institution(int sentence, int token);
  bool is_judged_event(int sentence, const Match& match, int token);
  Group actors_of_act_above(int sentence, int participle);
  int company_of(int sentence, const Match& match, int token);
  int called_thing(int sentence, int token);
  int said_of(int sentence, int token);
  Group doer_of_clause_before(int sentence, int token);
  Group judged_thing(int sentence, const Match& match, int token, const std::vector<Finding>& found);
  void add_repeats(int sentence, std::vector<Finding>& found);
  void add_repeat(int sentence, int verb, int noun, const Finding& model, std::vector<Finding>& found);
  Status repeat_status(int sentence, int verb, int noun, const Relation& relation);
  const Relation& relation_named(const std::string& name) const;
  Group implied(int sentence, const Match& match);
  bool is_anothers(int sentence, int word);
  std::string whereabouts(int sentence, int noun);
  Reference participants(int sentence, int noun, std::string_view who);
  Group authors_before(int sentence, const Match& match, const std::vector<Finding>& found);
  int under_embargo(int sentence, const Match& match, int token);
  Group local_state(int sentence, const Match& match);
  Group enactors(int sentence, const Match& match);
  // Of what follows `by` is who does it, null where that is not known.
  std::vector<int> used_things(int sentence, const std::vector<int>& tokens, const Group* by);
  std::vector<int> shared_complement(int sentence, std::vector<int> tokens, const Group* by);
  std::vector<int> without_modifiers(int sentence, const std::vector<int>& tokens);
  int used_noun(int sentence, int token, const Group* by);
  bool is_anothers_own(int sentence, int possessor, const Group* by);
  Group subjects(int sentence, const Match& match);
  Group subject(int sentence, const Match& match, int token);
  std::optional<Reference> subject_itself(int sentence, const Match& match, int token);
  Group objects(int sentence, const Match& match, const Group* by, const std::vector<Finding>& found);
  Group object(int sentence, const Match& match, int token, const Group* by,
               const std::vector<Finding>& found);
  Group blamed(int sentence, const Match& match, int token, const std::vector<Finding>& found);
  Group state_of_owned(int sentence, const Match& match);
  const KnownEntity* only_state_named(int sentence) const;
  const KnownEntity* state_that_acts(int sentence);
  int placed_thing(int sentence, const Match& match, int token);
  bool trades(const Argument& argument) const;
  bool surely_person(int sentence, const Match& match, const Argument& argument) const;
  std::string_view type_before(int sentence, const Argument& argument) const;
  std::optional<Reference> the_state(int sentence, int token);
  bool states_itself(int sentence, const Match& match, int token);
  std::optional<Reference> used_thing(int sentence, const Match& match);
  static void keep_apart(Pair& pair);
  bool owned_by_subject(int sentence, const Match& match);
  bool reciprocal(int sentence, const Match& match) const;
  bool acceptable(const Match& match, const Reference& subject, const Reference& object) const;
  Status status(int sentence, const Match& match);
  std::string scope(int sentence, const Match& match);
  std::optional<Argument> speaker(int sentence, int trigger);
  void emit(int sentence, const Match& match, const Pair& pair, std::vector<Finding>& found);

  Discourse& discourse_;
  const RelationSchema& schema_;
  References references_;
  Members members_;
  Quotations quotations_;
};

}  // namespace newsgraph

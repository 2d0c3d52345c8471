// Whom a noun phrase means: a name, a pronoun, "the company", "Chinese officials", "US attacks".
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "claims/discourse/discourse.h"
#include "claims/grammar/report.h"
#include "claims/record/claim.h"
#include "claims/schema/schema.h"

namespace newsgraph {

// How surely a phrase means what it was resolved to; a feature of the claim's confidence.
enum class Link : std::uint8_t {
  name,       // it is a name
  described,  // a name stands with it: "the firm ByteDance"
  role,       // a body or people of a state, an organisation's spokesman
  noun,       // "the company", exactly one fits nearby
  pronoun,
  act,    // whom the text blames for an act
  event,  // "the decision" of somebody named before
  phrase  // no name: the phrase itself
};

struct Reference {
  Argument argument;
  Link link = Link::name;
  double certainty = 1;  // that it is meant, 0 to 1; of what is no name
};

// Whether it is somebody, named or not, who may do what is judged: a person, people, an organisation, a
// place.
bool can_act(const Reference& reference);

class References {
 public:
  References(Discourse& discourse, const RelationSchema& schema) : discourse_(&discourse), schema_(&schema) {}

  // What a noun phrase means, given by its head token; nothing for a pronoun or a description whose
  // antecedent is not certain.
  std::optional<Reference> resolve(Place at);
  // The same without what was learned: nothing where two fit equally well.
  std::optional<Reference> resolve_by_rules(Place at);

  // While one lives, references may have these types only, for pronouns take no antecedent of another; and
  // mean no known entity of the kinds `unexpected`. They do not nest.
  class Expectation {
   public:
    Expectation(References& references, const WordSet& types, const WordSet& unexpected)
        : references_(references) {
      references_.expected_ = &types;
      references_.unexpected_ = &unexpected;
    }
    ~Expectation() { references_.expected_ = references_.unexpected_ = nullptr; }
    Expectation(const Expectation&) = delete;
    Expectation& operator=(const Expectation&) = delete;

   private:
    References& references_;
  };
  // "64 percent of X": X.
  std::optional<Place> part_of_whole(Place at);

  // Coordinated nouns that share what follows, "the import, export and transit of arms", as one
  // phrase; nothing where one of them stands for itself.
  std::optional<Reference> joint_phrase(int sentence, const std::vector<int>& tokens);

  // The phrase itself, whatever it may stand for.
  Reference unnamed(Place at);
  // Whether a noun is people or a body: "officials", "ministry".
  bool names_people_or_body(Place at);

  // Against whom "anti-Peru protests" are, or "anti-government protests in Lima"; nothing where nobody can
  // say.
  std::optional<Reference> target_of_anti(Place noun);
  // Whether the phrase is an act rather than an actor: "attacks", "the decision".
  bool is_act(Place at);
  // Whom the text blames for an act, most directly first; several for "the policy of A and B".
  // `except` is a verb whose agent does not count: the trigger in "a decision criticised by Beijing".
  std::vector<Reference> actors_of_act(Place at, std::optional<Place> except = std::nullopt);
  // Who makes a law, order or decision: its possessor, "by", adjective, or who passes it.
  std::vector<Reference> makers_of(Place at);
  // Who made what "the law", "the new rules" take up from the sentences before.
  std::vector<Reference> makers_before(Place at);
  // The actor of the event that "the decision" or "the move" takes up from before.
  std::optional<Reference> actor_of_event_before(Place at);

  // Who does what the document is about, for "the move": the subject of its title, or of its first
  // sentence.
  std::optional<Reference> actor_of_the_news(int sentence);
  // "the decision", with nothing that says which.
  bool is_bare_definite(Place at);

  // The words of the phrase, without relative clauses, appositions and conjuncts.
  Extent phrase(Place at);
  std::string phrase_text(Place at);

 private:
  std::optional<Reference> resolve_name(Place at);
  std::optional<Reference> body_of_state(Place at, const Mention& mention);
  std::optional<Reference> resolve_unmarked_name(Place at);
  std::optional<Reference> resolve_described(Place at);
  std::optional<Reference> resolve_role(Place at);
  std::optional<Reference> resolve_role_of(Place at, int child, bool body, bool people);
  std::optional<Reference> body_in_state(Place at);
  std::optional<Reference> body_of_owner(Place at, int child, const Reference& whose);
  std::optional<Reference> people_of_body(Place at);
  bool names_owner(Place at, int child);
  std::optional<Reference> resolve_pronoun(Place at);
  const Actor* antecedent(Place at, int window, const std::function<bool(const Actor&)>& accept);
  std::optional<Reference> those_who(Place at);
  std::optional<Reference> object_before(Place at);
  const Actor* blamed_possessor(Place at);
  const Actor* joined_possessor(Place at);
  const Actor* subject_of_condition(Place at);
  std::optional<Place> which_one(Place at);
  std::optional<Place> last_mention(Place before, const Actor* actor) const;
  std::optional<Reference> government_of_pronoun(Place at);
  std::optional<Reference> addressee_pronoun(Place at);
  std::vector<Reference> launchers_of(Place act);
  void add_actors(Place noun, std::vector<Reference>& found);
  std::vector<Reference> first_actors(int sentence, const std::vector<std::vector<int>>& groups);
  std::vector<Reference> actors_before_act(Place at, bool about, bool of_patient);
  const Actor* subject_to_come(Place at, const std::function<bool(const Actor&)>& accept);
  std::optional<Reference> resolve_class_noun(Place at);
  const Actor* actor_of_pronoun(Place at);
  std::vector<const Actor*> clause_mates(Place at);
  // `known`: the noun is definite though no article says so, as in "a ministry spokesman".
  std::optional<Reference> resolve_bare_body(Place at, bool known = false);
  const Actor* place_of_sentence(Place at, const std::string& noun);
  const Actor* actor_of_class_noun(Place at, bool known = false);
  std::optional<const Actor*> nearest_actor(Place at, const std::vector<const Actor*>& mates, bool apart,
                                            const std::function<bool(const Actor&)>& accept);
  const Actor* only_described(std::string_view noun) const;
  const Actor* only_product() const;
  bool is_expected(const Actor& actor) const;
  struct Candidate;
  void add_topics(Place before, const std::function<bool(const Actor&)>& accept,
                  std::vector<Candidate>& found);
  bool may_hold_candidate(int sentence, const std::function<bool(const Actor&)>& accept) const;
  int length_of(int sentence) const { return discourse_->sentence(sentence).size(); }
  std::vector<Candidate> candidates(Place before, const std::function<bool(const Actor&)>& accept);
  std::string core_text(Place at);
  std::string practice(Place at, Extent& extent);
  std::optional<Place> one_of_these(Place at);
  bool stands_for_unknown(Place at);
  std::optional<Reference> rank_antecedents(Place given, std::optional<Reference> found);
  Reference of_actor(const Actor& actor, Place at, Link link);
  Reference of_known(const KnownEntity& entity, Place at, Link link);
  std::optional<Reference> of_state_body(const std::string& name, Place at);
  const KnownEntity* only_state_meant(int sentence);
  std::optional<Reference> speaker_pronoun(Place at);

  Discourse* discourse_;
  const RelationSchema* schema_;
  const WordSet* expected_ = nullptr;  // null for any
  const WordSet* unexpected_ = nullptr;
  int depth_ = 0;
};

}  // namespace newsgraph

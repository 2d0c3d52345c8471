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
};

// Whether it is somebody, named or not, who may do what is judged: a person, people, an organisation, a
// place.
bool can_act(const Reference& reference);

class References {
 public:
  References(Discourse& discourse, const RelationSchema& schema) : discourse_(&discourse), schema_(&schema) {}

  // What a noun phrase means, given by its head token; nothing for a pronoun or a description whose
  // antecedent is not certain.
  std::optional<Reference> resolve(int sentence, int token);

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
  // "64 percent of X": the token of X, else -1.
  int part_of_whole(int sentence, int token);

  // Coordinated nouns that share what follows, "the import, export and transit of arms", as one
  // phrase; nothing where one of them stands for itself.
  std::optional<Reference> joint_phrase(int sentence, const std::vector<int>& tokens);

  // The phrase itself, whatever it may stand for.
  Reference unnamed(int sentence, int token);
  // Whether a noun is people or a body: "officials", "ministry".
  bool names_people_or_body(int sentence, int token);

  // Against whom "anti-Peru protests" are, or "anti-government protests in Lima"; nothing where nobody can
  // say.
  std::optional<Reference> target_of_anti(int sentence, int noun);
  // Whether the phrase is an act rather than an actor: "attacks", "the decision".
  bool is_act(int sentence, int token);
  // Whom the text blames for an act, most directly first; several for "the policy of A and B".
  // `except` is a verb whose agent does not count: the trigger in "a decision criticised by Beijing".
  std::vector<Reference> actors_of_act(int sentence, int token, int except = -1);
  // Who makes a law, order or decision: its possessor, "by", adjective, or who passes it.
  std::vector<Reference> makers_of(int sentence, int token);
  // Who made what "the law", "the new rules" take up from the sentences before.
  std::vector<Reference> makers_before(int sentence, int token);
  // The actor of the event that "the decision" or "the move" takes up from before.
  std::optional<Reference> actor_of_event_before(int sentence, int token);

  // Who does what the document is about, for "the move": the subject of its title, or of its first
  // sentence.
  std::optional<Reference> actor_of_the_news(int sentence);
  // "the decision", with nothing that says which.
  bool is_bare_definite(int sentence, int token);

  // The words of the phrase, without relative clauses, appositions and conjuncts.
  Extent phrase(int sentence, int token);
  std::string phrase_text(int sentence, int token);

 private:
  std::optional<Reference> resolve_name(int sentence, int token);
  std::optional<Reference> body_of_state(int sentence, const Mention& mention, int token);
  std::optional<Reference> resolve_unmarked_name(int sentence, int token);
  std::optional<Reference> resolve_described(int sentence, int token);
  std::optional<Reference> resolve_role(int sentence, int token);
  std::optional<Reference> resolve_role_of(int sentence, int token, int child, bool body, bool people);
  std::optional<Reference> body_in_state(int sentence, int token);
  std::optional<Reference> body_of_owner(int sentence, int token, int child, const Reference& whose);
  std::optional<Reference> people_of_body(int sentence, int token);
  bool names_owner(int sentence, int token, int child);
  std::optional<Reference> resolve_pronoun(int sentence, int token);
  int antecedent(int sentence, int token, int window, const std::function<bool(const Actor&)>& accept);
  std::optional<Reference> those_who(int sentence, int token);
  std::optional<Reference> object_before(int sentence, int token);
  int blamed_possessor(int sentence, int token);
  int joined_possessor(int sentence, int token);
  int subject_of_condition(int sentence, int token);
  int which_one(int sentence, int token);
  int last_mention(int sentence, int before, int actor) const;
  std::optional<Reference> government_of_pronoun(int sentence, int token);
  std::optional<Reference> addressee_pronoun(int sentence, int token);
  std::vector<Reference> launchers_of(int sentence, int act);
  void add_actors(int sentence, int noun, std::vector<Reference>& found);
  std::vector<Reference> first_actors(int sentence, const std::vector<std::vector<int>>& groups);
  std::vector<Reference> actors_before_act(int sentence, int token, bool about, bool of_patient);
  int subject_to_come(int sentence, int token, const std::function<bool(const Actor&)>& accept);
  std::optional<Reference> resolve_class_noun(int sentence, int token);
  int actor_of_pronoun(int sentence, int token);
  std::vector<int> clause_mates(int sentence, int token);
  // `known`: the noun is definite though no article says so, as in "a ministry spokesman".
  std::optional<Reference> resolve_bare_body(int sentence, int token, bool known = false);
  int place_of_sentence(int sentence, int token, const std::string& noun);
  int actor_of_class_noun(int sentence, int token, bool known = false);
  std::optional<int> nearest_actor(int sentence, int token, const std::vector<int>& mates, bool apart,
                                   const std::function<bool(const Actor&)>& accept);
  int only_described(std::string_view noun) const;
  int only_product() const;
  bool is_expected(const Actor& actor) const;
  struct Candidate;
  void add_topics(int sentence, int before, const std::function<bool(const Actor&)>& accept,
                  std::vector<Candidate>& found);
  bool may_hold_candidate(int sentence, const std::function<bool(const Actor&)>& accept) const;
  int length_of(int sentence) const { return static_cast<int>(discourse_->sentence(sentence).tokens.size()); }
  std::vector<Candidate> candidates(int sentence, int before,
                                    const std::function<bool(const Actor&)>& accept);
  std::string core_text(int sentence, int token);
  std::string practice(int sentence, int token, Extent& extent);
  int one_of_these(int sentence, int token);
  bool stands_for_unknown(int sentence, int token);
  Reference of_actor(int actor, int sentence, int token, Link link);
  Reference of_known(const KnownEntity& entity, int sentence, int token, Link link);
  std::optional<Reference> of_state_body(const std::string& name, int sentence, int token);
  const KnownEntity* only_state_meant(int sentence);
  std::optional<Reference> speaker_pronoun(int sentence, int token);

  Discourse* discourse_;
  const RelationSchema* schema_;
  const WordSet* expected_ = nullptr;  // null for any
  const WordSet* unexpected_ = nullptr;
  int depth_ = 0;
};

}  // namespace newsgraph

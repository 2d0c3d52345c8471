// A trigger in its sentence, and the parts of matching that work on it. For the matcher's own files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/grammar/frame.h"
#include "claims/grammar/tree.h"
#include "claims/match/match.h"
#include "claims/schema/schema.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

struct Site {
  const RelationSchema& schema;
  const Knowledge& knowledge;
  const Tree& tree;
  const TriggerRule& rule;
  int trigger;
};

// Whether a token, whose trigger lemma is `own`, triggers a rule: part of speech, particles, compounds.
bool triggers(const Tree& tree, int token, std::string_view own, const TriggerRule& rule);

// The particle right after a verb that the tree takes for a preposition: "take over Orion"; -1 for none.
int split_particle(const Tree& tree, int verb);

// Of a noun that a verb carries: who does what it names ("imposed a ban"); nothing where the verb is somebody
// else's ("approved the takeover").
std::vector<int> light_subjects(const Site& site);
// "Peru's ban was condemned by Chile": what happens to the ban says nothing of who made it.
bool is_done_by_others(const Site& site);
// Those of the phrases that the noun itself carries.
std::vector<int> below_noun(const Site& site, std::vector<int> phrases);

// The words of a name, with spaces between them.
std::string text_of(const Tree& tree, const Name& name);

// "Jan Kral's Vega": what a possessive between two names states.
std::optional<Match> match_possessive(const Site& site);

// The roles "governor", "clause", "clause:in", "covered" and "earlier" of schema.h.
std::vector<int> governing_subjects(const Site& site);
std::vector<int> clause_subjects(const Site& site);
std::vector<int> adverbial_subjects(const Site& site, std::string_view preposition);
std::vector<int> covered_by(const Site& site);
std::vector<int> earlier_organization(const Site& site);

// Those that the words add to a verb's arguments without a conjunction of the tree: "together with Y", "and Y
// 26 percent".
void add_joint(const Site& site, const Frame& frame, Match& match);

// The role "whole": the trigger itself, where the text leaves unsaid what it is a part or the owner of.
std::vector<int> whole_unsaid(const Site& site);

// The nominals of the first role that the tree fills, without those that are `taken`; sets its place.
std::vector<int> fill_first(const Site& site, const std::vector<Role>& roles, const Frame& frame,
                            Role::Place& place, const std::vector<int>& taken);

// Whether the words hold that the rule asks for beside its arguments.
bool constraints_hold(const Site& site, const Match& match);

}  // namespace newsgraph

// The relation schema: which words state a relation, and where their arguments stand in the tree.
// Read from JSON (data/relations/*.json, docs/relations.md); nothing about a relation is in code.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/record/claim.h"

namespace newsgraph {

using WordSet = std::set<std::string, std::less<>>;

// Where an argument stands, seen from the trigger.
struct Role {
  enum class Place : std::uint8_t {
    agent,  // "nsubj": the logical subject of a verb: of a passive its by-phrase, of a participle the noun it
            // modifies
    patient,    // "obj": the logical object: the subject of a passive
    oblique,    // "obl:on", "nmod:on": a prepositional phrase of the trigger or of the verb that carries it
    possessor,  // "nmod:poss"
    compound,   // "compound": a noun before the trigger: "the TikTok ban"
    compound_first,  // "compound:first": of two names before the trigger the first: "the Oracle PeopleSoft
                     // takeover"
    modifier,        // "amod": an adjective that stands for a state: "a Chinese ban"
    light,           // "light": the subject of the light verb that carries the noun: "imposed a ban"
    referent,        // "referent": whom the noun describes: by apposition, copula or as a title before a name
    governor,        // "governor": the subject of the verb that orders it: "told agencies to remove"
    complement,      // "ccomp:nsubj": the subject of the clause that the verb takes: "alleges that X did"
    clause,          // "clause": whom the clause is about: "Orion borrowed from its parent company Acme";
                     // "clause:in": only where the noun stands in such a phrase: "in protest"
    covered,   // "covered": what a verb of `covering_verbs` says that the noun covers: "the ban applies to X"
    earlier,   // "earlier": the only organisation that the sentence names before: "staff of Orion met the
               // parent company Acme"
    whole,     // "whole": what the text is about, where a part is left without one: "bought an 80 percent
               // stake", "the owner is X"
    speaker,   // "speaker": who is reported or quoted as saying it
    recipient  // "recipient": to whom the light verb gives the noun: "handed X a ban", "slapped X with a ban"
  };
  Place place = Place::agent;
  std::string preposition;  // for oblique and clause
};

// `opinion` is an adjective or noun that judges what it is said of: "outrageous", "betrayal".
// `learned` has no words: the model says where the relation is stated.
// `possessive` is the ending that makes a name the possessor of the next: "Jan Kral's Vega".
enum class TriggerKind : std::uint8_t { verb, noun, role, adjective, compound, opinion, learned, possessive };

// One way of stating a relation.
struct TriggerRule {
  std::string id;            // "verb:ban"; names the rule in Claim::rule
  std::size_t relation = 0;  // index into RelationSchema::relations
  TriggerKind kind = TriggerKind::verb;
  std::vector<std::string>
      lemmas;  // "lash out" is a verb with its particle, "parent company" a noun with its compound
  std::vector<Role> subject;  // tried in order; the first that is filled counts
  std::vector<Role> object;
  WordSet subject_types, object_types;  // allowed entity types; empty allows all
  WordSet subject_words_not;            // heads of the subject that rule the trigger out
  WordSet patient_words;        // lemmas, one of which the verb's direct object has to be; empty asks nothing
  std::string implied_subject;  // who does it where nobody is named: "protesters" of "a protest against"
  std::string preposition;      // that has to stand before the trigger: "is behind the attack"
  WordSet object_words_not;     // heads of the object that rule the trigger out
  WordSet object_words;         // lemmas, one of which the object has to contain; empty asks nothing
  WordSet not_object_kinds;     // kinds of known entities that rule the object out ("city")
  WordSet not_subject_kinds;    // and the subject: the "military arm" of a party is no company of its
  WordSet not_modifiers;        // words before a noun that make it another: "parent" of "parent company"
  WordSet governors;            // for Role::Place::governor: the verbs that order
  std::string requires_preposition;  // an oblique that has to be there
  WordSet requires_words;            // and what it has to contain
  std::string complement;        // a word list that the predicate complement has to come from: "pejorative"
  std::array<WordSet, 4> light;  // by Status: light verbs and what they make of the relation
  std::array<Status, 4> status{Status::asserted, Status::planned, Status::ended,
                               Status::denied};  // what each status becomes
  bool quoted_complement =
      false;  // what is said of the object is quoted and holds no word of praise: "called X 'a …'"
  bool opinion = false;   // the subject is the speaker: the trigger counts only in reported or direct speech
  bool negated = false;   // only where it is denied: "is not acceptable", "told staff not to use"
  bool singular = false;  // "a parent" may be a company, "parents" are people
  bool reciprocal = false;  // the subjects do it to each other: "traded accusations"
  bool passive_only = false;
  bool places_stay = false;  // what looks like a place is one unless a company acts: rebels take over towns
  bool transaction = false;  // a present progressive is planned: "is buying"
  bool place_is_agent = false;     // "is banned in Turkey": the state forbids
  bool possessor_asserts = false;  // "its stake in" presupposes the relation
  bool purpose_asserts = false;    // done to the end of it, it is done: "took to the streets to protest"
  bool attributive = false;        // an adjective that states it of the noun it stands with: "the banned X"
  bool both_named = false;         // too ambiguous with anything but two names
  bool unnamed_object = false;
  bool partitive_object = false;  // the object has to be a part of something: "holds 30 percent of"
  bool not_own_object = false;    // "suspended its flights": one's own activity is not meant
};

struct RelationExample {
  std::string text;
  std::string subject, object;  // empty where the text must give no claim of the relation
  Status status = Status::asserted;
  bool match = true;
};

struct Relation {
  std::string name;
  std::string description;
  WordSet subject_types, object_types;
  WordSet not_object_kinds;        // kinds of known entities that no trigger takes as object
  bool unnamed_object = false;     // the object may be a common noun phrase and is a node of type thing
  bool measure = false;            // ordered for a time and lifted, as a ban; else agreed and called off
  bool stative = false;            // a state that can be over: "formerly owned", "banned until 2020"
  bool repeats = false;            // "similar decisions", "followed suit" state it again for a new subject
  WordSet repeat_nouns;            // what is similar; the words of that name where it is empty
  bool acts = false;               // an act as object stands for whom the text blames for it
  bool event = true;               // something is done, which "the decision" can take up: not owning
  std::vector<std::string> scope;  // prepositions that open a scope
  std::vector<RelationExample> examples;

  // Owning and the like: an object is a name's, neither an act nor any common noun.
  bool is_between_names() const { return !acts && !unnamed_object; }
};

// Word lists that all relations share: what makes a claim planned, denied or ended, who reports.
using SchemaWords = std::map<std::string, WordSet, std::less<>>;

class RelationSchema {
 public:
  // Owns, bans, denounces.
  static const RelationSchema& built_in();
  // A user's file. It replaces the relations; word lists that it leaves out are the built-in ones.
  // Throws UsageError with the file and the place in it.
  static RelationSchema load(const std::filesystem::path& file);
  static RelationSchema parse(std::string_view json, const std::string& origin);

  const std::vector<Relation>& relations() const { return relations_; }
  const std::vector<TriggerRule>& rules() const { return rules_; }
  // The relation of a name, which has to be one of them.
  const Relation& relation(std::string_view name) const;
  // Rules whose last lemma word (the head: "out" excluded, the verb) is this lemma.
  const std::vector<std::size_t>& rules_of(std::string_view head_lemma) const;
  // The head of a rule that a word is a form of: its lemma, or, where the lemma is no head, what the
  // form inflects regularly ("rebuked", whose lemma was mistaken). Empty where it is none.
  std::string_view trigger_lemma(std::string_view lemma, std::string_view form) const;
  // Who a noun of the relation implies where nobody is named: "protesters" for "protest"; empty for none.
  std::string_view implied_by(std::string_view lemma, std::size_t relation) const;
  // Whether a verb states a relation about acts: that somebody condemns something.
  bool blames(std::string_view verb) const;
  // A word list of the schema; an unknown name gives an empty one.
  const WordSet& words(std::string_view list) const;
  // Forms that no rule makes, each with its verb: "spun" and "spin".
  std::vector<std::pair<std::string_view, std::string_view>> irregular_forms() const;
  // The regular inflections of all light verbs, sorted.
  std::vector<std::string> light_forms() const;
  // The forms of the verbs of saying.
  std::vector<std::string> report_forms() const;
  // The JSON it was read from.
  const std::string& text() const { return text_; }

 private:
  void index();

  std::vector<Relation> relations_;
  std::vector<TriggerRule> rules_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_head_;
  std::map<std::string, std::string, std::less<>> head_of_form_;
  std::map<std::string, std::string, std::less<>>
      irregular_;  // "spun" to "spin": where the lemma is often mistaken
  SchemaWords words_;
  std::string text_;

  friend class SchemaReader;
};

const char* to_string(TriggerKind) noexcept;

// The word of a trigger's lemma that stands in the tree for the whole, and the other one, empty where there
// is none: a verb stands before its particle ("take aim"), a noun behind its compound.
std::pair<std::string_view, std::string_view> head_and_rest(TriggerKind kind,
                                                            std::string_view lemma) noexcept;

}  // namespace newsgraph

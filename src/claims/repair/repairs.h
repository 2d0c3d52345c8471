// Parse trees put right where the words tell better.
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// Words that have one tag only: "whose" is no "its", which what is made of relative clauses relies on.
void repair_closed_classes(Sentence& sentence);

// What somebody is called: "called the plan | foolish", where the tree takes the plan for the subject of a
// clause, or for another thing that it is called. The sentence has to be parsed.
void repair_valency(Sentence& sentence);

// Objects that the tree takes for circumstances, and perfects that it takes for objects: "suspended | the
// ban", "has | spun off". The sentence has to be parsed.
void repair_objects(Sentence& sentence);

// Where tree and names disagree, the names are right: a name is one nominal with one head.
// Mends tags and attachments of a parsed and named sentence: all tokens of a name hang together, below the
// last one that hangs outside, and that one is a proper noun.
void repair_names(Sentence& sentence);

// "Peru, he noted, blocks Vega": who is reported on acts, and who reports does not. The sentence has to be
// parsed.
void repair_clauses(Sentence& sentence);

// "owned by Orion, the Doe family and Vega", "the son-in-law Jan Kral": what stands beside a name is no
// description of it, or is one. The sentence has to be parsed.
void repair_appositions(Sentence& sentence);

// Names behind commas that hang together as one are those of a list. The sentence has to be parsed and named.
void repair_lists(Sentence& sentence);

}  // namespace newsgraph

// Where a name begins and ends beyond what the recogniser marks: descriptions that opened the sentence are no
// part of it, and a noun that makes another thing of it is.
#pragma once

#include <functional>
#include <string>

#include "claims/discourse/mentions.h"
#include "knowledge/knowledge.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// What the spans are told by, beside their own sentence.
struct NameWitness {
  const Knowledge& knowledge;
  std::function<std::string(int first, int last)> text;           // of tokens of the sentence
  std::function<bool(const std::string& name)> stands_elsewhere;  // as a name by itself
};

// The name without what describes it: "Shares of Orion", "Reinsurer Orion", "Former Minister Mara Doe",
// "Orion of Como".
Name without_description(const Sentence& sentence, const Name& name, const NameWitness& witness);

// The mention of a name with the noun that makes another thing of it: "the Lund family", "Tamale airport",
// "the port of Batumi", "the Ankobra gold mine", "the General Union of Workers".
void join_nouns(const Sentence& sentence, NameType type, const NameWitness& witness, Mention& mention);

}  // namespace newsgraph

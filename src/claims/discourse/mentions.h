// The names of a document where they stand: what the recogniser found, cut and joined as the words around it
// tell.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "documents/document.h"
#include "knowledge/knowledge.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// A token of a document: both are indices. Where there may be none it is optional.
struct Place {
  int sentence = 0;
  int token = 0;
  auto operator<=>(const Place&) const = default;  // in text order
};

// A name where it stands: tokens [first, last] of sentence `sentence`, inclusive.
struct Mention {
  int sentence = 0;
  int first = 0;
  int last = 0;
  int actor = 0;                      // index into Discourse::actors(); -1 until the names are grouped
  std::optional<NameType> type = {};  // where a word of it says more than the recogniser: "the Lund family"
};

// The text of tokens [first, last], with one space for each white space: the lines of a page cut names.
std::string text_of(const Document& document, const Sentence& sentence, int first, int last);

// In text order. Sentences have to be named.
std::vector<Mention> find_mentions(const Document& document, const std::vector<Sentence>& sentences,
                                   const Knowledge& knowledge);

// "Orion (formerly Vega)": whether the text gives `alias`, the next mention, as a second name.
bool gives_alias(const std::vector<Sentence>& sentences, const Mention& name, const Mention& alias);

}  // namespace newsgraph

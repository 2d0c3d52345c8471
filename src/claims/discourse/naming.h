// When two names of one document name the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/sentence/labels.h"

namespace newsgraph {

// The words of a name, lower-cased (ASCII), without articles, dots and company suffixes; "S.A." is
// one word. Empty only for a name without letters and digits.
std::vector<std::string> name_words(std::string_view name);

// All words of a name, lower-cased.
std::vector<std::string> all_words(std::string_view name);

// Whether the name has a word, given in lower case (ASCII): "bank" in "World Bank".
bool has_word(std::string_view name, std::string_view word);

// The kind of thing that a name says it is by its last word, or the one before "of": "league", "parliament";
// empty for none.
std::string_view kind_named(std::string_view name);

// The name is no more than a part of one: a single letter ("T" of "AT&amp;T"), a word that was cut off
// ("Byte-"), or one that holds what a wrong encoding left ("â€™s", U+FFFD, "amp;T").
bool is_broken_name(std::string_view name);

// `alias` may stand for `full` later in the same document: a surname for a full name, the first
// words or an acronym of an organisation. Both are given as words.
bool shortens(const std::vector<std::string>& alias, const std::vector<std::string>& full, NameType type);

// "IAEA" for "International Atomic Energy Agency", "USCIRF" for one with small words in between.
bool is_acronym(std::string_view acronym, std::string_view full);

}  // namespace newsgraph

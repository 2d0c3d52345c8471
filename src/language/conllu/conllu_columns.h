// One line of CoNLL-U: its columns, and what they say of a token.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Where the reader is, for messages.
struct ConlluPlace {
  std::string origin;
  std::size_t line = 0;

  // Throws Error with "origin:line".
  [[noreturn]] void fail(const std::string& what) const;
};

inline constexpr std::size_t kConlluColumns = 10;
enum ConlluColumn : std::size_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
using ConlluFields = std::array<std::string_view, kConlluColumns>;

// Throws where there are not ten columns or the form is empty.
ConlluFields split_columns(std::string_view line, const ConlluPlace& place);
std::size_t parse_number(std::string_view digits, const ConlluPlace& place);

// The value of "key=value" in MISC, or nothing.
std::optional<std::string_view> misc_value(const ConlluFields& fields, std::string_view key);
bool space_follows(const ConlluFields& fields);

// For comment lines: whether this is "# key", "# key = ...", and what stands after the "=".
bool is_comment_key(std::string_view line, std::string_view key);
std::string_view comment_value(std::string_view line);

// Lemma, tags, head and relation of the token; unknown labels throw.
void read_analysis(const ConlluFields& fields, const ConlluPlace& place, Token& token);
// "Name=B-person": begins or continues a name of the sentence, to which the token is about to be added.
void read_name(const ConlluFields& fields, const ConlluPlace& place, Sentence& sentence);

}  // namespace newsgraph

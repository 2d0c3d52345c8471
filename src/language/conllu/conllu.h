// CoNLL-U, https://universaldependencies.org/format.html: writing what was analysed, reading what
// somebody else has tokenised or analysed.
//
// MISC holds `Name=B-person` / `Name=I-person` (the types of NameType), `SpaceAfter=No`, and
// `TokenRange=begin:end`, bytes into the document's text as UDPipe names it. Contractions are
// multiword tokens as in UD English EWT: "1-2 don't", then "do" and "n't".
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Appends `# newdoc id`, then each sentence with its `# newpar`, `# sent_id`, `# text` and tokens to
// `out`. Columns of layers that a sentence lacks are "_". `document_id` is written on one line:
// line breaks in it become spaces.
void append_conllu(std::string& out, std::string_view document_id, std::span<const Sentence> sentences);

// A line "3-4 don't" of a file, with indices into Sentence::tokens, both inclusive.
struct MultiwordToken {
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::string form;
};

// What a file says of a sentence beyond Sentence.
struct ConlluLayout {
  std::vector<std::string> comments;  // whole lines with their "#", in order
  std::vector<MultiwordToken> multiword;
};

struct ConlluDocument {
  std::string id;                           // of `# newdoc id`, or empty
  std::unique_ptr<const std::string> text;  // rebuilt from forms and SpaceAfter; tokens point into it
  std::vector<Sentence> sentences;
  std::vector<ConlluLayout> layouts;  // as many as sentences
};

enum class ConlluColumns : std::uint8_t {
  tokens,   // forms only: the rest is for the analyzer to fill in
  analysis  // lemmas, tags, trees and names too; the sentences count as parsed and named
};

// The documents of a file; one with an empty id where it has no `# newdoc`. In the text, sentences
// of a paragraph are joined by a space (nothing after SpaceAfter=No), paragraphs (`# newpar`) by a
// blank line. Empty nodes are skipped. Where the words of a multiword token do not spell it ("du":
// "de" "le"), the text holds the words. Throws Error with `origin` and line where a line is not
// CoNLL-U, is longer than 1 MiB, a sentence has more than kMaxConlluWords words, and, where the
// analysis is read, where a label is unknown or the heads make no tree.
inline constexpr std::size_t kMaxConlluWords = 5000;
std::vector<ConlluDocument> read_conllu(std::string_view bytes, const std::string& origin,
                                        ConlluColumns columns);

// Appends the document with the comments and multiword tokens that it was read with.
void append_conllu(std::string& out, const ConlluDocument& document);

}  // namespace newsgraph

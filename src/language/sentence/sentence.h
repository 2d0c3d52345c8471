// What the language stage hands on: a sentence with its tokens, tree and names, as plain values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence/labels.h"

namespace newsgraph {

// A syntactic word. Offsets are bytes into the document's UTF-8 text, `end` is one past the last.
// `form` is text[begin, end): it points into that text, which has to outlive the sentence.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view form;
  std::string lemma;  // empty until the sentence is parsed
  Upos upos = Upos::x;
  Xpos xpos = Xpos::none;
  Deprel deprel = Deprel::dep;
  std::int32_t head = -1;   // index into Sentence::tokens; -1 for the root
  bool space_after = true;  // white space, or the end of the text, follows
};

// From this confidence on a name is rather right than wrong. Those below it are for callers that weigh them
// with what else they know.
constexpr float kSureName = 0.5F;

// A typed name: tokens [first, last] of its sentence, both inclusive. Names do not overlap.
struct Name {
  std::int32_t first = 0;
  std::int32_t last = 0;
  NameType type = NameType::person;
  float confidence = 0;  // 0 to 1, the model's probability of this span and type
};

// What claims the model tells apart, in the order of their scores.
inline constexpr std::array<std::string_view, 3> kClaimRelations = {"owns", "bans", "denounces"};
inline constexpr std::array<std::string_view, 4> kClaimStatuses = {"asserted", "planned", "ended", "denied"};

// Words whose every trigger score is below this (a probability of 0.02) have no scores of arguments.
inline constexpr float kLeastTrigger = -3.8918203F;

// What the model thinks that a word states. Proposals to weigh, no claims.
struct WordClaim {
  std::array<float, 3> trigger = {};  // logits, each by itself: the word states this relation
  std::array<float, 4> status = {};   // logits: of the statuses one is right
  // Logarithms of probabilities: element 0 that the argument is not in this sentence, element k that it is
  // the token `segment` + k - 1. Of a very long sentence only a part is looked at: that which begins at token
  // `segment`. An argument of several words is given by one of them, its head in the tree.
  std::vector<float> subject;
  std::vector<float> object;
  std::int32_t segment = 0;
};

// A claim that somebody proposes: tokens [first, last] of the trigger and of the arguments, both inclusive;
// first is -1 for an argument that is not in the sentence. The names are those that somebody has put in front
// of the sentence for an argument that is no name there.
struct ProposedClaim {
  struct Span {
    std::int32_t first = -1;
    std::int32_t last = -1;
  };
  std::size_t relation = 0;  // index into kClaimRelations
  Span trigger, subject, object;
  Span subject_name = {}, object_name = {};
};

// How far a sentence has been analysed. Each layer is paid for only where a caller asks.
struct Layers {
  bool parsed = false;  // upos, xpos, lemma, head and deprel are set; name_scores and claim_scores, too
  bool named = false;   // names is set
};

struct Sentence {
  // Tokens by index; as tokens name each other by `int`, so do callers.
  int size() const { return static_cast<int>(tokens.size()); }
  const Token& token(int index) const { return tokens[static_cast<std::size_t>(index)]; }
  Token& token(int index) { return tokens[static_cast<std::size_t>(index)]; }

  std::uint32_t begin = 0;  // bytes into the document's text
  std::uint32_t end = 0;
  std::vector<Token> tokens;            // in text order, never empty
  std::vector<Name> names;              // in text order
  std::vector<float> name_scores;       // kNameTags a token (names_lattice.h), or none
  std::vector<WordClaim> claim_scores;  // one a token, or none
  Layers layers;
  bool starts_paragraph = false;  // the first sentence after a blank line, or of the text
  bool headline = false;  // a title or heading: a paragraph of one short line without a closing full stop
};

}  // namespace newsgraph

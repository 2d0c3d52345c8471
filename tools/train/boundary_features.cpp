// Prints what the sentence classifier sees, to train it: for every gap at which a sentence might
// end a line of the byte offset of the token after it and its features, separated by tabs.
//
//   boundary_features TEXT BOUNDARIES
//
// BOUNDARIES holds the byte offsets at which sentences start in the gold standard, one a line,
// ascending: the features depend on where the sentence began.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "language/split/sentences_features.h"
#include "language/split/split_lines.h"
#include "language/split/tokenize.h"

namespace {

using namespace newsgraph;

void print_gap(const SentenceState& state, std::size_t right) {
  FeatureScratch scratch;
  std::cout << state.tokens()[right].begin;
  for (const Feature& feature : boundary_features(state, right, scratch))
    std::cout << '\t' << to_text(feature);
  std::cout << '\n';
}

using Offset = std::vector<std::uint32_t>::const_iterator;

void print_paragraph(const std::string& text, const std::vector<RawToken>& tokens, Offset& start,
                     Offset end) {
  SentenceState state(text, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > state.first() && may_end_before(state, i)) print_gap(state, i);
    for (; start != end && *start <= tokens[i].begin; ++start) state.restart(i);
    state.advance(i);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: boundary_features TEXT BOUNDARIES\n";
    return 2;
  }
  std::ifstream text_file(argv[1], std::ios::binary);
  std::ifstream starts_file(argv[2]);
  const std::string text{std::istreambuf_iterator<char>(text_file), {}};
  const std::vector<std::uint32_t> starts{std::istream_iterator<std::uint32_t>(starts_file), {}};
  auto start = starts.cbegin();
  for (const Paragraph& paragraph : paragraphs(text, 0)) {
    std::vector<RawToken> tokens;
    tokenize(text, paragraph.begin, paragraph.end, tokens);
    print_paragraph(text, tokens, start, starts.cend());
  }
  return std::cout.flush() && text_file ? 0 : 3;
}

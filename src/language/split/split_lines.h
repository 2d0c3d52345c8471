// Paragraphs and lines of a text: where blank lines part it, and which line breaks inside a
// paragraph only wrap a long line and which start something new.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace newsgraph {

struct Line {
  std::uint32_t begin = 0;  // bytes into the text, without surrounding white space
  std::uint32_t end = 0;
  std::uint32_t columns = 0;  // characters
};

struct Paragraph {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<std::uint32_t> hard_breaks;  // begins of lines that start a sentence, ascending
  bool title = false;
  bool single_line = false;
};

// Paragraphs end at blank lines and at `title_end`. Line ends are LF, CR LF or CR. A line break
// inside a paragraph is soft, no more than a space, where the text is wrapped at some column and
// the next word would not have fitted, or where the next line goes on in lower case; before a
// bullet it is always hard.
std::vector<Paragraph> paragraphs(std::string_view text, std::size_t title_end);

}  // namespace newsgraph

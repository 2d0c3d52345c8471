#include <array>
#include <charconv>

#include "language/conllu/conllu.h"
#include "language/conllu/conllu_multiword.h"

namespace newsgraph {

namespace {

void append_number(std::string& out, std::size_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// White space, which would end a line or column, as plain spaces.
void append_on_one_line(std::string& out, std::string_view text) {
  for (const char c : text) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
}

void append_field(std::string& out, std::string_view value) {
  out += '\t';
  if (value.empty()) {
    out += '_';
  } else {
    append_on_one_line(out, value);
  }
}

void append_text_comment(std::string& out, const Sentence& sentence) {
  out += "# text = ";
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    append_on_one_line(out, token.form);
    if (token.space_after && i + 1 < sentence.tokens.size()) out += ' ';
  }
  out += '\n';
}

struct Misc {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool space_after = true;
};

// The attributes in alphabetical order, as UD asks.
void append_misc(std::string& out, const Misc& misc, std::string_view name) {
  out += '\t';
  if (!name.empty()) (out += "Name=").append(name) += '|';
  if (!misc.space_after) out += "SpaceAfter=No|";
  out += "TokenRange=";
  append_number(out, misc.begin);
  out += ':';
  append_number(out, misc.end);
  out += '\n';
}

void append_range_line(std::string& out, const Sentence& sentence, const MultiwordToken& range) {
  const Token& first = sentence.token(range.first);
  const Token& last = sentence.token(range.last);
  append_number(out, static_cast<std::size_t>(range.first) + 1);
  out += '-';
  append_number(out, static_cast<std::size_t>(range.last) + 1);
  append_field(out, range.form);
  out += "\t_\t_\t_\t_\t_\t_\t_";
  append_misc(out, {first.begin, last.end, last.space_after}, {});
}

// "B-person" and so on for each token; empty outside names.
std::vector<std::string> name_tags(const Sentence& sentence) {
  std::vector<std::string> tags(sentence.tokens.size());
  for (const Name& name : sentence.names) {
    for (std::int32_t i = name.first; i <= name.last; ++i) {
      tags[static_cast<std::size_t>(i)] = (i == name.first ? "B-" : "I-") + std::string(to_string(name.type));
    }
  }
  return tags;
}

void append_word(std::string& out, const Sentence& sentence, std::size_t index, bool inside,
                 std::string_view name) {
  const Token& token = sentence.tokens[index];
  const bool parsed = sentence.layers.parsed;
  append_number(out, index + 1);
  append_field(out, token.form);
  append_field(out, parsed ? std::string_view(token.lemma) : "");
  append_field(out, parsed ? to_string(token.upos) : "");
  append_field(out, parsed ? to_string(token.xpos) : "");
  out += "\t_\t";
  if (parsed) {
    append_number(out, static_cast<std::size_t>(token.head + 1));
  } else {
    out += '_';
  }
  append_field(out, parsed ? to_string(token.deprel) : "");
  out += "\t_";
  append_misc(out, {token.begin, token.end, inside || token.space_after}, name);
}

std::vector<MultiwordToken> multiword_tokens(const Sentence& sentence) {
  std::vector<MultiwordToken> ranges;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::size_t last = multiword_end(sentence, i);
    if (last == i) continue;
    MultiwordToken range{static_cast<std::int32_t>(i), static_cast<std::int32_t>(last), {}};
    for (; i < last; ++i) range.form += sentence.tokens[i].form;
    range.form += sentence.tokens[last].form;
    ranges.push_back(std::move(range));
  }
  return ranges;
}

void append_lines(std::string& out, const Sentence& sentence, std::span<const MultiwordToken> ranges) {
  const auto names = name_tags(sentence);
  auto range = ranges.begin();
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const auto index = static_cast<std::int32_t>(i);
    while (range != ranges.end() && range->last < index) ++range;
    const bool in_range = range != ranges.end() && range->first <= index;
    if (in_range && range->first == index) append_range_line(out, sentence, *range);
    append_word(out, sentence, i, in_range, names[i]);
  }
  out += '\n';
}

}  // namespace

void append_conllu(std::string& out, std::string_view document_id, std::span<const Sentence> sentences) {
  std::string id;
  append_on_one_line(id, document_id);
  out += "# newdoc id = " + id + '\n';
  std::size_t number = 0;
  for (const Sentence& sentence : sentences) {
    if (sentence.starts_paragraph) out += "# newpar\n";
    out += "# sent_id = " + id + '-';
    append_number(out, ++number);
    out += '\n';
    append_text_comment(out, sentence);
    append_lines(out, sentence, multiword_tokens(sentence));
  }
}

void append_conllu(std::string& out, const ConlluDocument& document) {
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    for (const std::string& comment : document.layouts[i].comments) out += comment + '\n';
    append_lines(out, document.sentences[i], document.layouts[i].multiword);
  }
}

}  // namespace newsgraph

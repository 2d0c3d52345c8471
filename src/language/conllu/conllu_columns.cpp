#include "language/conllu/conllu_columns.h"

#include <algorithm>
#include <charconv>

#include "language/conllu/conllu.h"
#include "support/error.h"

namespace newsgraph {

namespace {

std::string quoted(std::string_view text) {
  return '"' + std::string(text) + '"';
}

template <class Label>
Label known(std::optional<Label> label, std::string_view text, const ConlluPlace& place) {
  if (!label) place.fail(quoted(text) + " is no label of UD English");
  return *label;
}

// White space and "#" before a comment's key.
std::string_view without_mark(std::string_view line) {
  const std::size_t begin = line.find_first_not_of("# ");
  return begin == std::string_view::npos ? std::string_view{} : line.substr(begin);
}

}  // namespace

void ConlluPlace::fail(const std::string& what) const {
  throw Error(what, origin + ":" + std::to_string(line),
              "See https://universaldependencies.org/format.html.");
}

ConlluFields split_columns(std::string_view line, const ConlluPlace& place) {
  ConlluFields fields;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= line.size(); ++count) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    if (count < kConlluColumns) fields[count] = line.substr(begin, end - begin);
    begin = end + 1;
  }
  if (count != kConlluColumns)
    place.fail(std::to_string(count) + " columns instead of 10, separated by tabs");
  if (fields[kForm].empty()) place.fail("a token without a form");
  return fields;
}

std::size_t parse_number(std::string_view digits, const ConlluPlace& place) {
  std::size_t value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code != std::errc{} || end != digits.data() + digits.size())
    place.fail(quoted(digits) + " is no number");
  return value;
}

std::optional<std::string_view> misc_value(const ConlluFields& fields, std::string_view key) {
  std::string_view misc = fields[kMisc];
  while (!misc.empty()) {
    const std::size_t end = std::min(misc.find('|'), misc.size());
    const std::string_view entry = misc.substr(0, end);
    if (entry.size() > key.size() && entry.starts_with(key) && entry[key.size()] == '=') {
      return entry.substr(key.size() + 1);
    }
    misc.remove_prefix(std::min(end + 1, misc.size()));
  }
  return {};
}

bool space_follows(const ConlluFields& fields) {
  return misc_value(fields, "SpaceAfter") != "No";
}

bool is_comment_key(std::string_view line, std::string_view key) {
  line = without_mark(line);
  return line.starts_with(key) &&
         (line.size() == key.size() || line[key.size()] == ' ' || line[key.size()] == '=');
}

std::string_view comment_value(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return {};
  const std::size_t begin = line.find_first_not_of(' ', equals + 1);
  return begin == std::string_view::npos ? std::string_view{} : line.substr(begin);
}

void read_analysis(const ConlluFields& fields, const ConlluPlace& place, Token& token) {
  token.lemma = fields[kLemma];
  token.upos = known(parse_upos(fields[kUpos]), fields[kUpos], place);
  token.xpos = known(parse_xpos(fields[kXpos]), fields[kXpos], place);
  token.deprel = known(parse_deprel(fields[kDeprel]), fields[kDeprel], place);
  const std::size_t head = parse_number(fields[kHead], place);
  if (head > kMaxConlluWords) place.fail("head " + quoted(fields[kHead]) + " is out of range");
  token.head = static_cast<std::int32_t>(head) - 1;
}

void read_name(const ConlluFields& fields, const ConlluPlace& place, Sentence& sentence) {
  const auto tag = misc_value(fields, "Name");
  if (!tag) return;
  const auto type = tag->size() > 2 && (*tag)[1] == '-' ? parse_name_type(tag->substr(2)) : std::nullopt;
  const bool begins = type && tag->front() == 'B';
  if (!type || (!begins && tag->front() != 'I')) place.fail(quoted(*tag) + " is no name tag");
  const auto index = static_cast<std::int32_t>(sentence.tokens.size());
  if (begins) {
    sentence.names.push_back({index, index, *type, 1.0F});
    return;
  }
  const bool open = !sentence.names.empty() && sentence.names.back().last == index - 1 &&
                    sentence.names.back().type == *type;
  if (!open) place.fail(quoted(*tag) + " continues no name");
  sentence.names.back().last = index;
}

}  // namespace newsgraph

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "language/conllu.h"
#include "language/conllu_tree.h"
#include "support/error.h"

namespace newsgraph {

namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20U;
constexpr std::size_t kColumns = 10;
enum Column : std::size_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
using Columns = std::array<std::string_view, kColumns>;

// Comments that say something to us: "# newpar" and "# newpar id = …", but not "# newpar_block".
bool is_comment_key(std::string_view line, std::string_view key) {
  line.remove_prefix(1);
  while (line.starts_with(' ')) line.remove_prefix(1);
  return line.starts_with(key) && (line.size() == key.size() || line[key.size()] == ' ' || line[key.size()] == '=');
}

std::string_view comment_value(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return {};
  line.remove_prefix(equals + 1);
  while (line.starts_with(' ')) line.remove_prefix(1);
  return line;
}

// The value of an attribute in MISC, or nothing.
std::optional<std::string_view> attribute(std::string_view misc, std::string_view key) {
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

// Reads one file line by line; each sentence is finished at its blank line, each document at the
// next `# newdoc`, when its text no longer moves.
class Reader {
 public:
  Reader(const std::string& origin, ConlluColumns columns) : origin_(origin), columns_(columns) {}

  void take(std::string_view line) {
    ++line_;
    if (line.size() > kLongestLine) fail("a line of more than 1 MiB");
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return finish_sentence();
    if (line.front() == '#') return take_comment(line);
    take_columns(split_columns(line));
  }

  std::vector<ConlluDocument> finish() {
    finish_sentence();
    finish_document();
    return std::move(documents_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(what, origin_ + ":" + std::to_string(line_), "See https://universaldependencies.org/format.html.");
  }

  std::size_t number(std::string_view digits) const {
    std::size_t value = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (code != std::errc{} || end != digits.data() + digits.size()) fail("\"" + std::string(digits) + "\" is no number");
    return value;
  }

  Columns split_columns(std::string_view line) const {
    Columns columns;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= line.size(); ++count) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      if (count < kColumns) columns[count] = line.substr(begin, end - begin);
      begin = end + 1;
    }
    if (count != kColumns) fail(std::to_string(count) + " columns instead of 10, separated by tabs");
    if (columns[kForm].empty()) fail("a token without a form");
    return columns;
  }

  void take_comment(std::string_view line) {
    if (!sentence_.tokens.empty()) fail("a comment inside a sentence");
    if (is_comment_key(line, "newdoc")) {
      finish_document();
      document_.id = comment_value(line);
      sentence_.starts_paragraph = true;
    } else if (is_comment_key(line, "newpar")) {
      sentence_.starts_paragraph = true;
    }
    layout_.comments.emplace_back(line);
  }

  void take_columns(const Columns& columns) {
    const std::string_view id = columns[kId];
    if (id.find('.') != std::string_view::npos) return;  // an empty node
    if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
      take_range(number(id.substr(0, dash)), number(id.substr(dash + 1)), columns);
    } else {
      take_word(number(id), columns);
    }
  }

  void take_range(std::size_t first, std::size_t last, const Columns& columns) {
    const bool follows = first == sentence_.tokens.size() + 1 && last > first && last <= kMaxConlluWords;
    if (!follows || in_range()) fail("the multiword token " + std::string(columns[kId]) + " is out of order");
    layout_.multiword.push_back({static_cast<std::int32_t>(first - 1), static_cast<std::int32_t>(last - 1),
                                 std::string(columns[kForm])});
    range_space_after_ = space_after(columns);
  }

  static bool space_after(const Columns& columns) { return attribute(columns[kMisc], "SpaceAfter") != "No"; }

  // Whether a multiword token goes on after the words read so far.
  bool in_range() const {
    return !layout_.multiword.empty() &&
           static_cast<std::size_t>(layout_.multiword.back().last) >= sentence_.tokens.size();
  }

  void take_word(std::size_t id, const Columns& columns) {
    if (id != sentence_.tokens.size() + 1) {
      fail("word " + std::to_string(id) + " where " + std::to_string(sentence_.tokens.size() + 1) + " is expected");
    }
    if (id > kMaxConlluWords) fail("a sentence of more than " + std::to_string(kMaxConlluWords) + " words");
    if (sentence_.tokens.empty()) start_sentence();
    Token token;
    token.begin = static_cast<std::uint32_t>(text_.size());
    text_ += columns[kForm];
    token.end = static_cast<std::uint32_t>(text_.size());
    token.space_after = space_after(columns);
    if (columns_ == ConlluColumns::analysis) take_analysis(columns, token);
    const bool inside = in_range();
    sentence_.tokens.push_back(std::move(token));
    if (inside) sentence_.tokens.back().space_after = !in_range() && range_space_after_;
    if (sentence_.tokens.back().space_after) text_ += ' ';
  }

  template <class Label>
  Label label(std::optional<Label> parsed, std::string_view text) const {
    if (!parsed) fail("\"" + std::string(text) + "\" is no label of UD English");
    return *parsed;
  }

  void take_analysis(const Columns& columns, Token& token) {
    token.lemma = columns[kLemma];
    token.upos = label(parse_upos(columns[kUpos]), columns[kUpos]);
    token.xpos = label(parse_xpos(columns[kXpos]), columns[kXpos]);
    token.deprel = label(parse_deprel(columns[kDeprel]), columns[kDeprel]);
    token.head = static_cast<std::int32_t>(std::min(number(columns[kHead]), kMaxConlluWords + 1)) - 1;
    if (const auto name = attribute(columns[kMisc], "Name")) take_name(*name);
  }

  void take_name(std::string_view tag) {
    const auto type = tag.size() > 2 ? parse_name_type(tag.substr(2)) : std::nullopt;
    const auto index = static_cast<std::int32_t>(sentence_.tokens.size());
    if (!type || (tag[0] != 'B' && tag[0] != 'I') || tag[1] != '-') fail("\"" + std::string(tag) + "\" is no name tag");
    const bool open = !sentence_.names.empty() && sentence_.names.back().last == index - 1 &&
                      sentence_.names.back().type == *type;
    if (tag[0] == 'I') {
      if (!open) fail("\"" + std::string(tag) + "\" continues no name");
      sentence_.names.back().last = index;
    } else {
      sentence_.names.push_back({index, index, *type, 1.0F});
    }
  }

  // Puts the white space before the first sentence of a paragraph.
  void start_sentence() {
    if (!sentence_.starts_paragraph || text_.empty()) return;
    while (text_.ends_with(' ')) text_.pop_back();
    text_ += "\n\n";
  }

  void finish_sentence() {
    if (sentence_.tokens.empty()) {
      if (!layout_.multiword.empty()) fail("a multiword token without words");
      return;
    }
    if (in_range()) fail("a multiword token with too few words");
    if (columns_ == ConlluColumns::analysis) {
      if (!is_tree(sentence_)) fail("the heads of the sentence before this line make no tree");
      sentence_.layers = {true, true};
    }
    sentence_.begin = sentence_.tokens.front().begin;
    sentence_.end = sentence_.tokens.back().end;
    document_.sentences.push_back(std::move(sentence_));
    document_.layouts.push_back(std::move(layout_));
    sentence_ = {};
    layout_ = {};
  }

  void finish_document() {
    if (!document_.sentences.empty()) {
      document_.sentences.front().starts_paragraph = true;
      while (text_.ends_with(' ')) text_.pop_back();
      document_.text = std::make_unique<const std::string>(std::move(text_));
      for (Sentence& sentence : document_.sentences) {
        for (Token& token : sentence.tokens) {
          token.form = std::string_view(*document_.text).substr(token.begin, token.end - token.begin);
        }
      }
      documents_.push_back(std::move(document_));
    }
    document_ = {};
    text_.clear();
  }

  const std::string& origin_;
  ConlluColumns columns_;
  std::size_t line_ = 0;
  std::vector<ConlluDocument> documents_;
  ConlluDocument document_;
  std::string text_;
  Sentence sentence_;
  ConlluLayout layout_;
  bool range_space_after_ = true;
};

}  // namespace

std::vector<ConlluDocument> read_conllu(std::string_view bytes, const std::string& origin, ConlluColumns columns) {
  if (bytes.size() >= std::size_t{1} << 32U) {
    throw Error("a CoNLL-U file of 4 GiB or more", origin, "Split it into files.");
  }
  Reader reader(origin, columns);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    reader.take(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return reader.finish();
}

}  // namespace newsgraph

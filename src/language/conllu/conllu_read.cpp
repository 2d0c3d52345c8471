#include <algorithm>

#include "language/conllu/conllu.h"
#include "language/conllu/conllu_columns.h"
#include "support/error.h"

namespace newsgraph {

namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20U;

// Whether heads read from elsewhere can be trusted to make a tree: one root, every head a token of the
// sentence, no cycles. Linear in the number of tokens.
bool is_tree(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  const std::int32_t size = sentence.size();
  const auto roots = std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.head == -1; });
  const bool in_range = std::all_of(tokens.begin(), tokens.end(),
                                    [&](const Token& t) { return t.head >= -1 && t.head < size; });
  if (roots != 1 || !in_range) return false;
  // Walks up from each token until a root or a token that an earlier walk has seen; meeting a token
  // of the same walk is a cycle.
  std::vector<std::int32_t> walks(tokens.size(), -1);
  const auto walk_of = [&walks](std::int32_t token) -> std::int32_t& {
    return walks[static_cast<std::size_t>(token)];
  };
  for (std::int32_t start = 0; start < size; ++start) {
    std::int32_t at = start;
    while (at != -1 && walk_of(at) == -1) {
      walk_of(at) = start;
      at = sentence.token(at).head;
    }
    if (at != -1 && walk_of(at) == start) return false;
  }
  return true;
}

// Reads a file line by line. A sentence is finished at its blank line; a document at the next
// `# newdoc`, when its text no longer moves and the tokens can point into it.
class Reader {
 public:
  Reader(const std::string& origin, ConlluColumns columns) : place_{origin, 0}, columns_(columns) {}

  void take(std::string_view line) {
    ++place_.line;
    if (line.size() > kLongestLine) place_.fail("a line of more than 1 MiB");
    while (line.ends_with('\r')) line.remove_suffix(1);  // a writer would take them for the end of the line
    if (line.empty()) return finish_sentence();
    if (line.front() == '#') return take_comment(line);
    take_fields(split_columns(line, place_));
  }

  std::vector<ConlluDocument> finish() {
    finish_sentence();
    finish_document();
    return std::move(documents_);
  }

 private:
  void take_comment(std::string_view line) {
    if (!sentence_.tokens.empty()) place_.fail("a comment inside a sentence");
    if (is_comment_key(line, "newdoc")) {
      finish_document();
      document_.id = comment_value(line);
      sentence_.starts_paragraph = true;
    } else if (is_comment_key(line, "newpar")) {
      sentence_.starts_paragraph = true;
    }
    layout_.comments.emplace_back(line);
  }

  void take_fields(const ConlluFields& fields) {
    const std::string_view id = fields[kId];
    if (id.find('.') != std::string_view::npos) return;  // an empty node
    const std::size_t dash = id.find('-');
    if (dash == std::string_view::npos) return take_word(parse_number(id, place_), fields);
    take_range(parse_number(id.substr(0, dash), place_), parse_number(id.substr(dash + 1), place_), fields);
  }

  void take_range(std::size_t first, std::size_t last, const ConlluFields& fields) {
    const bool follows = first == sentence_.tokens.size() + 1 && last > first && last <= kMaxConlluWords;
    if (!follows || in_range())
      place_.fail("the multiword token " + std::string(fields[kId]) + " is out of order");
    layout_.multiword.push_back({static_cast<std::int32_t>(first - 1), static_cast<std::int32_t>(last - 1),
                                 std::string(fields[kForm])});
    space_after_range_ = space_follows(fields);
  }

  // Whether a multiword token goes on after the words read so far.
  bool in_range() const {
    if (layout_.multiword.empty()) return false;
    return layout_.multiword.back().last >= sentence_.size();
  }

  void take_word(std::size_t id, const ConlluFields& fields) {
    const std::size_t expected = sentence_.tokens.size() + 1;
    if (id != expected)
      place_.fail("word " + std::to_string(id) + " where " + std::to_string(expected) + " is expected");
    if (id > kMaxConlluWords)
      place_.fail("a sentence of more than " + std::to_string(kMaxConlluWords) + " words");
    if (id == 1) start_paragraph();
    if (space_pending_) text_ += ' ';
    Token token;
    token.begin = static_cast<std::uint32_t>(text_.size());
    text_ += fields[kForm];
    token.end = static_cast<std::uint32_t>(text_.size());
    if (columns_ == ConlluColumns::analysis) {
      read_analysis(fields, place_, token);
      read_name(fields, place_, sentence_);
    }
    const bool inside = in_range();
    sentence_.tokens.push_back(std::move(token));
    Token& added = sentence_.tokens.back();
    added.space_after = inside ? !in_range() && space_after_range_ : space_follows(fields);
    space_pending_ = added.space_after;
  }

  void start_paragraph() {
    if (!sentence_.starts_paragraph || text_.empty()) return;
    text_ += "\n\n";
    space_pending_ = false;
  }

  void finish_sentence() {
    if (in_range()) place_.fail("a multiword token with too few words before this line");
    if (sentence_.tokens.empty()) return;
    if (columns_ == ConlluColumns::analysis) {
      if (!is_tree(sentence_)) place_.fail("the heads of the sentence before this line make no tree");
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
      document_.text = std::make_unique<const std::string>(std::move(text_));
      point_forms_into_text();
      documents_.push_back(std::move(document_));
    }
    document_ = {};
    text_.clear();
    space_pending_ = false;
  }

  void point_forms_into_text() {
    const std::string_view text = *document_.text;
    for (Sentence& sentence : document_.sentences) {
      for (Token& token : sentence.tokens) token.form = text.substr(token.begin, token.end - token.begin);
    }
  }

  ConlluPlace place_;
  ConlluColumns columns_;
  std::vector<ConlluDocument> documents_;
  ConlluDocument document_;
  std::string text_;
  bool space_pending_ = false;  // comes before the next word, if that is in the same paragraph
  Sentence sentence_;
  ConlluLayout layout_;
  bool space_after_range_ = true;
};

}  // namespace

std::vector<ConlluDocument> read_conllu(std::string_view bytes, const std::string& origin,
                                        ConlluColumns columns) {
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

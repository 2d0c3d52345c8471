#include "support/json_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "support/ascii.h"

namespace newsgraph {
namespace {

constexpr std::size_t kLongest = 10;  // "-undefined"

bool stands_for_nothing(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords{"nan", "infinity", "inf", "na", "undefined", "none"};
  if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view each) { return equals_ignoring_case(word, each); });
}

// Passes over JSON byte by byte: what stands in strings stays, words outside are looked at.
class Words {
 public:
  explicit Words(std::uint64_t& replaced) : replaced_(replaced) {}

  // Appends `json`, which may begin and end anywhere, to `out`; a word at its end waits for what follows.
  void pass(std::string_view json, std::string& out) {
    std::size_t from = 0;  // what is not in `out` yet
    out += comma_;
    comma_.clear();
    for (std::size_t at = 0; at < json.size(); ++at) {
      const char c = json[at];
      if (in_string_) {
        if (escaped_)
          escaped_ = false;
        else if (c == '\\')
          escaped_ = true;
        else if (c == '"')
          in_string_ = false;
        continue;
      }
      if (too_long_ && is_ascii_letter(c)) continue;
      if (is_ascii_letter(c) || (!too_long_ && word_.empty() && (c == '-' || c == '+'))) {
        if (word_.empty()) out += json.substr(from, at - from);
        word_ += c;
        from = at + 1;
        // What is longer than all of them need not be held.
        too_long_ = word_.size() > kLongest;
        if (too_long_) finish_word(out);
        continue;
      }
      too_long_ = false;
      if (!word_.empty()) finish_word(out);
      in_string_ = c == '"';
      if (c != ']' && c != '}') continue;
      out += json.substr(from, at - from);
      from = at;
      drop_comma(out);
    }
    out += json.substr(from);
    if (!in_string_ && word_.empty()) hold_comma(out);
  }

  void finish_word(std::string& out) {
    const bool nothing = stands_for_nothing(word_);
    replaced_ += nothing ? 1 : 0;
    out += nothing ? "null" : std::string_view(word_);
    word_.clear();
  }

  // What waited for more of the text, at its end.
  void finish(std::string& out) {
    out += comma_;
    comma_.clear();
    finish_word(out);
  }

 private:
  static constexpr std::string_view kBlanks = " \t\r\n";

  // "[1, 2, ]", as people and language models write it.
  static void drop_comma(std::string& out) {
    const auto last = out.find_last_not_of(kBlanks);
    if (last != std::string::npos && out[last] == ',') out.erase(last, 1);
  }

  // Whether a comma is the last one shows what comes next.
  void hold_comma(std::string& out) {
    const auto last = out.find_last_not_of(kBlanks);
    if (last == std::string::npos || out[last] != ',') return;
    comma_ = out.substr(last);
    out.resize(last);
  }

  std::uint64_t& replaced_;
  std::string word_;       // outside of strings, not handed out yet
  std::string comma_;      // and the blanks behind it, likewise
  bool too_long_ = false;  // inside a word that was handed out
  bool in_string_ = false;
  bool escaped_ = false;
};

class WordSource final : public FilterSource {
 public:
  WordSource(std::unique_ptr<Source> json, std::uint64_t& replaced)
      : json_(std::move(json)), words_(replaced), block_(std::size_t{64} << 10) {}

 private:
  bool make(std::string& out) override {
    const std::size_t taken = json_->read(block_.data(), block_.size());
    if (taken == 0)
      words_.finish(out);
    else
      words_.pass({block_.data(), taken}, out);
    return taken > 0;
  }

  std::unique_ptr<Source> json_;
  Words words_;
  std::vector<char> block_;
};

}  // namespace

std::unique_ptr<Source> without_non_values(std::unique_ptr<Source> json, std::uint64_t& replaced) {
  return std::make_unique<WordSource>(std::move(json), replaced);
}

std::string without_non_values(std::string_view json) {
  std::uint64_t replaced = 0;
  Words words(replaced);
  std::string out;
  words.pass(json, out);
  words.finish(out);
  return out;
}

}  // namespace newsgraph

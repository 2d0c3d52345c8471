// Options that take one of a few words.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "support/error.h"
#include "support/nearest_word.h"

namespace newsgraph::cli {

template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

template <typename T>
std::string join_choices(const Choices<T>& choices) {
  std::string joined;
  for (const auto& [word, value] : choices) joined += (joined.empty() ? "" : "|") + word;
  return joined;
}

[[noreturn]] inline void refuse_word(const std::string& option, const std::string& word,
                                     const std::vector<std::string>& known) {
  std::string joined;
  for (const std::string& each : known) joined += (joined.empty() ? "" : ", ") + each;
  throw UsageError("\"" + word + "\" is not one of " + joined, option, suggestion(word, known, ""));
}

// For values of `option` that are words out of a list, one or several; any other is a usage error that names
// the nearest.
inline CLI::Validator one_of(const std::string& option, std::vector<std::string> known) {
  return CLI::Validator(
      [option, known = std::move(known)](const std::string& word) {
        if (std::find(known.begin(), known.end(), word) == known.end()) refuse_word(option, word, known);
        return std::string();
      },
      "");
}

// Declares `name` as an option whose value is one of `choices`; help texts and completions list the
// words, and any other word is a usage error that lists them too.
template <typename T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value, const Choices<T>& choices,
                        const std::string& text) {
  const auto assign = [&value, choices, name](const std::string& word) {
    std::vector<std::string> words;
    for (const auto& [known, meaning] : choices) {
      if (known == word) {
        value = meaning;
        return;
      }
      words.push_back(known);
    }
    refuse_word(name, word, words);
  };
  return app.add_option_function<std::string>(name, assign, text)->option_text(join_choices(choices));
}

}  // namespace newsgraph::cli

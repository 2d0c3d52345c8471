// Options that take one of a few words.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

namespace newsgraph::cli {

template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

template <typename T>
std::string join_choices(const Choices<T>& choices) {
  std::string joined;
  for (const auto& [word, value] : choices) joined += (joined.empty() ? "" : "|") + word;
  return joined;
}

// Declares `name` as an option whose value is one of `choices`; help texts and completions list the
// words, and any other word is a usage error that lists them too.
template <typename T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value, const Choices<T>& choices,
                        const std::string& text) {
  const auto assign = [&value, choices](const std::string& word) {
    for (const auto& [known, meaning] : choices) {
      if (known == word) {
        value = meaning;
        return;
      }
    }
    throw CLI::ValidationError("\"" + word + "\" is not one of " + join_choices(choices));
  };
  return app.add_option_function<std::string>(name, assign, text)->option_text(join_choices(choices));
}

}  // namespace newsgraph::cli

#include <algorithm>

#include "cli/manual.h"
#include "cli/text_table.h"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kMargin = 2;
constexpr std::size_t kTextColumn = 26;

// "  -o, --output FILE     the text, wrapped and hanging below itself"
std::string definition(const std::string& term, const std::string& text, std::size_t width) {
  const std::string head = std::string(kMargin, ' ') + term;
  const std::string body = wrap(text, width, kTextColumn);
  const std::size_t used = display_width(head);
  if (text.empty()) return head + "\n";
  if (used + kMargin > kTextColumn) return head + "\n" + body;
  return head + body.substr(used);
}

std::string paragraphs(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += wrap(text.substr(0, end), width, 0) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string examples(const std::vector<Example>& examples, std::size_t width) {
  std::string out = "Examples:\n";
  for (const Example& example : examples) {
    out += std::string(kMargin, ' ') + std::string(example.command) + "\n";
    out += wrap(example.what, width, 3 * kMargin);
  }
  return out + "\n";
}

std::string exit_codes(std::size_t width) {
  std::string out = "Exit status:\n";
  for (const ExitCodeMeaning& code : kExitCodes) {
    const std::string head = std::string(kMargin, ' ') + std::to_string(code.code);
    out += head + wrap(code.meaning, width, 7).substr(head.size());
  }
  return out;
}

std::string option_list(const std::string& title, const std::vector<OptionEntry>& options,
                        std::size_t width) {
  if (options.empty()) return {};
  std::string out = title + ":\n";
  for (const OptionEntry& option : options) out += definition(option.label(), option.text, width);
  return out + "\n";
}

}  // namespace

std::string help_text(const Manual& manual, int columns) {
  const auto width = static_cast<std::size_t>(std::clamp(columns, 60, 100));
  std::string out = manual.name + " - " + manual.summary + "\n\n";
  out += examples(manual.examples, width);
  out += "Usage: " + manual.usage + "\n\n";
  out += paragraphs(manual.description, width);
  if (!manual.verbs.empty()) {
    out += "Verbs:\n";
    for (const auto& [name, summary] : manual.verbs) out += definition(name, summary, width);
    out += "\n";
  }
  out += option_list("Arguments", manual.arguments, width);
  for (const OptionGroup& group : manual.groups) out += option_list(group.title, group.options, width);
  return out + exit_codes(width);
}

}  // namespace newsgraph::cli

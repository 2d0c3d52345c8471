#include <algorithm>

#include "cli/manual.h"
#include "support/ascii.h"

namespace newsgraph::cli {
namespace {

// Text for troff: a backslash and a hyphen are escaped, and a line does not begin with a control
// character.
std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool line_start = i == 0 || text[i - 1] == '\n';
    if (line_start && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '\\') {
      out += "\\e";
    } else if (text[i] == '-') {
      out += "\\-";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string section(std::string_view title) {
  return ".SH " + std::string(title) + "\n";
}

std::string definition(const std::string& term, std::string_view text) {
  return ".TP\n\\fB" + escape(term) + "\\fR\n" + escape(text) + "\n";
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return ascii_upper(c); });
  return text;
}

std::string dashed(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '-');
  return name;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += ".PP\n" + escape(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string options(const std::vector<OptionEntry>& entries) {
  std::string out;
  for (const OptionEntry& entry : entries) out += definition(entry.label(), entry.text);
  return out;
}

}  // namespace

std::string man_page(const Manual& manual, std::string_view version) {
  std::string out = ".TH " + upper(dashed(manual.name)) + " 1 \"\" \"newsgraph " + std::string(version) +
                    "\" \"newsgraph manual\"\n";
  out += section("NAME") + escape(dashed(manual.name)) + " \\- " + escape(manual.summary) + "\n";
  out += section("SYNOPSIS") + ".nf\n" + escape(manual.usage) + "\n.fi\n";
  out += section("DESCRIPTION") + paragraphs(manual.description);
  for (const auto& [name, summary] : manual.verbs) out += definition(name, summary);
  if (!manual.arguments.empty()) out += section("ARGUMENTS") + options(manual.arguments);
  for (const OptionGroup& group : manual.groups) out += section(upper(group.title)) + options(group.options);
  out += section("EXIT STATUS");
  for (const ExitCodeMeaning& code : kExitCodes) out += definition(std::to_string(code.code), code.meaning);
  out += section("EXAMPLES");
  for (const Example& example : manual.examples) {
    out += ".PP\n" + escape(example.what) + "\n.PP\n.RS 4\n.nf\n" + escape(example.command) + "\n.fi\n.RE\n";
  }
  return out;
}

}  // namespace newsgraph::cli

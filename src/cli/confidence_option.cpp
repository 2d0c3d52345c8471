#include "cli/confidence_option.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <string>

#include "cli/context.h"
#include "cli/counted.h"
#include "documents/reader.h"

namespace newsgraph::cli {
namespace {

std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, failure] = std::from_chars(text.data(), end, value);
  if (failure != std::errc() || rest != end) return std::nullopt;
  return value;
}

// Says what is wrong with a probability. "nan" lies in none, "0,7" and "70%" are what people mean by 0.7.
std::string refuse_no_probability(const std::string& text) {
  if (const auto value = number(text); value && *value >= 0 && *value <= 1) return "";
  std::string mended = text;
  std::replace(mended.begin(), mended.end(), ',', '.');
  if (mended.ends_with('%')) mended.pop_back();
  const auto meant = number(mended);
  std::string hint;
  if (meant && *meant >= 0 && *meant <= 100)
    hint = fmt::format(". Did you mean {}?", *meant <= 1 ? *meant : *meant / 100);
  return "Value " + text + " not in range 0 to 1" + hint;
}

}  // namespace

CLI::Option* add_confidence_option(CLI::App& app, std::optional<double>& min_confidence) {
  return app
      .add_option(
          "--min-confidence", min_confidence,
          "Only statements of at least this confidence, 0 to 1; by default each kind has to be as sure "
          "as pays (docs/confidence.md)")
      ->option_text("P")
      ->check(CLI::Validator(refuse_no_probability, ""));
}

void report_unsure(Context& context, const ReadReport& report) {
  if (report.unsure == 0) return;
  context.log().info(counted(report.unsure, "less sure claim") +
                     " left out; --min-confidence 0.5 keeps all that are at least even");
}

}  // namespace newsgraph::cli

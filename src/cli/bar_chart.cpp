#include "cli/bar_chart.h"

#include <algorithm>

#include "cli/text_table.h"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kWidestLabel = 40;
constexpr std::size_t kLongestBar = 30;
constexpr std::size_t kShortestBar = 8;

struct Widths {
  std::size_t label = 0;
  std::size_t count = 0;
  std::size_t bar = 0;  // of the largest count; 0: no bars
};

Widths widths_of(const std::vector<CountSection>& sections, std::size_t available) {
  Widths widths;
  for (const CountSection& section : sections)
    for (const auto& [label, count] : section.counts) {
      widths.label = std::max(widths.label, display_width(printable(label)));
      widths.count = std::max(widths.count, std::to_string(count).size());
    }
  widths.label = std::min({widths.label, kWidestLabel, available - std::min(available, widths.count + kGap)});
  const std::size_t used = widths.label + widths.count + 2 * kGap;
  const std::size_t room = available > used ? available - used : 0;
  if (room >= kShortestBar) widths.bar = std::min(room, kLongestBar);
  return widths;
}

// Eighths of a column are drawn too; what is there at all is at least one eighth.
std::string bar(std::uint64_t count, std::uint64_t largest, std::size_t width) {
  static const char* const kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0 || width == 0) return {};
  const double share = static_cast<double>(count) / static_cast<double>(largest);
  const auto eighths =
      std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(width * 8)));
  std::string result;
  for (std::size_t i = 0; i < eighths / 8; ++i) result += "█";
  return result + kEighths[eighths % 8];
}

std::string line(const std::string& label, std::uint64_t count, const std::string& bar, const Widths& widths,
                 const Terminal& terminal) {
  const std::string name = fit(printable(label), widths.label);
  const std::string number = std::to_string(count);
  std::string out = terminal.paint(Style::name, name);
  out.append(widths.label - display_width(name) + kGap + widths.count - number.size(), ' ');
  out += number;
  if (!bar.empty()) out += std::string(kGap, ' ') + terminal.paint(Style::relation, bar);
  return out + "\n";
}

}  // namespace

std::string count_sections(const std::vector<CountSection>& sections, const Terminal& terminal) {
  const Widths widths = widths_of(sections, static_cast<std::size_t>(terminal.width()));
  std::string out;
  for (const CountSection& section : sections) {
    if (section.counts.empty()) continue;
    std::uint64_t largest = 0;
    for (const auto& [label, count] : section.counts) largest = std::max(largest, count);
    out += (out.empty() ? "" : "\n") + terminal.paint(Style::heading, section.title) + "\n";
    for (const auto& [label, count] : section.counts) {
      const std::string drawn =
          section.bars && section.counts.size() > 1 ? bar(count, largest, widths.bar) : "";
      out += line(label, count, drawn, widths, terminal);
    }
  }
  return out;
}

}  // namespace newsgraph::cli

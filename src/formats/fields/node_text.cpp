#include "formats/fields/node_text.h"

#include <cmath>

#include "formats/text/escape.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

// Other tools write whole numbers without a point.
std::optional<double> number_of(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  const auto* real = std::get_if<double>(&value);
  return real != nullptr && std::isfinite(*real) ? std::optional(*real) : std::nullopt;
}

}  // namespace

std::string joined_aliases(const NodeView& node) {
  std::string result;
  for (std::size_t i = 0; i < node.alias_count(); ++i) {
    if (i != 0) result += "; ";
    for (const char c : node.alias(i)) {
      if (c == ';' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result;
}

void write_aliases(JsonWriter& json, std::string_view name, const NodeView& node) {
  if (node.alias_count() == 0) return;
  json.begin_array(name);
  for (std::size_t i = 0; i < node.alias_count(); ++i) json.text(node.alias(i));
  json.end_array();
}

std::vector<std::string> split_aliases(std::string_view joined) {
  std::vector<std::string> result;
  if (joined.empty()) return result;
  result.emplace_back();
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (joined[i] == '\\' && i + 1 < joined.size()) {
      result.back() += joined[++i];
    } else if (joined[i] == ';') {
      result.emplace_back();
      if (i + 1 < joined.size() && joined[i + 1] == ' ') ++i;
    } else {
      result.back() += joined[i];
    }
  }
  return result;
}

std::optional<Position> position_of(const NodeView& node) {
  const StringPool& pool = *data(node.graph()).strings;
  std::optional<double> x;
  std::optional<double> y;
  for (const Attribute& attribute : node.attributes()) {
    const std::string_view name = pool.text(attribute.name);
    if (name == "x") x = number_of(attribute.value);
    if (name == "y") y = number_of(attribute.value);
  }
  if (!x || !y) return std::nullopt;
  return Position{*x, *y};
}

std::string type_label(std::string_view type) {
  std::string result;
  LossCounts not_counted;  // the type itself is written as well
  for (const char c : one_line(type, not_counted)) result += is_ascii_alphanumeric(c) ? c : '_';
  if (result.empty()) return result;
  if (is_ascii_digit(result.front())) result.insert(result.begin(), '_');
  result.front() = ascii_upper(result.front());
  return result;
}

}  // namespace newsgraph

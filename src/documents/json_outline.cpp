#include "documents/json_outline.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "documents/lines.h"
#include "support/json_words.h"

namespace newsgraph {
namespace {

using nlohmann::json;

// Notes the paths of keys; stops where the text is cut off.
class Outliner final : public json::json_sax_t {
 public:
  explicit Outliner(JsonOutline& outline) : outline_(outline) {}

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override {
    if (depth_ == 0) outline_.object = true;
    return enter("");
  }
  bool start_array(std::size_t) override {
    if (depth_ == 0) outline_.array = true;
    return enter("[]");
  }
  bool key(string_t& name) override {
    if (depth_ > kDeepest) return true;
    path_[depth_ - 1] = name;
    outline_.keys.insert(joined());
    return true;
  }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  static constexpr std::size_t kDeepest = 3;

  bool enter(const char* step) {
    if (++depth_ <= kDeepest) path_.emplace_back(step);
    return true;
  }
  bool leave() {
    if (depth_-- <= kDeepest) path_.pop_back();
    return true;
  }
  std::string joined() const {
    std::string text;
    for (const std::string& step : path_) text += (text.empty() ? "" : ".") + step;
    return text;
  }

  JsonOutline& outline_;
  std::size_t depth_ = 0;
  std::vector<std::string> path_;
};

bool has_more_lines(std::string_view start) {
  std::string_view rest = start;
  const std::string_view line = trimmed(take_line(rest));
  return line.starts_with('{') && line.ends_with('}') && trimmed(rest).starts_with('{') && json::accept(line);
}

}  // namespace

JsonOutline json_outline(std::string_view start) {
  JsonOutline outline;
  const std::string_view given = trimmed(start);
  if (!given.starts_with('{') && !given.starts_with('[')) return outline;
  const std::string text = without_non_values(given);
  Outliner outliner(outline);
  json::sax_parse(text.begin(), text.end(), &outliner, json::input_format_t::json, false);
  outline.more_lines = has_more_lines(text);
  return outline;
}

}  // namespace newsgraph

#include "knowledge/subsidiary_form.h"

#include <algorithm>
#include <array>
#include <string>

#include "support/utf8.h"

namespace newsgraph {

bool has_subsidiary_form(std::string_view name) {
  static constexpr std::array<std::string_view, 20> kForms{
      "b.v",  "bhd", "bv",  "d.o.o", "doo", "eood",  "gmbh", "k.k",  "kft", "kk",
      "ltda", "ooo", "pte", "pty",   "pvt", "s.r.l", "sarl", "sàrl", "srl", "zrt"};
  while (name.ends_with('.') || name.ends_with(' ')) name.remove_suffix(1);
  const auto space = name.rfind(' ');
  if (space == std::string_view::npos) return false;
  const std::string last = utf8::lower(name.substr(space + 1));
  if (last == "ltd" || last == "limited") return has_subsidiary_form(name.substr(0, space));  // "Pty Ltd"
  return std::find(kForms.begin(), kForms.end(), last) != kForms.end();
}

}  // namespace newsgraph

#include "language/parser/irregular_verbs.h"

#include <unordered_map>

#include "support/ascii.h"
#include "support/embedded.h"

NEWSGRAPH_EMBEDDED(newsgraph_irregular_verbs_tsv);

namespace newsgraph {

namespace {

using Verbs = std::unordered_map<std::string, std::string>;

Verbs read_verbs(std::string_view lines) {
  Verbs verbs;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const auto line = lines.substr(0, end);
    const auto tab = line.find('\t');
    if (!line.starts_with('#') && tab != std::string_view::npos)
      verbs.emplace(line.substr(0, tab), line.substr(tab + 1));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  return verbs;
}

}  // namespace

const std::string* irregular_verb(std::string_view form, Upos upos, Xpos xpos) {
  static const Verbs verbs = read_verbs(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_irregular_verbs_tsv));
  if (upos != Upos::verb || (xpos != Xpos::vbd && xpos != Xpos::vbn)) return nullptr;
  const auto found = verbs.find(ascii_lowered(form));
  return found == verbs.end() ? nullptr : &found->second;
}

}  // namespace newsgraph

// Past forms that no rule makes: "sold", "held", "brought".
#pragma once

#include <string>
#include <string_view>

#include "language/sentence/labels.h"

namespace newsgraph {

// The verb of an irregular past form or participle (data/language/irregular_verbs.tsv); null for every other
// word.
const std::string* irregular_verb(std::string_view form, Upos upos, Xpos xpos);

}  // namespace newsgraph

// Which of its known meanings a name has in a document.
#pragma once

#include <string_view>

#include "entities/document_context.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

// How a name is used.
struct Usage {
  std::string_view type;  // what the language analysis holds it for; may be empty
  bool acts = false;      // it does or says something, or is addressed: a capital then is its government
};

// The known entity that `name` means; null where it is none of them. A name that is not marked
// ambiguous means what the tables say, whatever the language analysis holds it for; an ambiguous one
// needs its type or words of its context to agree.
const KnownEntity* choose_sense(const Knowledge& knowledge, std::string_view name, const Usage& usage,
                                const DocumentContext& context);

}  // namespace newsgraph

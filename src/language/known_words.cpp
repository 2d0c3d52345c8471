#include "language/known_words.h"

#include "language/model_impl.h"
#include "support/utf8.h"

namespace newsgraph {

bool knows_word(const Model& model, std::string_view word) {
  return model.impl().parser.lemma_rules.known(utf8::lower(word));
}

}  // namespace newsgraph

#include "language/names/names_model.h"

#include <array>
#include <string_view>

#include "language/network/model_layers.h"
#include "language/sentence/labels.h"

namespace newsgraph {
namespace {

NameTransitions read_transitions(const ModelFile& file) {
  // Tags are numbered by the types.
  std::array<std::string_view, kNameTypeCount> types;
  for (int i = 0; i < kNameTypeCount; ++i)
    types[static_cast<std::size_t>(i)] = to_string(static_cast<NameType>(i));
  check_labels(file, "names", "types", types);
  return {file.floats("names.move", kNameTags, kNameTags).values,
          file.floats("names.start", 1, kNameTags).values};
}

}  // namespace

NamesModel::NamesModel(const ModelFile& file, std::size_t states)
    : hidden(read_hidden_layer(file, "names.hidden", 0, states, kStateStep)),
      emission(read_layer(file, "names.emission", kNameTags, hidden.outputs(), kHiddenStep)),
      transitions(read_transitions(file)) {}

}  // namespace newsgraph

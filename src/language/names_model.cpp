#include "language/names_model.h"

#include <memory>
#include <string>

#include "language/labels.h"
#include "language/model_impl.h"

namespace newsgraph {
namespace {

// Null where the value has no such member.
const nlohmann::json& member(const nlohmann::json& object, const char* name) {
  static const nlohmann::json nothing;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? nothing : *found;
}

const nlohmann::json& field(const ModelFile& file, const char* name) {
  const nlohmann::json& value = member(member(member(file.header(), "models"), "names"), name);
  if (value.is_null()) file.fail(std::string("its recogniser of names lacks ") + name);
  return value;
}

std::size_t number(const ModelFile& file, const char* name) {
  const nlohmann::json& value = field(file, name);
  if (!value.is_number_unsigned() || value < 1 || value > 4096) {
    file.fail(std::string("its recogniser of names has a wrong ") + name);
  }
  return value.get<std::size_t>();
}

// The file's types have to be ours, in our order: tags are numbered by them.
void check_types(const ModelFile& file) {
  const nlohmann::json& types = field(file, "types");
  bool same = types.is_array() && types.size() == kNameTypeCount;
  for (int i = 0; same && i < kNameTypeCount; ++i) {
    same = types[static_cast<std::size_t>(i)] == to_string(static_cast<NameType>(i));
  }
  if (!same) file.fail("its types of names are not person, organization, place, product, group, event, work");
}

NameTransitions read_transitions(const ModelFile& file) {
  check_types(file);
  return {file.floats("names.move", kNameTags, kNameTags).values,
          file.floats("names.start", 1, kNameTags).values};
}

PackedMatrix read_emission(const ModelFile& file, std::size_t inputs) {
  return {file.codes("names.emission.weight", kNameTags, inputs), kStateStep,
          file.floats("names.emission.bias", 1, kNameTags).values};
}

}  // namespace

NamesModel::NamesModel(const ModelFile& file)
    : embedder(file, "names.", field(file, "embedder")),
      context(file.floats("names.context", kCapitalsCount, embedder.width())),
      encoder(file, "names.", embedder.width(), number(file, "width"), number(file, "layers")),
      emission(read_emission(file, encoder.outputs())),
      transitions(read_transitions(file)) {}

std::shared_ptr<const NamesModel> read_names_model(const ModelFile& file) {
  return std::make_shared<const NamesModel>(file);
}

}  // namespace newsgraph

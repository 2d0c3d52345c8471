// What a Model holds, for the parts of the language stage that run it.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "language/model.h"
#include "language/model_file.h"
#include "language/parser_model.h"

namespace newsgraph {

// The recogniser of names; names_model.h.
struct NamesModel;
std::shared_ptr<const NamesModel> read_names_model(const ModelFile& file);

struct Model::Impl {
  // `owned` holds the bytes where they are not part of the program; `bytes` outlive this otherwise.
  Impl(std::vector<std::byte> owned_bytes, std::span<const std::byte> bytes, const std::string& origin);

  std::vector<std::byte> owned;
  ModelFile file;
  ParserModel parser;
  std::shared_ptr<const NamesModel> names;
};

}  // namespace newsgraph

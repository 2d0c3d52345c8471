// What a Model holds, for the parts of the language stage that run it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/claim_scores/claims_model.h"
#include "language/model.h"
#include "language/names/names_model.h"
#include "language/network/encoder.h"
#include "language/network/model_file.h"
#include "language/network/word_pieces.h"
#include "language/parser/parser_model.h"

namespace newsgraph {

struct Model::Impl {
  // `owned` holds the bytes where they are not part of the program; `bytes` outlive this otherwise.
  Impl(std::vector<std::byte> owned_bytes, std::span<const std::byte> bytes, const std::string& origin);

  std::vector<std::byte> owned;
  ModelFile file;
  WordPieces pieces;
  Encoder encoder;
  std::vector<std::int16_t> root;
  ParserModel parser;
  NamesModel names;
  ClaimsModel claims;
};

}  // namespace newsgraph

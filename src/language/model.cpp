#include "language/model.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "language/model_impl.h"
#include "language/network/model_layers.h"
#include "language/network/word_encoder.h"
#include "support/embedded.h"
#include "support/error.h"
#include "support/utf8.h"

NEWSGRAPH_EMBEDDED(newsgraph_english_model);

namespace newsgraph {
namespace {

// A model is at most 30 MB; what is far beyond is something else, and is not read into memory.
constexpr std::uintmax_t kMaxFileSize = std::uintmax_t{256} << 20;

std::vector<std::byte> read_file(const std::filesystem::path& file) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(file, failure);
  std::ifstream in(file, std::ios::binary);
  if (failure || !in) {
    throw Error("The model file cannot be read", file.string(), "Check the path and the permissions.");
  }
  if (size > kMaxFileSize) throw Error("This is not a newsgraph model file: it is too large", file.string());
  std::vector<std::byte> bytes(size);
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
  if (static_cast<std::uintmax_t>(in.gcount()) != size) {
    throw Error("The model file cannot be read to its end", file.string());
  }
  return bytes;
}

// "key: value" or, for a list, "key: " and a line for each value.
void describe(const nlohmann::json& header, const char* key, std::string& text) {
  const auto found = header.find(key);
  if (found == header.end()) return;
  const nlohmann::json& values = found->is_array() ? *found : nlohmann::json::array({*found});
  for (const nlohmann::json& value : values) {
    if (value.is_string()) text += std::string(key) + ": " + value.get<std::string>() + "\n";
  }
}

}  // namespace

Model::Impl::Impl(std::vector<std::byte> owned_bytes, std::span<const std::byte> bytes,
                  const std::string& origin)
    : owned(std::move(owned_bytes)),
      file(owned.empty() ? bytes : std::span<const std::byte>(owned), origin),
      pieces(file),
      encoder(file, model_number(file, "encoder", "layers"), model_number(file, "encoder", "heads"),
              model_number(file, "encoder", "skimmed")),
      root(read_root(file, encoder.width())),
      parser(file, encoder.width(), root),
      names(file, encoder.width()),
      claims(file, encoder.width(), root) {
  if (pieces.size() != encoder.vocabulary()) file.fail("its word pieces and their vectors do not match");
  if (encoder.longest() < Segment::kMostPieces + 2) file.fail("its encoder knows too few positions");
}

Model::Model(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Model::~Model() = default;

std::shared_ptr<const Model> Model::built_in() {
  // Never destroyed before its users: they share it.
  static const std::shared_ptr<const Model> model(new Model(std::make_unique<const Impl>(
      std::vector<std::byte>(), NEWSGRAPH_EMBEDDED_BYTES(newsgraph_english_model), "the built-in model")));
  return model;
}

std::shared_ptr<const Model> Model::load(const std::filesystem::path& file) {
  return std::shared_ptr<const Model>(
      new Model(std::make_unique<const Impl>(read_file(file), std::span<const std::byte>(), file.string())));
}

std::shared_ptr<const Model> Model::parse(std::span<const std::byte> bytes, const std::string& origin) {
  return std::shared_ptr<const Model>(new Model(std::make_unique<const Impl>(
      std::vector<std::byte>(bytes.begin(), bytes.end()), std::span<const std::byte>(), origin)));
}

std::string Model::description() const {
  std::string text;
  for (const char* key : {"name", "licence", "attribution", "training", "accuracy"}) {
    describe(impl_->file.header(), key, text);
  }
  return text;
}

bool knows_word(const Model& model, std::string_view word) {
  return model.impl().parser.lemma_rules.known(utf8::lower(word));
}

}  // namespace newsgraph

// The weights and tables that the language analysis runs on, read from one versioned file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace newsgraph {

class Model {
 public:
  // The model that is built into the program. Read once, shared by all callers.
  static std::shared_ptr<const Model> built_in();
  // A model file of the user's. Throws Error (support/error.h) where the file is not a model, is
  // of another version, is cut short or fails its checksum; the message says which.
  static std::shared_ptr<const Model> load(const std::filesystem::path& file);
  // The same from memory; `origin` names the bytes in error messages.
  static std::shared_ptr<const Model> parse(std::span<const std::byte> bytes, const std::string& origin);

  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  // What the file says of itself: version, licence, attribution, training data and measured
  // accuracy, a line each, for `newsgraph --version`.
  std::string description() const;

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit Model(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

// Whether the model has seen the word. Case does not matter.
bool knows_word(const Model& model, std::string_view word);

}  // namespace newsgraph

// The container of a model: named tensors and string tables behind a checked header.
//
//   bytes 0-7    "NGMODEL\0"
//         8-11   version of the format, 1
//         12-15  CRC-32 (zlib) of everything from byte 16
//         16-23  size of the file
//         24-31  size of the header H
//         32     H bytes of JSON, UTF-8
//         32+H   the payload; offsets in the header count from here
//
// Numbers are little-endian. The header lists "tensors" (name, type "i8" or "f32", rows, columns,
// offset, and for i8 scales: the offset of one float32 a row) and "tables" (name, count, offset, size:
// count + 1 uint32 byte offsets, then the strings), beside what describes the model. A file may come
// from anywhere: nothing in it is believed before it is checked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// A matrix of eight-bit codes: value(r, c) = codes[r * columns + c] * scales[r].
struct CodeMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::span<const std::int8_t> codes;  // in the file's bytes
  std::vector<float> scales;           // one a row, finite

  std::span<const std::int8_t> row(std::size_t r) const { return codes.subspan(r * columns, columns); }
};

struct FloatMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<float> values;  // row by row, finite

  std::span<const float> row(std::size_t r) const { return std::span(values).subspan(r * columns, columns); }
};

// Strings in the file's bytes.
class StringTable {
 public:
  StringTable() = default;
  StringTable(std::span<const std::byte> offsets, std::string_view text) : offsets_(offsets), text_(text) {}

  std::size_t size() const { return offsets_.size() / 4 - 1; }
  std::string_view operator[](std::size_t i) const {
    return text_.substr(offset(i), offset(i + 1) - offset(i));
  }

 private:
  std::size_t offset(std::size_t i) const;
  std::span<const std::byte> offsets_ = {};
  std::string_view text_;
};

class StringIndex;

class ModelFile {
 public:
  // Checks everything but the meaning. Keeps `bytes`, which have to outlive this. `origin` names them
  // in errors. Throws Error.
  ModelFile(std::span<const std::byte> bytes, std::string origin);

  const nlohmann::json& header() const { return header_; }

  // Throw Error where the part is missing, of another type or not of the size asked for (0: any).
  CodeMatrix codes(const std::string& name, std::size_t rows = 0, std::size_t columns = 0) const;
  // Float or eight-bit, as floats.
  FloatMatrix floats(const std::string& name, std::size_t rows = 0, std::size_t columns = 0) const;
  StringTable strings(const std::string& name) const;
  // A table to look strings up in; made once. Not for two threads at once.
  std::shared_ptr<const StringIndex> index(const std::string& name) const;
  bool has_tensor(const std::string& name) const { return tensors_.contains(name); }

  // For readers of single parts: an Error that this file is damaged, and how.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  struct Tensor {
    bool is_float = false;
    std::size_t rows = 0, columns = 0, offset = 0, scales = 0;
  };
  struct Table {
    std::size_t count = 0, offset = 0, size = 0;
  };

  void check_frame(std::span<const std::byte> bytes) const;
  // What the header lists of a kind: "tensor", "table".
  const nlohmann::json& parts(const std::string& kind) const;
  std::string name_in(const nlohmann::json& entry, const std::string& kind) const;
  void read_tensors();
  void read_tables();
  const Tensor& tensor(const std::string& name, std::size_t rows, std::size_t columns) const;
  std::vector<float> read_floats(std::size_t offset, std::size_t count, const std::string& name) const;
  std::size_t size_field(const nlohmann::json& entry, const char* key) const;

  std::string origin_;
  nlohmann::json header_;
  std::span<const std::byte> payload_;
  std::map<std::string, Tensor> tensors_;
  std::map<std::string, Table> tables_;
  mutable std::map<std::string, std::shared_ptr<const StringIndex>> indices_;
};

}  // namespace newsgraph

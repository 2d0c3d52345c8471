#include "language/network/model_file.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "language/network/string_index.h"
#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

static_assert(std::endian::native == std::endian::little,
              "model files are read in place: little-endian only");

constexpr std::string_view kMagic{"NGMODEL\0", 8};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kFrameSize = 32;
constexpr std::size_t kChecked = 16;  // the checksum covers what follows this byte

template <typename Number>
Number number_at(std::span<const std::byte> bytes, std::size_t at) {
  Number value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool fits(std::size_t offset, std::size_t size, std::size_t whole) {
  return offset <= whole && size <= whole - offset;
}

// Compared as text: nlohmann's comparison with a scalar allocates, but may not throw.
bool is_float32(const nlohmann::json& tensor) {
  const auto type = tensor.find("type");
  return type != tensor.end() && type->is_string() && type->get_ref<const std::string&>() == "f32";
}

std::uint32_t checksum(std::span<const std::byte> bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace

std::size_t StringTable::offset(std::size_t i) const {
  return number_at<std::uint32_t>(offsets_, 4 * i);
}

ModelFile::ModelFile(std::span<const std::byte> bytes, std::string origin) : origin_(std::move(origin)) {
  check_frame(bytes);
  const auto header_size = number_at<std::uint64_t>(bytes, 24);
  header_ = parse_json(as_text(bytes.subspan(kFrameSize, header_size)), origin_);
  payload_ = bytes.subspan(kFrameSize + header_size);
  if (!header_.is_object()) fail("its header is not an object");
  read_tensors();
  read_tables();
}

void ModelFile::fail(const std::string& what) const {
  throw Error("The model file is damaged: " + what, origin_,
              "Use a model file of this version of newsgraph.");
}

void ModelFile::check_frame(std::span<const std::byte> bytes) const {
  if (bytes.size() < kMagic.size() || as_text(bytes.first(kMagic.size())) != kMagic) {
    throw Error("This is not a newsgraph model file", origin_,
                "Give a file that ends in .ngm, or leave --model out to use the built-in model.");
  }
  if (bytes.size() < kFrameSize) fail("it is cut short");
  const auto version = number_at<std::uint32_t>(bytes, 8);
  if (version != kVersion) {
    throw Error("The model file has format version " + std::to_string(version) +
                    ", this program reads version " + std::to_string(kVersion),
                origin_, "Use a model file of this version of newsgraph.");
  }
  const auto size = number_at<std::uint64_t>(bytes, 16);
  if (bytes.size() < size) {
    fail("it is cut short: " + std::to_string(bytes.size()) + " of " + std::to_string(size) + " bytes");
  }
  if (bytes.size() > size) fail("there are bytes behind its end");
  if (number_at<std::uint64_t>(bytes, 24) > bytes.size() - kFrameSize)
    fail("its header is longer than the file");
  if (checksum(bytes.subspan(kChecked)) != number_at<std::uint32_t>(bytes, 12)) fail("its checksum is wrong");
}

std::size_t ModelFile::size_field(const nlohmann::json& entry, const char* key) const {
  const auto found = entry.find(key);
  if (found == entry.end() || !found->is_number_unsigned()) fail(std::string("a size is missing: ") + key);
  const auto value = found->get<std::uint64_t>();
  // Bounds every product of two sizes below 2^64.
  if (value > payload_.size()) fail(std::string("a size is out of range: ") + key);
  return static_cast<std::size_t>(value);
}

const nlohmann::json& ModelFile::parts(const std::string& kind) const {
  const auto list = header_.find(kind + "s");
  if (list == header_.end() || !list->is_array()) fail("it lists no " + kind + "s");
  return *list;
}

std::string ModelFile::name_in(const nlohmann::json& entry, const std::string& kind) const {
  if (!entry.is_object() || !entry.contains("name") || !entry["name"].is_string())
    fail("a " + kind + " has no name");
  return entry["name"].get<std::string>();
}

void ModelFile::read_tensors() {
  for (const nlohmann::json& entry : parts("tensor")) {
    const std::string name = name_in(entry, "tensor");
    Tensor t{is_float32(entry), size_field(entry, "rows"), size_field(entry, "columns"),
             size_field(entry, "offset"), 0};
    if (!t.is_float) t.scales = size_field(entry, "scales");
    const std::size_t bytes = t.rows * t.columns * (t.is_float ? sizeof(float) : 1);
    const bool scales_fit = t.is_float || fits(t.scales, t.rows * sizeof(float), payload_.size());
    if (!fits(t.offset, bytes, payload_.size()) || !scales_fit || t.rows == 0 || t.columns == 0) {
      fail("a tensor does not lie within it");
    }
    tensors_[name] = t;
  }
}

void ModelFile::read_tables() {
  for (const nlohmann::json& entry : parts("table")) {
    const std::string name = name_in(entry, "table");
    Table t{size_field(entry, "count"), size_field(entry, "offset"), size_field(entry, "size")};
    const std::size_t offsets = 4 * (t.count + 1);
    if (!fits(t.offset, t.size, payload_.size()) || offsets > t.size) fail("a table does not lie within it");
    std::uint32_t last = 0;
    for (std::size_t i = 0; i <= t.count; ++i) {
      const auto offset = number_at<std::uint32_t>(payload_, t.offset + 4 * i);
      if (offset < last || offset > t.size - offsets) fail("a table is out of order");
      last = offset;
    }
    tables_[name] = t;
  }
}

const ModelFile::Tensor& ModelFile::tensor(const std::string& name, std::size_t rows,
                                           std::size_t columns) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) fail("the tensor " + name + " is missing");
  const Tensor& t = found->second;
  if ((rows != 0 && t.rows != rows) || (columns != 0 && t.columns != columns)) {
    fail("the tensor " + name + " has the wrong size");
  }
  return t;
}

std::vector<float> ModelFile::read_floats(std::size_t offset, std::size_t count,
                                          const std::string& name) const {
  std::vector<float> values(count);
  std::memcpy(values.data(), payload_.data() + offset, count * sizeof(float));
  if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) {
    fail("the tensor " + name + " holds a value that is not a number");
  }
  return values;
}

CodeMatrix ModelFile::codes(const std::string& name, std::size_t rows, std::size_t columns) const {
  const Tensor& t = tensor(name, rows, columns);
  if (t.is_float) fail("the tensor " + name + " has the wrong type");
  const auto* first = reinterpret_cast<const std::int8_t*>(payload_.data() + t.offset);
  return {t.rows, t.columns, {first, t.rows * t.columns}, read_floats(t.scales, t.rows, name)};
}

FloatMatrix ModelFile::floats(const std::string& name, std::size_t rows, std::size_t columns) const {
  const Tensor& t = tensor(name, rows, columns);
  if (t.is_float) return {t.rows, t.columns, read_floats(t.offset, t.rows * t.columns, name)};
  const CodeMatrix m = codes(name, rows, columns);
  std::vector<float> values(m.codes.size());
  for (std::size_t r = 0; r < m.rows; ++r) {
    for (std::size_t c = 0; c < m.columns; ++c) {
      values[r * m.columns + c] = static_cast<float>(m.row(r)[c]) * m.scales[r];
    }
  }
  return {m.rows, m.columns, std::move(values)};
}

StringTable ModelFile::strings(const std::string& name) const {
  const auto found = tables_.find(name);
  if (found == tables_.end()) fail("the table " + name + " is missing");
  const Table& t = found->second;
  const std::size_t offsets = 4 * (t.count + 1);
  const auto table = payload_.subspan(t.offset, t.size);
  return {table.first(offsets), as_text(table.subspan(offsets))};
}

std::shared_ptr<const StringIndex> ModelFile::index(const std::string& name) const {
  auto& index = indices_[name];
  if (!index) index = std::make_shared<const StringIndex>(strings(name));
  return index;
}

}  // namespace newsgraph

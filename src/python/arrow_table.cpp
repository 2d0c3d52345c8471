#include "python/arrow_table.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <limits>

#include "support/error.h"

namespace newsgraph::python {
namespace {

constexpr std::size_t kRowsOfBatch = 65536;

const char* format_of(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "u";
    case ColumnType::texts:
      return "+l";
    case ColumnType::int32:
      return "i";
    case ColumnType::int64:
      return "l";
    case ColumnType::float32:
      return "f";
    case ColumnType::float64:
      return "g";
    case ColumnType::boolean:
      return "b";
  }
  return "n";
}

std::int32_t offset_of(std::size_t size) {
  if (size > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
    throw Error("the texts of a column are larger than 2 GiB");
  return static_cast<std::int32_t>(size);
}

// A schema and what it owns. Children release themselves first.
struct SchemaOwner {
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

void release_schema(ArrowSchema* schema) {
  std::unique_ptr<SchemaOwner> owner(static_cast<SchemaOwner*>(schema->private_data));
  for (ArrowSchema& child : owner->children)
    if (child.release != nullptr) child.release(&child);
  schema->release = nullptr;
}

void fill_schema(ArrowSchema& schema, const char* format, const std::string& name, bool nullable,
                 std::vector<ArrowSchema> children) {
  auto owner = std::make_unique<SchemaOwner>();
  owner->name = name;
  owner->children = std::move(children);
  for (ArrowSchema& child : owner->children) owner->pointers.push_back(&child);
  schema = {};
  schema.format = format;
  schema.name = owner->name.c_str();
  schema.flags = nullable ? ARROW_FLAG_NULLABLE : 0;
  schema.n_children = static_cast<std::int64_t>(owner->children.size());
  schema.children = owner->pointers.data();
  schema.release = release_schema;
  schema.private_data = owner.release();
}

ArrowSchema schema_of(const Column& column) {
  std::vector<ArrowSchema> children;
  if (column.type() == ColumnType::texts) {
    children.emplace_back();
    fill_schema(children.back(), "u", "item", true, {});
  }
  ArrowSchema schema;
  fill_schema(schema, format_of(column.type()), column.name(), column.nullable(), std::move(children));
  return schema;
}

// An array and what it owns.
struct ArrayOwner {
  std::vector<const void*> buffers;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  std::shared_ptr<Columns> columns;  // of the whole batch
};

void release_array(ArrowArray* array) {
  std::unique_ptr<ArrayOwner> owner(static_cast<ArrayOwner*>(array->private_data));
  for (ArrowArray& child : owner->children)
    if (child.release != nullptr) child.release(&child);
  array->release = nullptr;
}

void own(ArrowArray& array, std::unique_ptr<ArrayOwner> owner) {
  for (ArrowArray& child : owner->children) owner->pointers.push_back(&child);
  array.n_buffers = static_cast<std::int64_t>(owner->buffers.size());
  array.buffers = owner->buffers.data();
  array.n_children = static_cast<std::int64_t>(owner->children.size());
  array.children = owner->pointers.data();
  array.release = release_array;
  array.private_data = owner.release();
}

void export_batch(const std::shared_ptr<Columns>& columns, std::size_t rows, ArrowArray& out) {
  auto owner = std::make_unique<ArrayOwner>();
  owner->columns = columns;
  owner->buffers = {nullptr};
  for (Column& column : *columns) {
    owner->children.emplace_back();
    column.export_to(owner->children.back());
  }
  out = {};
  out.length = static_cast<std::int64_t>(rows);
  own(out, std::move(owner));
}

struct Stream {
  Table table;
  std::size_t next = 0;
  std::string error;

  int schema(ArrowSchema& out) {
    std::vector<ArrowSchema> children;
    for (const Column& column : table.columns()) children.push_back(schema_of(column));
    fill_schema(out, "+s", "", false, std::move(children));
    return 0;
  }

  int batch(ArrowArray& out) {
    out = {};
    if (next >= table.rows) return 0;
    const std::size_t end = std::min(table.rows, next + kRowsOfBatch);
    const auto columns = std::make_shared<Columns>(table.columns());
    table.fill(*columns, next, end);
    export_batch(columns, end - next, out);
    next = end;
    return 0;
  }
};

template <typename Work>
int guarded(ArrowArrayStream* stream, const Work& work) {
  auto& state = *static_cast<Stream*>(stream->private_data);
  try {
    return work(state);
  } catch (const std::bad_alloc&) {
    state.error = "out of memory";
    return ENOMEM;
  } catch (const std::exception& error) {
    state.error = error.what();
    return EIO;
  }
}

}  // namespace

void Column::mark(bool valid) {
  if (nullable_) {
    if (length_ % 8 == 0) validity_.push_back(0);
    if (valid) validity_.back() |= static_cast<std::uint8_t>(1U << (length_ % 8));
  }
  if (!valid) ++nulls_;
  ++length_;
}

void Column::add_text(std::string_view text) {
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  offsets_.push_back(offset_of(bytes_.size()));
}

template <typename Number>
void Column::append(Number value) {
  const std::size_t at = bytes_.size();
  bytes_.resize(at + sizeof value);
  std::memcpy(bytes_.data() + at, &value, sizeof value);
}

void Column::add(std::string_view text) {
  add_text(text);
  mark(true);
}

void Column::add_or_null(std::string_view text) {
  if (text.empty() && nullable_) return add_null();
  add(text);
}

void Column::add(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) add_text(text);
  lists_.push_back(offset_of(offsets_.size()));
  mark(true);
}

void Column::add(std::int64_t number) {
  if (type_ == ColumnType::int32)
    append(static_cast<std::int32_t>(number));
  else
    append(number);
  mark(true);
}

void Column::add(double number) {
  if (type_ == ColumnType::float32)
    append(static_cast<float>(number));
  else
    append(number);
  mark(true);
}

void Column::add(bool flag) {
  if (length_ % 8 == 0) bytes_.push_back(0);
  if (flag)
    bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | 1U << (length_ % 8));
  mark(true);
}

void Column::add_null() {
  switch (type_) {
    case ColumnType::text:
      offsets_.push_back(offset_of(bytes_.size()));
      break;
    case ColumnType::texts:
      lists_.push_back(offset_of(offsets_.size()));
      break;
    case ColumnType::int32:
      append(std::int32_t{0});
      break;
    case ColumnType::int64:
      append(std::int64_t{0});
      break;
    case ColumnType::float32:
      append(0.0F);
      break;
    case ColumnType::float64:
      append(0.0);
      break;
    case ColumnType::boolean:
      if (length_ % 8 == 0) bytes_.push_back(0);
      break;
  }
  mark(false);
}

bool Column::null_at(std::size_t row) const {
  return nullable_ && (static_cast<unsigned>(validity_[row / 8]) >> (row % 8) & 1U) == 0;
}

std::string_view Column::text_number(std::size_t i) const {
  const auto begin = static_cast<std::size_t>(i == 0 ? 0 : offsets_[i - 1]);
  return {bytes_.data() + begin, static_cast<std::size_t>(offsets_[i]) - begin};
}

std::string_view Column::text_at(std::size_t row) const {
  return text_number(row);
}

std::vector<std::string_view> Column::texts_at(std::size_t row) const {
  std::vector<std::string_view> texts;
  for (auto i = static_cast<std::size_t>(row == 0 ? 0 : lists_[row - 1]);
       i < static_cast<std::size_t>(lists_[row]); ++i)
    texts.push_back(text_number(i));
  return texts;
}

template <typename Number>
Number Column::value_at(std::size_t row) const {
  Number value;
  std::memcpy(&value, bytes_.data() + row * sizeof value, sizeof value);
  return value;
}

std::int64_t Column::integer_at(std::size_t row) const {
  return type_ == ColumnType::int32 ? value_at<std::int32_t>(row) : value_at<std::int64_t>(row);
}

double Column::number_at(std::size_t row) const {
  return type_ == ColumnType::float32 ? static_cast<double>(value_at<float>(row)) : value_at<double>(row);
}

bool Column::flag_at(std::size_t row) const {
  return (static_cast<unsigned char>(bytes_[row / 8]) >> (row % 8) & 1U) != 0;
}

void Column::export_to(ArrowArray& array) {
  auto owner = std::make_unique<ArrayOwner>();
  array = {};
  array.length = length_;
  array.null_count = nulls_;
  if (type_ == ColumnType::text || type_ == ColumnType::texts) offsets_.insert(offsets_.begin(), 0);
  if (type_ == ColumnType::texts) lists_.insert(lists_.begin(), 0);
  bytes_.push_back(0);  // never an empty buffer
  owner->buffers = {nulls_ == 0 ? nullptr : validity_.data()};
  if (type_ == ColumnType::text) {
    owner->buffers.push_back(offsets_.data());
    owner->buffers.push_back(bytes_.data());
  } else if (type_ == ColumnType::texts) {
    owner->buffers.push_back(lists_.data());
    ArrowArray& items = owner->children.emplace_back();
    items = {};
    items.length = static_cast<std::int64_t>(offsets_.size()) - 1;
    auto texts = std::make_unique<ArrayOwner>();
    texts->buffers = {nullptr, offsets_.data(), bytes_.data()};
    own(items, std::move(texts));
  } else {
    owner->buffers.push_back(bytes_.data());
  }
  own(array, std::move(owner));
}

std::unique_ptr<ArrowArrayStream> stream_of(Table table) {
  auto stream = std::make_unique<ArrowArrayStream>();
  auto state = std::make_unique<Stream>();
  state->table = std::move(table);
  stream->get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
    return guarded(self, [&](Stream& own) { return own.schema(*out); });
  };
  stream->get_next = [](ArrowArrayStream* self, ArrowArray* out) {
    return guarded(self, [&](Stream& own) { return own.batch(*out); });
  };
  stream->get_last_error = [](ArrowArrayStream* self) {
    const std::string& error = static_cast<Stream*>(self->private_data)->error;
    return error.empty() ? nullptr : error.c_str();
  };
  stream->release = [](ArrowArrayStream* self) {
    std::unique_ptr<Stream>(static_cast<Stream*>(self->private_data)).reset();
    self->release = nullptr;
  };
  stream->private_data = state.release();
  return stream;
}

}  // namespace newsgraph::python

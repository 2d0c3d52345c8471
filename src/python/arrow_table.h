// Tables in the Arrow C data interface (https://arrow.apache.org/docs/format/CDataInterface.html), so that
// pandas, Polars, DuckDB and pyarrow take them as they are. Nothing of Arrow is linked: the interface is
// three structs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_NULLABLE 2
extern "C" {
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};
}
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
extern "C" {
struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
  int (*get_next)(ArrowArrayStream*, ArrowArray*);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};
}
#endif

namespace newsgraph::python {

enum class ColumnType : std::uint8_t { text, texts, int32, int64, float32, float64, boolean };

// The values of one column. Call one of the adders for each row, that of the column's type.
class Column {
 public:
  Column(std::string name, ColumnType type, bool nullable = false)
      : name_(std::move(name)), type_(type), nullable_(nullable) {}

  void add(std::string_view text);
  // Null where the text is empty and the column takes null.
  void add_or_null(std::string_view text);
  void add(const std::vector<std::string_view>& texts);
  void add(std::int64_t number);
  void add(double number);
  void add(bool flag);
  void add_null();

  const std::string& name() const { return name_; }
  ColumnType type() const { return type_; }
  bool nullable() const { return nullable_; }
  std::int64_t length() const { return length_; }

  bool null_at(std::size_t row) const;
  std::string_view text_at(std::size_t row) const;
  std::vector<std::string_view> texts_at(std::size_t row) const;
  std::int64_t integer_at(std::size_t row) const;
  double number_at(std::size_t row) const;
  bool flag_at(std::size_t row) const;

  // Valid as long as the column, of which nothing may be asked any more.
  void export_to(ArrowArray& array);

 private:
  void add_text(std::string_view text);
  void mark(bool valid);
  std::string_view text_number(std::size_t i) const;
  template <typename Number>
  void append(Number value);
  template <typename Number>
  Number value_at(std::size_t row) const;

  std::string name_;
  ColumnType type_;
  bool nullable_;
  std::int64_t length_ = 0;
  std::int64_t nulls_ = 0;
  std::vector<std::uint8_t> validity_;
  std::vector<std::int32_t> lists_;    // ends of lists
  std::vector<std::int32_t> offsets_;  // ends of texts
  std::vector<char> bytes_;            // characters, numbers or bits
};

using Columns = std::vector<Column>;

// Rows that are made when somebody asks for them.
struct Table {
  std::function<Columns()> columns;                                        // without rows
  std::function<void(Columns&, std::size_t begin, std::size_t end)> fill;  // adds these rows
  std::size_t rows = 0;
};

// A stream of batches, owned by the caller; `release` has to be called before it is freed.
std::unique_ptr<ArrowArrayStream> stream_of(Table table);

}  // namespace newsgraph::python

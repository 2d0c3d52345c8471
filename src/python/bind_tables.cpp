#include <nanobind/nanobind.h>

#include "python/bindings.h"

namespace newsgraph::python {
namespace {

// A capsule that pandas, Polars, pyarrow and others take as a table.
nb::capsule capsule_of(const Table& table) {
  return {stream_of(table).release(), "arrow_array_stream", [](void* pointer) noexcept {
            const std::unique_ptr<ArrowArrayStream> stream(static_cast<ArrowArrayStream*>(pointer));
            if (stream->release != nullptr) stream->release(stream.get());
          }};
}

nb::object value_of(const Column& column, std::size_t row) {
  if (column.null_at(row)) return nb::none();
  switch (column.type()) {
    case ColumnType::text:
      return str_of(column.text_at(row));
    case ColumnType::texts: {
      nb::list texts;
      for (const std::string_view text : column.texts_at(row)) texts.append(str_of(text));
      return texts;
    }
    case ColumnType::int32:
    case ColumnType::int64:
      return nb::int_(column.integer_at(row));
    case ColumnType::float32:
    case ColumnType::float64:
      return nb::float_(column.number_at(row));
    case ColumnType::boolean:
      return nb::bool_(column.flag_at(row));
  }
  return nb::none();
}

// A list a column, of rows begin to end.
nb::dict lists_of(const Table& table, std::size_t begin, std::size_t end) {
  Columns columns = table.columns();
  end = std::min(end, table.rows);
  if (begin < end) {
    const nb::gil_scoped_release released;
    table.fill(columns, begin, end);
  }
  nb::dict dict;
  for (const Column& column : columns) {
    nb::list values;
    for (std::size_t row = 0; row < static_cast<std::size_t>(column.length()); ++row)
      values.append(value_of(column, row));
    dict[str_of(column.name())] = values;
  }
  return dict;
}

}  // namespace

void bind_tables(nb::module_& module) {
  nb::class_<Table>(module, "Table")
      .def_ro("rows", &Table::rows)
      .def("stream", &capsule_of)
      .def("lists", &lists_of);
}

}  // namespace newsgraph::python

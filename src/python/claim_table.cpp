#include "graph/content_ids.h"
#include "python/claim_block.h"
#include "support/hash.h"
#include "support/utf8.h"

namespace newsgraph::python {
namespace {

// Adds the columns of one row in the order in which claim_columns() has them.
class Row {
 public:
  explicit Row(Columns& columns) : columns_(columns) {}

  template <typename Value>
  Row& operator<<(const Value& value) {
    columns_[next_++].add(value);
    return *this;
  }
  Row& text(std::string_view value) {
    columns_[next_++].add_or_null(value);
    return *this;
  }
  Row& place(const Extent& extent) {
    return *this << static_cast<std::int64_t>(extent.begin) << static_cast<std::int64_t>(extent.end);
  }
  Row& names(const std::vector<std::string>& names) {
    return *this << std::vector<std::string_view>(names.begin(), names.end());
  }

 private:
  Columns& columns_;
  std::size_t next_ = 0;
};

void argument_columns(Columns& columns, const std::string& name) {
  columns.emplace_back(name + "_id", ColumnType::text, true);
  columns.emplace_back(name + "_name", ColumnType::text, true);
  columns.emplace_back(name + "_type", ColumnType::text, true);
  columns.emplace_back(name + "_text", ColumnType::text, true);
  columns.emplace_back(name + "_named", ColumnType::boolean);
  columns.emplace_back(name + "_start", ColumnType::int32);
  columns.emplace_back(name + "_end", ColumnType::int32);
  columns.emplace_back(name + "_aliases", ColumnType::texts);
}

void add(Row& row, const Argument& argument) {
  row.text(argument.entity).text(argument.name).text(argument.type).text(argument.text) << argument.named;
  row.place(argument.extent).names(argument.aliases);
}

Columns claim_columns() {
  Columns columns;
  columns.emplace_back("id", ColumnType::text);
  for (const char* field :
       {"document_id", "document_title", "document_date", "document_url", "document_file"})
    columns.emplace_back(field, ColumnType::text, true);
  argument_columns(columns, "subject");
  columns.emplace_back("relation", ColumnType::text);
  argument_columns(columns, "object");
  columns.emplace_back("status", ColumnType::text);
  columns.emplace_back("scope", ColumnType::text, true);
  argument_columns(columns, "speaker");
  columns.emplace_back("confidence", ColumnType::float64);
  columns.emplace_back("trigger", ColumnType::text, true);
  columns.emplace_back("trigger_start", ColumnType::int32);
  columns.emplace_back("trigger_end", ColumnType::int32);
  columns.emplace_back("rule", ColumnType::text, true);
  columns.emplace_back("sentence", ColumnType::text, true);
  columns.emplace_back("sentence_start", ColumnType::int32);
  columns.emplace_back("sentence_end", ColumnType::int32);
  for (const char* field : {"subject_node", "object_node", "edge"})
    columns.emplace_back(field, ColumnType::text);
  return columns;
}

void add(Columns& columns, const Claim& claim) {
  const Argument nobody;
  Row row(columns);
  row << std::string_view(claim.id);
  row.text(claim.document.id).text(claim.document.title).text(claim.document.date).text(claim.document.url);
  row.text(claim.document.file);
  add(row, claim.subject);
  row << std::string_view(claim.relation);
  add(row, claim.object);
  row << std::string_view(to_string(claim.status));
  row.text(claim.scope);
  add(row, claim.speaker ? *claim.speaker : nobody);
  row << claim.confidence;
  row.text(claim.trigger ? std::string_view(claim.trigger->text) : "");
  row.place(claim.trigger ? claim.trigger->extent : Extent{});
  row.text(claim.rule).text(claim.evidence.text).place(claim.evidence.extent);
  const std::string subject = node_of(claim.subject), object = node_of(claim.object);
  row << std::string_view(subject) << std::string_view(object) << std::string_view(edge_of(claim));
}

}  // namespace

std::string node_of(const Argument& argument) {
  return argument.entity.empty() ? unnamed_node_id(argument) : argument.entity;
}

std::string edge_of(const Claim& claim) {
  const std::string relation = utf8::without_controls(claim.relation);
  return "e_" +
         hex(edge_number(node_of(claim.subject), relation, node_of(claim.object), to_string(claim.status)));
}

Table claim_table(BlockPointer block) {
  const std::size_t rows = block->claims.size();
  return {.columns = claim_columns,
          .fill =
              [block = std::move(block)](Columns& columns, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) add(columns, block->claims[i]);
              },
          .rows = rows};
}

}  // namespace newsgraph::python

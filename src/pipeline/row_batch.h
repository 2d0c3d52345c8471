// Rows of relation tables on their way to another thread, with their texts.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "documents/relation_row.h"

namespace newsgraph {

class RowBatch {
 public:
  // Whether there is room for the row; in an empty batch there is for any.
  bool takes(const RelationRow& row) const {
    return rows_.empty() || (rows_.size() < kMostRows && text_.capacity() - text_.size() >= size_of(row));
  }
  void add(const RelationRow& row) {
    if (rows_.empty()) text_.reserve(std::max(kText, size_of(row)));  // views have to stay valid
    rows_.push_back(row);
    for (const auto field : kTexts) rows_.back().*field = keep(row.*field);
  }
  bool empty() const { return rows_.empty(); }
  const std::vector<RelationRow>& rows() const { return rows_; }

  template <typename Use>
  static void for_each_text(const RelationRow& row, const Use& use) {
    for (const auto field : kTexts) use(row.*field);
  }

 private:
  static constexpr std::size_t kMostRows = 512;
  static constexpr std::size_t kText = std::size_t{128} << 10;
  static constexpr std::array kTexts{
      &RelationRow::source,      &RelationRow::relation, &RelationRow::target, &RelationRow::date,
      &RelationRow::status,      &RelationRow::evidence, &RelationRow::url,    &RelationRow::source_type,
      &RelationRow::target_type, &RelationRow::scope,    &RelationRow::title,  &RelationRow::file,
      &RelationRow::within};

  static std::size_t size_of(const RelationRow& row) {
    std::size_t size = 0;
    for (const auto field : kTexts) size += (row.*field).size();
    return size;
  }
  std::string_view keep(std::string_view text) {
    const char* const start = text_.data() + text_.size();
    text_.insert(text_.end(), text.begin(), text.end());
    return {start, text.size()};
  }

  std::vector<char> text_;
  std::vector<RelationRow> rows_;
};

}  // namespace newsgraph

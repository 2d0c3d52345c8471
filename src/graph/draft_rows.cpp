#include "graph/draft_rows.h"

#include <array>
#include <vector>

#include "graph/intern_batch.h"

namespace newsgraph {
namespace {

// The texts of a row that are interned; source and target first.
struct RowTexts {
  static constexpr std::array kFields{&EdgeRow::source,      &EdgeRow::target, &EdgeRow::source_type,
                                      &EdgeRow::target_type, &EdgeRow::scope,  &EdgeRow::evidence,
                                      &EdgeRow::document,    &EdgeRow::title,  &EdgeRow::date,
                                      &EdgeRow::url,         &EdgeRow::file,   &EdgeRow::relation};
  enum Field {
    source,
    target,
    source_type,
    target_type,
    scope,
    evidence,
    document,
    title,
    date,
    url,
    file,
    relation
  };
  using Ids = std::array<StringId, kFields.size()>;
};

class RowAdder {
 public:
  explicit RowAdder(GraphDraft& draft) : draft_(draft) {
    for (const Status status : {Status::asserted, Status::planned, Status::ended, Status::denied})
      status_ids_[static_cast<std::size_t>(status)] = draft.pool().intern(to_string(status));
    statement_.rule = draft.pool().intern("table");
  }

  void add(std::span<const EdgeRow> rows) {
    intern(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      prefetch_names(i);
      add(rows[i], ids_[i]);
    }
  }

 private:
  // Neighbouring rows often speak of one document, or of one name.
  void intern(std::span<const EdgeRow> rows) {
    ids_.resize(rows.size());
    InternBatch batch(draft_.pool());
    const auto repeats = [&](std::size_t i, std::size_t field) {
      const auto text = RowTexts::kFields[field];
      return i > 0 && rows[i].*text == rows[i - 1].*text;
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t field = 0; field < ids_[i].size(); ++field)
        if (!repeats(i, field)) batch.add(rows[i].*RowTexts::kFields[field], ids_[i][field]);
    batch.finish();
    for (std::size_t i = 1; i < rows.size(); ++i)
      for (std::size_t field = 0; field < ids_[i].size(); ++field)
        if (repeats(i, field)) ids_[i][field] = ids_[i - 1][field];
  }

  void prefetch_names(std::size_t i) const {
    constexpr std::size_t kStep = 8;
    const RowNames& names = draft_.pending.names;
    for (const auto name : {RowTexts::source, RowTexts::target}) {
      if (i + 2 * kStep < ids_.size()) names.prefetch_place(ids_[i + 2 * kStep][name]);
      if (i + kStep < ids_.size()) names.prefetch_use(ids_[i + kStep][name]);
    }
  }

  void add(const EdgeRow& row, const RowTexts::Ids& ids) {
    PendingRows& pending = draft_.pending;
    const auto place = [&](auto name, auto type, bool acts) {
      return pending.names.add(ids[name], ids[type], acts);
    };
    pending.rows.push_back({.subject = place(RowTexts::source, RowTexts::source_type, true),
                            .object = place(RowTexts::target, RowTexts::target_type, row.target_acts),
                            .relation = ids[RowTexts::relation],
                            .status = status_ids_[static_cast<std::size_t>(row.status)]});
    statement_.claim = ShortId::from_number(row.claim, "c-", draft_.pool());
    statement_.document =
        draft_.documents.intern({ids[RowTexts::document], ids[RowTexts::title], ids[RowTexts::date],
                                 ids[RowTexts::url], ids[RowTexts::file]});
    statement_.subject_text = ids[RowTexts::source];
    statement_.object_text = ids[RowTexts::target];
    statement_.scope = ids[RowTexts::scope];
    statement_.text = ids[RowTexts::evidence];
    statement_.confidence = static_cast<float>(row.confidence);
    statement_.start = row.evidence.empty() ? Statement::kNoStart : 0;
    pending.statements.push_back(statement_);
  }

  GraphDraft& draft_;
  std::array<StringId, 4> status_ids_{};
  std::vector<RowTexts::Ids> ids_;  // by row
  Statement statement_;             // what all rows have alike stays
};

}  // namespace

void add_rows(GraphDraft& draft, std::span<const EdgeRow> rows) {
  RowAdder(draft).add(rows);
}

}  // namespace newsgraph

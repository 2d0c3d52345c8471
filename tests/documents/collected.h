// Everything that reading some inputs gives.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "documents/reader.h"
#include "support/temporary_folder.h"

// A RelationRow that outlives its call.
struct OwnedRow {
  std::string source, relation, target, date, status, evidence, url, source_type, target_type, scope, title;
  std::optional<double> confidence;
  std::string where;
};

struct Collected {
  std::vector<newsgraph::Document> documents;
  std::vector<OwnedRow> rows;
  std::vector<std::pair<newsgraph::InputKind, std::string>> others;  // kind and content
  newsgraph::ReadReport report;

  // "where: reason" of the first skipped input; empty where there is none.
  std::string skipped() const {
    return report.skipped.empty() ? "" : report.skipped[0].where + ": " + report.skipped[0].reason;
  }
};

inline Collected collect(const std::vector<std::string>& inputs, const newsgraph::ReadOptions& options = {}) {
  Collected all;
  newsgraph::ReadHandlers handlers;
  handlers.on_document = [&](newsgraph::Document&& document) {
    all.documents.push_back(std::move(document));
  };
  handlers.on_relation = [&](const newsgraph::RelationRow& row) {
    const auto own = [](std::string_view text) { return std::string(text); };
    all.rows.push_back({own(row.source), own(row.relation), own(row.target), own(row.date), own(row.status),
                        own(row.evidence), own(row.url), own(row.source_type), own(row.target_type),
                        own(row.scope), own(row.title), row.confidence, row.where()});
  };
  handlers.on_other = [&](newsgraph::OtherInput other) {
    all.others.emplace_back(other.kind, other.input.read_all(1 << 20));
  };
  all.report = newsgraph::read_inputs(inputs, options, handlers);
  return all;
}

// Of one file with this name and content.
inline Collected collect_file(const std::string& name, std::string_view content,
                              const newsgraph::ReadOptions& options = {}) {
  const TemporaryFolder folder;
  return collect({folder.write(name, content)}, options);
}

// The one article of such a file.
inline newsgraph::Document article_of(const std::string& name, std::string_view content,
                                      const newsgraph::ReadOptions& options = {}) {
  const Collected all = collect_file(name, content, options);
  INFO(all.skipped());
  REQUIRE(all.documents.size() == 1);
  return all.documents[0];
}

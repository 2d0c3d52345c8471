// Puts claims into a store: a SQLite file with documents, claims, entities and decisions.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <span>
#include <string>

#include "claims/record/claim.h"
#include "decisions/decision.h"
#include "documents/document.h"
#include "entities/entity.h"
#include "store/database.h"

namespace newsgraph {

// Everything happens in one transaction: until commit() the file is as it was, and a program that is killed
// leaves it so. Threads may share one.
class StoreWriter {
 public:
  // An empty store in memory, to be written elsewhere as bytes().
  StoreWriter();
  // The file, made where it is missing. One program at a time writes it: others wait, and `waiting` is called
  // when this one has to. Throws Error where it is no store.
  explicit StoreWriter(const std::string& path, std::function<void()> waiting = {});

  // Whether the article is in the store as it is now, or in a newer copy; `older` counts the latter. Where it
  // is not, its claims, of an earlier text with the same id or URL, go, but for rows of tables, and those
  // that are added later are its own; `replaced` counts it then.
  bool knows(const Document& document);
  // An older copy of an article, read in this run, too, counts no more. Its id may be that of the article.
  void forget(const std::string& older, const std::string& newer);
  // Into its document, in place of a claim with the same id there; of those that this run adds the one that a
  // graph would keep stays.
  void add(const Claim& claim);
  // With the other names that the store has for it.
  void add(const Entity& entity);
  // All that are in force now, in place of those before.
  void set_decisions(std::span<const Decision> decisions);

  std::uint64_t replaced() const { return replaced_; }
  std::uint64_t older() const { return older_; }
  void commit();
  // After commit().
  std::string bytes() const { return database_.bytes(); }

 private:
  std::int64_t document_of(const DocumentRef& document, std::string_view content,
                           std::string_view modified = {});
  void remove(std::int64_t document, bool was_read);
  bool has_newer_of_url(const Document& document);
  void remove_same_url(const Document& document);
  // Makes room for the claim; false where it has to give way to one of this run.
  bool make_room(const Claim& claim, std::int64_t document);

  std::mutex mutex_;
  Database database_;
  SqlStatement find_document_;
  SqlStatement find_url_;
  SqlStatement add_document_;
  SqlStatement change_document_;
  SqlStatement keep_origin_;  // the claims' own title, date and address, where the document's will change
  SqlStatement forget_content_;
  SqlStatement remove_document_;
  SqlStatement remove_claims_;
  SqlStatement remove_sentences_;
  SqlStatement find_claim_;
  SqlStatement remove_claim_;
  SqlStatement remove_sentence_;
  SqlStatement add_sentence_;
  SqlStatement add_claim_;
  SqlStatement find_entity_;
  SqlStatement add_entity_;
  std::set<std::int64_t> touched_;  // documents of this run
  std::int64_t last_before_ = 0;    // number of the last claim that was there before this run
  std::int64_t last_claim_ = 0;
  std::string last_id_;
  std::int64_t last_document_ = 0;
  std::uint64_t replaced_ = 0;
  std::uint64_t older_ = 0;
};

}  // namespace newsgraph

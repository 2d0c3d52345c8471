#include "store/store_writer.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "claims/record/claim_csv.h"
#include "decisions/decision_json.h"
#include "documents/edition.h"
#include "store/store_schema.h"
#include "support/error.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

using Json = nlohmann::json;

std::string content_of(const Document& document) {
  return hex(hash_fields({document.title, document.date, document.url, document.text}));
}

Database begun(Database&& database, std::function<void()> waiting) {
  database.wait_for_others(std::move(waiting));
  database.execute("BEGIN IMMEDIATE");
  if (is_empty(database)) create_store(database);
  upgrade_store(database, require_store(database));
  return std::move(database);
}

}  // namespace

StoreWriter::StoreWriter() : StoreWriter("", {}) {}

StoreWriter::StoreWriter(const std::string& path, std::function<void()> waiting)
    : database_(begun(path.empty() ? Database::in_memory("store") : Database(path, Database::Mode::write),
                      std::move(waiting))),
      find_document_(database_, "SELECT number, content, date, modified FROM documents WHERE id = ?"),
      find_url_(
          database_,
          "SELECT number, content, date, modified FROM documents WHERE url = ? AND url <> '' AND id <> ?"),
      add_document_(database_,
                    "INSERT INTO documents(id, content, title, date, url, file, modified) VALUES (?, ?, ?, "
                    "?, ?, ?, ?)"),
      change_document_(
          database_,
          "UPDATE documents SET content = ?, title = ?, date = ?, url = ?, file = ?, modified = ? "
          "WHERE number = ?"),
      keep_origin_(
          database_,
          "UPDATE claims SET title = coalesce(claims.title, d.title), date = coalesce(claims.date, d.date), "
          "url = coalesce(claims.url, d.url), file = coalesce(claims.file, d.file) "
          "FROM documents d WHERE d.number = claims.document AND d.number = ?"),
      forget_content_(database_, "UPDATE documents SET content = '' WHERE number = ?"),
      remove_document_(database_,
                       "DELETE FROM documents WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM claims WHERE "
                       "document = ?1)"),
      remove_claims_(database_, "DELETE FROM claims WHERE document = ? AND rule <> 'table'"),
      remove_sentences_(
          database_,
          "INSERT INTO sentences(sentences, rowid, evidence) "
          "SELECT 'delete', number, evidence FROM claims WHERE document = ? AND rule <> 'table'"),
      find_claim_(
          database_,
          "SELECT c.number, c.verdict, c.confidence, coalesce(c.date, d.date), coalesce(c.url, d.url), "
          "coalesce(c.title, d.title), coalesce(c.file, d.file) "
          "FROM claims c JOIN documents d ON d.number = c.document WHERE c.document = ? AND c.id = ?"),
      remove_claim_(database_, "DELETE FROM claims WHERE number = ?"),
      remove_sentence_(database_,
                       "INSERT INTO sentences(sentences, rowid, evidence) "
                       "SELECT 'delete', number, evidence FROM claims WHERE number = ?"),
      add_sentence_(database_, "INSERT INTO sentences(rowid, evidence) VALUES (?, ?)"),
      add_claim_(
          database_,
          "INSERT INTO claims(id, document, verdict, source, relation, target, status, scope, confidence, "
          "source_type, target_type, source_text, target_text, source_named, target_named, source_id, "
          "target_id, speaker, trigger, rule, evidence, details, number, title, date, url, file) "
          "SELECT ?, d.number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "nullif(?, d.title), nullif(?, d.date), nullif(?, d.url), nullif(?, d.file) "
          "FROM documents d WHERE d.number = ?"),
      find_entity_(database_, "SELECT name, aliases FROM entities WHERE id = ?"),
      add_entity_(database_, "INSERT OR REPLACE INTO entities(id, name, type, aliases) VALUES (?, ?, ?, ?)") {
  SqlStatement last(database_, "SELECT max(number) FROM claims");
  while (last.step()) last_claim_ = last_before_ = last.integer(0);
}

// What an article was found to say; rows of tables about it stay, for nobody has changed them. `was_read`: it
// had been read, not only named by claims.
void StoreWriter::remove(std::int64_t document, bool was_read) {
  remove_sentences_.bind(0, document).run();  // before that which it says goes
  remove_claims_.bind(0, document).run();
  if (was_read || database_.changed_rows() != 0) ++replaced_;
  keep_origin_.bind(0, document).run();
}

// The article that had this address before, unless this run has read it: pages of one address are not one
// article.
void StoreWriter::remove_same_url(const Document& document) {
  std::vector<std::pair<std::int64_t, bool>> others;
  find_url_.bind(0, document.url).bind(1, document.id);
  while (find_url_.step()) others.emplace_back(find_url_.integer(0), !find_url_.text(1).empty());
  for (const auto& [other, was_read] : others) {
    if (touched_.contains(other)) continue;
    remove(other, was_read);
    forget_content_.bind(0, other).run();
    remove_document_.bind(0, other).run();
  }
}

// Whether the store has the article in a newer copy under this address, which this run has not read: pages of
// one address are not one article.
bool StoreWriter::has_newer_of_url(const Document& document) {
  const Edition own = edition_of(document.date, document.modified);
  bool newer = false;
  find_url_.bind(0, document.url).bind(1, document.id);
  while (find_url_.step()) {
    const bool was_read = !find_url_.text(1).empty() && !touched_.contains(find_url_.integer(0));
    newer = newer || (was_read && compare(own, edition_of(find_url_.text(2), find_url_.text(3))) < 0);
  }
  return newer;
}

bool StoreWriter::knows(const Document& document) {
  const std::lock_guard lock(mutex_);
  const std::string content = content_of(document);
  find_document_.bind(0, document.id);
  const bool found = find_document_.step();
  const std::int64_t number = found ? find_document_.integer(0) : 0;
  const bool same = found && find_document_.text(1) == content;
  const bool was_read = found && !find_document_.text(1).empty();
  const Edition stored = was_read ? edition_of(find_document_.text(2), find_document_.text(3)) : Edition();
  while (found && find_document_.step()) {
  }
  const bool older =
      found ? compare(edition_of(document.date, document.modified), stored) < 0 : has_newer_of_url(document);
  older_ += !same && older ? 1 : 0;
  if (same || older) {
    if (found) touched_.insert(number);
    return true;
  }
  const DocumentRef ref{document.id, document.title, document.date, document.url,
                        document.url.empty() ? document.file : std::string()};
  if (!found) {
    remove_same_url(document);
    document_of(ref, content, document.modified);
    return false;
  }
  remove(number, was_read);
  change_document_.bind(0, content).bind(1, ref.title).bind(2, ref.date).bind(3, ref.url).bind(4, ref.file);
  change_document_.bind(5, document.modified).bind(6, number).run();
  touched_.insert(number);
  return false;
}

void StoreWriter::forget(const std::string& older, const std::string& newer) {
  const std::lock_guard lock(mutex_);
  std::int64_t number = 0;
  find_document_.bind(0, older);
  while (find_document_.step()) number = find_document_.integer(0);
  if (number == 0) return;
  remove_sentences_.bind(0, number).run();  // before that which it says goes
  remove_claims_.bind(0, number).run();
  last_document_ = 0;
  if (older == newer) return;
  keep_origin_.bind(0, number).run();
  forget_content_.bind(0, number).run();
  remove_document_.bind(0, number).run();
}

std::int64_t StoreWriter::document_of(const DocumentRef& document, std::string_view content,
                                      std::string_view modified) {
  if (last_document_ != 0 && document.id == last_id_) return last_document_;
  find_document_.bind(0, document.id);
  std::int64_t number = 0;
  while (find_document_.step()) number = find_document_.integer(0);
  if (number == 0) {
    add_document_.bind(0, document.id).bind(1, content).bind(2, document.title).bind(3, document.date);
    add_document_.bind(4, document.url).bind(5, document.file).bind(6, modified).run();
    number = database_.last_row();
  }
  touched_.insert(number);
  last_id_ = document.id;
  return last_document_ = number;
}

bool StoreWriter::make_room(const Claim& claim, std::int64_t document) {
  const DocumentRef& from = claim.document;
  using Text = std::string_view;
  const auto rank = std::tuple(claim.verdict.empty(), -claim.confidence, Text(from.date), Text(from.url),
                               Text(from.title), Text(from.file));
  std::int64_t number = 0;
  bool better = false;
  find_claim_.bind(0, document).bind(1, claim.id);
  while (find_claim_.step()) {
    number = find_claim_.integer(0);
    better = number > last_before_ &&
             std::tuple(find_claim_.text(1).empty(), -find_claim_.real(2), find_claim_.text(3),
                        find_claim_.text(4), find_claim_.text(5), find_claim_.text(6)) < rank;
  }
  if (better) return false;
  if (number == 0) return true;
  remove_sentence_.bind(0, number).run();  // before that which it says goes
  remove_claim_.bind(0, number).run();
  return true;
}

void StoreWriter::add(const Claim& claim) {
  const std::lock_guard lock(mutex_);
  const std::int64_t document = document_of(claim.document, "");
  if (!make_room(claim, document)) return;
  if (last_claim_ == std::numeric_limits<std::int64_t>::max())
    throw Error("is a store without numbers for more claims", database_.name());
  const auto named = [](const Argument& argument) { return std::int64_t{argument.named}; };
  add_claim_.bind(0, claim.id).bind(1, claim.verdict);
  add_claim_.bind(2, claim.subject.name).bind(3, claim.relation).bind(4, claim.object.name);
  add_claim_.bind(5, to_string(claim.status)).bind(6, claim.scope).bind(7, claim.confidence);
  add_claim_.bind(8, claim.subject.type).bind(9, claim.object.type);
  add_claim_.bind(10, claim.subject.text).bind(11, claim.object.text);
  add_claim_.bind(12, named(claim.subject)).bind(13, named(claim.object));
  add_claim_.bind(14, claim.subject.entity).bind(15, claim.object.entity);
  add_claim_.bind(16, claim.speaker ? claim.speaker->name : std::string());
  add_claim_.bind(17, claim.trigger ? claim.trigger->text : std::string());
  add_claim_.bind(18, claim.rule).bind(19, claim.evidence.text).bind(20, claim_details(claim));
  add_claim_.bind(21, ++last_claim_).bind(22, claim.document.title).bind(23, claim.document.date);
  add_claim_.bind(24, claim.document.url).bind(25, claim.document.file).bind(26, document).run();
  // No trigger does this: in a schema that is not trusted none may.
  add_sentence_.bind(0, last_claim_).bind(1, claim.evidence.text).run();
}

void StoreWriter::add(const Entity& entity) {
  const std::lock_guard lock(mutex_);
  std::set<std::string> aliases(entity.aliases.begin(), entity.aliases.end());
  find_entity_.bind(0, entity.id);
  while (find_entity_.step()) {
    aliases.insert(std::string(find_entity_.text(0)));
    const Json known = Json::parse(find_entity_.text(1), nullptr, false);
    for (const Json& alias : known)
      if (alias.is_string()) aliases.insert(alias.get<std::string>());
  }
  aliases.erase(entity.name);
  add_entity_.bind(0, entity.id).bind(1, entity.name).bind(2, entity.type);
  add_entity_.bind(3, Json(aliases).dump(-1, ' ', false, Json::error_handler_t::replace)).run();
}

void StoreWriter::set_decisions(std::span<const Decision> decisions) {
  const std::lock_guard lock(mutex_);
  database_.execute("DELETE FROM decisions; UPDATE claims SET decided = '' WHERE decided <> ''");
  SqlStatement add_line(database_, "INSERT INTO decisions(line) VALUES (?)");
  SqlStatement decide(database_, "UPDATE claims SET decided = ? WHERE id = ?");
  for (const Decision& decision : decisions) {
    add_line.bind(0, decision_to_json(decision)).run();
    if (decision.matter == Matter::claim && !decision.claim.empty())
      decide.bind(0, to_string(decision.verb)).bind(1, decision.claim).run();
  }
}

void StoreWriter::commit() {
  const std::lock_guard lock(mutex_);
  database_.execute("COMMIT");
}

}  // namespace newsgraph

#include "store/database.h"

#include <sqlite3.h>

#include <chrono>
#include <cstring>
#include <thread>

#include "support/error.h"

namespace newsgraph {
namespace {

constexpr const char* kMemory = ":memory:";

// Called by SQLite when another program holds the file: waits a little, however often.
int wait_a_little(void* context, int times) {
  auto& waiting = *static_cast<std::function<void()>*>(context);
  if (times == 0 && waiting) waiting();
  std::this_thread::sleep_for(std::chrono::milliseconds(times < 20 ? 10 : 100));
  return 1;
}

const char* remedy_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "Free some space, or write elsewhere.";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "Take a copy that is whole, or make the store anew.";
    case SQLITE_NOMEM:  // also where a damaged file claims more than 2 GB for one thing
      return "Free some memory. Where there is enough, the store is damaged: take a copy that is whole, or "
             "make it anew.";
    default:
      return "";
  }
}

}  // namespace

void SqlStatement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

SqlStatement::SqlStatement(Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database.fail();
}

SqlStatement& SqlStatement::bind(int parameter, std::string_view text) {
  // A text without bytes is empty, not NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  if (sqlite3_bind_text64(statement_.get(), parameter + 1, bytes, text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8) != SQLITE_OK)
    database_.fail();
  return *this;
}

SqlStatement& SqlStatement::bind(int parameter, std::int64_t number) {
  if (sqlite3_bind_int64(statement_.get(), parameter + 1, number) != SQLITE_OK) database_.fail();
  return *this;
}

SqlStatement& SqlStatement::bind(int parameter, double number) {
  if (sqlite3_bind_double(statement_.get(), parameter + 1, number) != SQLITE_OK) database_.fail();
  return *this;
}

bool SqlStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  if (code != SQLITE_DONE) database_.fail();
  return false;
}

std::string_view SqlStatement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t SqlStatement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double SqlStatement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* handle) const noexcept {
  sqlite3_close_v2(handle);
}

Database::Database(std::string name, const std::string& file, int flags)
    : name_(std::move(name)), waiting_(std::make_unique<std::function<void()>>()) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_FULLMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail();
  harden();
}

Database::Database(const std::string& path, Mode mode)
    : Database(path, path,
               mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {}

Database Database::in_memory(const std::string& name) {
  return {name, kMemory, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}

Database Database::of_bytes(std::string_view bytes, const std::string& name) {
  Database database = in_memory(name);
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size() + 1));
  if (copy == nullptr) throw std::bad_alloc();
  std::memcpy(copy, bytes.data(), bytes.size());
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY;
  if (sqlite3_deserialize(database.handle(), "main", copy, size, size, flags) != SQLITE_OK) database.fail();
  return database;
}

// A file of a stranger: its schema is not believed, its cells are checked.
void Database::harden() {
  sqlite3* handle = handle_.get();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_busy_handler(handle, wait_a_little, waiting_.get());
}

void Database::wait_for_others(std::function<void()> waiting) {
  *waiting_ = std::move(waiting);
}

void Database::execute(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle_.get());
}

int Database::changed_rows() const {
  return sqlite3_changes(handle_.get());
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> copy(
      sqlite3_serialize(handle_.get(), "main", &size, 0), sqlite3_free);
  if (copy == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(copy.get()), static_cast<std::size_t>(size)};
}

void Database::fail() const {
  const int code = sqlite3_extended_errcode(handle_.get());
  throw Error(std::string("the store: ") + sqlite3_errmsg(handle_.get()), name_, remedy_of(code));
}

}  // namespace newsgraph

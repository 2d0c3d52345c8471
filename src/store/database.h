// SQLite, with errors as Error and handles that close themselves.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace newsgraph {

class Database;

// A prepared statement. Columns and parameters count from 0.
class SqlStatement {
 public:
  SqlStatement(Database& database, std::string_view sql);

  SqlStatement& bind(int parameter, std::string_view text);  // copied
  SqlStatement& bind(int parameter, std::int64_t number);
  SqlStatement& bind(int parameter, double number);
  // The next row; false at the end, where the statement is ready to run anew. Throws Error.
  bool step();
  // For a statement without rows.
  void run() {
    while (step()) {
    }
  }
  std::string_view text(int column) const;  // valid until the next step()
  std::int64_t integer(int column) const;
  double real(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  enum class Mode { read, write };
  // A file; where it is to be written, it is made if it is missing. Nothing in it is run: no functions of its
  // schema, no views in place of tables. Throws Error.
  Database(const std::string& path, Mode mode);
  // In memory; `name` is for messages.
  static Database in_memory(const std::string& name);
  // A file's bytes, to be read.
  static Database of_bytes(std::string_view bytes, const std::string& name);

  const std::string& name() const { return name_; }
  sqlite3* handle() const { return handle_.get(); }
  void execute(const char* sql);  // several statements; throws Error
  std::int64_t last_row() const;
  int changed_rows() const;  // by the last statement
  // The file that it would be.
  std::string bytes() const;
  // Waits as long as another program writes; `waiting` is called once when it has to.
  void wait_for_others(std::function<void()> waiting);
  [[noreturn]] void fail() const;  // with what SQLite says

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept;
  };
  Database(std::string name, const std::string& file, int flags);
  void harden();

  std::string name_;
  std::unique_ptr<std::function<void()>> waiting_;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace newsgraph

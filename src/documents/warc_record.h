// The records of a web archive (ISO 28500), one after the other.
#pragma once

#include <cstdint>
#include <string>

#include "documents/headers.h"
#include "documents/read_context.h"
#include "support/source.h"

namespace newsgraph {

class WarcRecords {
 public:
  WarcRecords(Input& input, ReadContext& context) : input_(input), context_(context) {}

  // To the headers of the next record; false at the end. What lies between records and is none is named and
  // passed over.
  bool next();
  const Headers& headers() const { return headers_; }
  std::uint64_t length() const { return length_; }
  // "dump.warc.gz: record 17 (https://…)".
  std::string where() const;

  // The content. Throws Error where the archive ends before it does.
  std::string read();
  // Passes over it.
  void skip();

 private:
  bool to_version_line();
  bool read_headers();
  void complain(const std::string& reason);

  Input& input_;
  ReadContext& context_;
  Headers headers_;
  std::uint64_t length_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace newsgraph

// Archives and web archives for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#ifdef NEWSGRAPH_HAS_BROTLI
#include <brotli/encode.h>
#endif

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/compress.h"

using PackedFiles = std::vector<std::pair<std::string, std::string>>;  // names and contents

inline std::string packed(const PackedFiles& files, int (*set_format)(archive*)) {
  std::string bytes(1 << 20, '\0');
  for (const auto& [name, content] : files) bytes.resize(bytes.size() + content.size() + 2048);
  std::size_t used = 0;
  archive* writer = archive_write_new();
  set_format(writer);
  if (archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) != ARCHIVE_OK)
    throw std::runtime_error("zip");
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return bytes.substr(0, used);
}

inline std::string zip_of(const PackedFiles& files) {
  return packed(files, archive_write_set_format_zip);
}
inline std::string tar_of(const PackedFiles& files) {
  return packed(files, archive_write_set_format_ustar);
}
inline std::string seven_zip_of(const PackedFiles& files) {
  return packed(files, archive_write_set_format_7zip);
}

inline std::string gzip_of(std::string_view bytes) {
  std::string out;
  const auto gzip = newsgraph::make_gzip();
  gzip->add(bytes, out);
  gzip->end(out);
  return out;
}

#ifdef NEWSGRAPH_HAS_BROTLI
inline std::string brotli_of(std::string_view bytes) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (!BrotliEncoderCompress(BROTLI_DEFAULT_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                             in, &size, reinterpret_cast<std::uint8_t*>(out.data())))
    throw std::runtime_error("brotli");
  return out.substr(0, size);
}
#endif

// A record of a web archive; `more` are further header lines.
inline std::string warc_record(std::string_view type, std::string_view url, std::string_view content_type,
                               std::string_view content, std::string_view more = "", long length = -1) {
  std::string record = "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\n";
  if (!url.empty()) record += "WARC-Target-URI: " + std::string(url) + "\r\n";
  record += "WARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: " + std::string(content_type) + "\r\n";
  record += std::string(more) +
            "Content-Length: " + std::to_string(length < 0 ? static_cast<long>(content.size()) : length) +
            "\r\n\r\n";
  return record + std::string(content) + "\r\n\r\n";
}

inline std::string http_answer(std::string_view body,
                               std::string_view headers = "Content-Type: text/html\r\n",
                               std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

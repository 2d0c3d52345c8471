#include "documents/binary.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace newsgraph {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view reason;
};

using namespace std::string_view_literals;

// First bytes, as in the file(1) database.
constexpr std::array kSignatures = std::to_array<Signature>({
    {"%PDF-"sv, "PDF: convert it to text first, for example with pdftotext"},
    {"{\\rtf"sv, "RTF: convert it to text first, for example with pandoc"},
    {"PK\x03\x04"sv, "a ZIP archive: read it with --from archive, or unpack it"},
    {"PK\x05\x06"sv, "an empty ZIP archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office document: convert it to text first"},
    {"\x7F"
     "ELF"sv,
     "a program, not text"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture, not text"},
    {"\x89PNG"sv, "a PNG picture, not text"},
    {"GIF8"sv, "a GIF picture, not text"},
    {"RIFF"sv, "a picture, sound or film, not text"},
    {"ID3"sv, "a sound file, not text"},
    {"OggS"sv, "a sound file, not text"},
    {"BZh"sv, "an empty bzip2 file"},
    {"Rar!"sv, "a RAR archive: unpack it first"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive: read it with --from archive, or unpack it"},
    {"SQLite format 3"sv, "an SQLite database: export a table as CSV first"},
    {"filedesc://"sv,
     "an ARC file, of web archives before WARC: convert it first, for example with warcio recompress"},
    {"PAR1"sv, "a Parquet file: export it as CSV or JSONL first"},
});

}  // namespace

std::string foreign_office(std::string_view start) {
  if (!start.starts_with("PK\x03\x04")) return {};
  const auto holds = [&](std::string_view file) { return start.find(file) != std::string_view::npos; };
  if (holds("ppt/presentation.xml")) return "a PowerPoint file: save it as text first";
  return {};
}

std::string binary_reason(std::string_view start) {
  if (std::string reason = foreign_office(start); !reason.empty()) return reason;
  for (const auto& [bytes, reason] : kSignatures) {
    if (start.starts_with(bytes)) return std::string(reason);
  }
  // Some texts have a stray zero byte; data that is not text has many, or other control characters.
  constexpr std::size_t kLookAt = 8192;
  start = start.substr(0, kLookAt);
  const auto strange = std::count_if(start.begin(), start.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r')) && c != '\x1b';
  });
  return strange * 50 > std::ssize(start) ? "binary data, not text" : "";
}

}  // namespace newsgraph

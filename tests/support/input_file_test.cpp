#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <string>

#include "catch.h"
#include "support/compress.h"
#include "support/error.h"
#include "support/input_file.h"
#include "support/temporary_folder.h"

using namespace newsgraph;

namespace {

std::string compressed(Compressor& compressor, std::string_view text) {
  std::string bytes;
  compressor.add(text, bytes);
  compressor.end(bytes);
  return bytes;
}
std::string gzip(std::string_view text) {
  return compressed(*make_gzip(), text);
}
std::string zstd(std::string_view text) {
  return compressed(*make_zstd(), text);
}

std::string varied(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i) text += std::to_string(i * 2654435761u) + "\n";
  return text;
}

std::string failure_of(const std::string& path, const Limits& limits = {}) {
  try {
    read_file(path, limits);
  } catch (const Error& error) {
    return error.message();
  }
  return "";
}

}  // namespace

TEST_CASE("compressed files are read as what is inside") {
  const TemporaryFolder folder;
  const std::string text = varied(1'000'000);
  CHECK(read_file(folder.write("a.txt", text)) == text);
  CHECK(read_file(folder.write("a.txt.gz", gzip(text))) == text);
  CHECK(read_file(folder.write("a.txt.zst", zstd(text))) == text);
  CHECK(read_file(folder.write("unnamed", gzip(text))) == text);
  CHECK(read_file(folder.write("two.gz", gzip("one\n") + gzip("two\n"))) == "one\ntwo\n");
  CHECK(read_file(folder.write("two.zst", zstd("one\n") + zstd("two\n"))) == "one\ntwo\n");
  CHECK(read_file(folder.write("tape.gz", gzip("one\n") + std::string(512, '\0'))) == "one\n");
  CHECK(read_file(folder.write("none.gz", gzip(""))).empty());
}

TEST_CASE("damaged compressed files are named, wherever they are cut") {
  const TemporaryFolder folder;
  const std::string text = varied(5000);
  for (const std::string& bytes : {gzip(text), zstd(text)}) {
    for (std::size_t size = 5; size < bytes.size(); size += 7) {
      const std::string path = folder.write("cut", bytes.substr(0, size));
      CHECK(failure_of(path).find("ends too early") != std::string::npos);
    }
    std::string damaged = bytes;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    CHECK(failure_of(folder.write("damaged", damaged)) != "");
  }
  CHECK(failure_of(folder.write("more.gz", gzip("a") + std::string("\0\0text", 6))).find("something else") !=
        std::string::npos);
  CHECK(failure_of(folder.write("plain.gz", "just text")).find("is not compressed") != std::string::npos);
}

TEST_CASE("a small file that grows without end stops at the limit") {
  const TemporaryFolder folder;
  Limits limits;
  limits.input_bytes = 1 << 20;
  limits.document_bytes = std::size_t{1} << 30;
  const std::string zeros(20 << 20, 'a');
  for (const std::string& bytes : {gzip(zeros), zstd(zeros)}) {
    const std::string message = failure_of(folder.write("bomb", bytes), limits);
    CHECK(message.find("more than 1 MiB") != std::string::npos);
    CHECK(message.find("--max-input-size") != std::string::npos);
  }
  limits = {};
  limits.document_bytes = 1 << 20;
  CHECK(failure_of(folder.write("large", zeros), limits).find("--max-document-size") != std::string::npos);
}

TEST_CASE("what is no readable file is named") {
  const TemporaryFolder folder;
  CHECK(failure_of(folder.path("missing")).find("No such file") != std::string::npos);
  CHECK(failure_of(folder.path()).find("is a folder") != std::string::npos);
  if (::geteuid() != 0) {
    const std::string path = folder.write("secret", "text");
    ::chmod(path.c_str(), 0);
    CHECK(failure_of(path).find("Permission denied") != std::string::npos);
  }
}

TEST_CASE("lines end with either line end, or with the input") {
  Input input("test", std::make_unique<MemorySource>("one\r\ntwo\n\nlast"));
  Input::Line line;
  std::string joined;
  while (input.read_line(line, 100)) joined += "[" + std::string(line.text) + "]";
  CHECK(joined == "[one][two][][last]");
}

TEST_CASE("a line over the limit is dropped, the next ones are read") {
  const std::string text =
      "short\n" + std::string(2'000'000, 'x') + "\nafter\n" + std::string(11, 'y') + "\nend";
  Input input("test", std::make_unique<MemorySource>(text));
  Input::Line line;
  std::string seen;
  while (input.read_line(line, 10)) seen += line.overlong ? "(long)" : "[" + std::string(line.text) + "]";
  CHECK(seen == "[short](long)[after](long)[end]");
}

TEST_CASE("looking ahead consumes nothing") {
  const std::string text = varied(2'000'000);
  Input input("test", std::make_unique<MemorySource>(text));
  CHECK(input.peek(1'000'000).substr(0, 100) == text.substr(0, 100));
  input.skip(10);
  CHECK(input.read_all(text.size()) == text.substr(10));
  CHECK(input.peek(1).empty());
}

TEST_CASE("bytes are counted before decompression") {
  const TemporaryFolder folder;
  const std::string bytes = gzip(std::string(100'000, 'a'));
  std::atomic<std::uint64_t> counted{0};
  open_input(folder.write("a.gz", bytes), {}, &counted)->read_all(1'000'000);
  CHECK(counted == bytes.size());
  CHECK(file_size(folder.path("a.gz")) == bytes.size());
}

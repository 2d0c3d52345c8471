#include "support/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <clocale>

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "support/error.h"
#include "support/temporary_file.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

// libarchive translates names to the character set of the locale. For this thread and scope it is UTF-8.
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_) before_ = uselocale(locale_);
  }
  ~Utf8Names() {
    if (!locale_) return;
    uselocale(before_);
    freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

// libarchive over a Source. What the source throws goes around libarchive, which is C.
class Reader {
 public:
  Reader(Source& source, std::string name)
      : source_(source), name_(std::move(name)), archive_(archive_read_new()), block_(kBlock) {
    if (!archive_) throw std::bad_alloc();
  }
  ~Reader() { archive_read_free(archive_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  archive* get() const { return archive_; }
  const std::string& name() const { return name_; }

  void open(const char* what) { check(archive_read_open(archive_, this, nullptr, give, nullptr), what); }
  // For formats that are not read from front to back.
  void open_file(int file, const char* what) { check(archive_read_open_fd(archive_, file, kBlock), what); }

  // Throws unless the result is a success or a warning.
  void check(int result, const std::string& what) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    if (result >= ARCHIVE_WARN) return;
    const char* reason = archive_error_string(archive_);
    throw Error(what + (reason ? std::string(": ") + reason : ""), name_);
  }

 private:
  static la_ssize_t give(archive*, void* self, const void** bytes) {
    auto& reader = *static_cast<Reader*>(self);
    *bytes = reader.block_.data();
    try {
      return static_cast<la_ssize_t>(reader.source_.read(reader.block_.data(), reader.block_.size()));
    } catch (...) {
      reader.failure_ = std::current_exception();
      archive_set_error(reader.archive_, -1, "cannot be read");
      return -1;
    }
  }

  Source& source_;
  std::string name_;
  archive* archive_;
  std::vector<char> block_;
  std::exception_ptr failure_;
};

// One stream without files in it.
class Decompressed final : public Source {
 public:
  Decompressed(std::unique_ptr<Source> source, const std::string& name)
      : source_(std::move(source)), reader_(*source_, name) {
    // A libarchive that was built without these would start the program of that name.
    if (archive_read_support_filter_xz(reader_.get()) != ARCHIVE_OK ||
        archive_read_support_filter_bzip2(reader_.get()) != ARCHIVE_OK) {
      throw Error("libarchive was built without xz or bzip2", name, "Decompress it first.");
    }
    archive_read_support_format_raw(reader_.get());
    archive_read_support_format_empty(reader_.get());
    reader_.open(kDamaged);
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader_.get(), &entry);
    reader_.check(result, kDamaged);
    at_end_ = result == ARCHIVE_EOF;
  }

  std::size_t read(char* bytes, std::size_t size) override {
    if (at_end_ || size == 0) return 0;
    const la_ssize_t taken = archive_read_data(reader_.get(), bytes, size);
    reader_.check(taken < 0 ? static_cast<int>(taken) : ARCHIVE_OK, kDamaged);
    at_end_ = taken <= 0;
    return taken < 0 ? 0 : static_cast<std::size_t>(taken);
  }

 private:
  static constexpr const char* kDamaged = "the compressed data is damaged or ends too early";
  std::unique_ptr<Source> source_;
  Reader reader_;
  bool at_end_ = false;
};

std::string shown_path(const char* path) {
  if (!path) return {};
  std::string text = path;
  utf8::repair(text);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return utf8::without_controls(text);
}

}  // namespace

bool looks_like_zip(std::string_view start) {
  return start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06") ||
         start.starts_with("PK\x07\x08PK\x03\x04");
}

bool looks_like_tar(std::string_view start) {
  constexpr std::size_t kMagic = 257;
  return start.size() >= 512 && start.substr(kMagic, 5) == "ustar";
}

bool looks_like_7z(std::string_view start) {
  return start.starts_with("7z\xBC\xAF\x27\x1C");
}

struct Archive::Impl : Reader {
  using Reader::Reader;
  bool damaged = false;
  std::optional<FileDescriptor> copy;  // of the whole archive, where it has to be sought in
};

Archive::Archive(Input& input, std::string name) : impl_(std::make_unique<Impl>(input, std::move(name))) {
  constexpr const char* kCannotOpen = "the archive cannot be opened";
  constexpr std::size_t kMagic = 6;
  if (looks_like_7z(input.peek(kMagic))) {
    impl_->copy = copy_to_temporary_file(input, impl_->name());
    archive_read_support_format_7zip(impl_->get());
    impl_->open_file(impl_->copy->get(), kCannotOpen);
    return;
  }
  // These two alone: the less of libarchive strangers reach, the better.
  archive_read_support_format_zip_streamable(impl_->get());
  archive_read_support_format_tar(impl_->get());
  impl_->open(kCannotOpen);
}

Archive::~Archive() = default;

bool Archive::next(ArchiveEntry& entry) {
  const Utf8Names utf8;
  archive_entry* found = nullptr;
  const int result = archive_read_next_header(impl_->get(), &found);
  if (result == ARCHIVE_EOF) return false;
  if (result < ARCHIVE_WARN && impl_->copy && archive_read_has_encrypted_entries(impl_->get()) > 0)
    throw Error("is encrypted", impl_->name(), "Unpack the archive with its password first.");
  impl_->check(result, "the archive is damaged or ends too early");
  const char* path = archive_entry_pathname_utf8(found);
  entry.path = shown_path(path ? path : archive_entry_pathname(found));
  entry.regular = archive_entry_filetype(found) == AE_IFREG;
  entry.encrypted = archive_entry_is_encrypted(found) != 0;
  return true;
}

std::size_t Archive::read(char* bytes, std::size_t size) {
  if (size == 0) return 0;
  const la_ssize_t taken = archive_read_data(impl_->get(), bytes, size);
  if (taken == ARCHIVE_FATAL) impl_->damaged = true;
  impl_->check(taken < 0 ? static_cast<int>(taken) : ARCHIVE_OK, "is damaged inside the archive");
  return taken < 0 ? 0 : static_cast<std::size_t>(taken);
}

bool Archive::damaged() const {
  return impl_->damaged;
}

bool is_compressed(std::string_view start) {
  return start.starts_with(std::string_view("\xFD"
                                            "7zXZ\0",
                                            6)) ||
         (start.starts_with("BZh") && start.size() > 9 && start.substr(4, 6) == "1AY&SY");
}

std::unique_ptr<Source> decompress_other(std::unique_ptr<Source> source, const std::string& name) {
  return std::make_unique<Decompressed>(std::move(source), name);
}

}  // namespace newsgraph

// Every distinct text of a graph, stored once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace newsgraph {

// Names a text of a StringPool in 4 bytes. Equal texts of one pool have equal ids; the order of ids
// means nothing. The default, 0, is the empty text in every pool.
enum class StringId : std::uint32_t {};

constexpr StringId kNoText{};

// Append-only, so that graphs can share one pool and views stay valid as long as the pool lives.
// Not safe for concurrent intern(); text() may run concurrently with text().
class StringPool {
 public:
  StringPool();
  StringPool(const StringPool&) = delete;
  StringPool& operator=(const StringPool&) = delete;

  // Texts are UTF-8 by convention, but any bytes are kept. Throws Error above 2^32 - 1 texts or for
  // a text of 4 GiB.
  StringId intern(std::string_view text);
  // Sets ids[i] to intern(texts[i]); see graph/intern_batch.h. At most kMostTogether texts.
  static constexpr std::size_t kMostTogether = 32;
  void intern_all(std::span<const std::string_view> texts, StringId* ids);
  // The id of `text`, or kNoText where the pool does not have it.
  StringId find(std::string_view text) const;
  std::string_view text(StringId id) const noexcept {
    return entries_[static_cast<std::uint32_t>(id)].view();
  }

  // Hints for text(id): first for where the text is, later for the text itself.
  void prefetch_place(StringId id) const noexcept {
    __builtin_prefetch(&entries_[static_cast<std::uint32_t>(id)]);
  }
  void prefetch_text(StringId id) const noexcept {
    const char* start = entries_[static_cast<std::uint32_t>(id)].start;
    __builtin_prefetch(start);
    __builtin_prefetch(start + kCacheLine);
  }

  std::size_t size() const noexcept { return entries_.size(); }
  // Bytes of all distinct texts, and bytes spent to keep and find them.
  std::size_t text_bytes() const noexcept { return text_bytes_; }
  std::size_t overhead_bytes() const noexcept;
  // Gives back the memory of the look-up table; the next intern() makes it anew.
  void drop_index();

 private:
  // Points at a length (4 bytes) that the text follows: 8 bytes an entry instead of 16.
  struct Entry {
    const char* start;
    std::string_view view() const noexcept {
      std::uint32_t length;
      std::memcpy(&length, start, sizeof length);
      return {start + sizeof length, length};
    }
  };
  struct Slot {
    std::uint32_t id = 0;  // 0: free, for the empty text needs no slot
    std::uint32_t hash = 0;
  };

  static constexpr std::size_t kCacheLine = 64;

  StringId intern_hashed(std::string_view text, std::uint32_t hash);
  void make_room(std::size_t more);
  StringId append(std::string_view text);
  char* allocate(std::size_t bytes);
  std::size_t slot_of(std::string_view text, std::uint32_t hash) const noexcept;
  void insert(Slot slot) noexcept;
  void rebuild_index(std::size_t slots);

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* free_ = nullptr;
  std::size_t free_bytes_ = 0;
  std::size_t block_bytes_ = 0;
  std::size_t text_bytes_ = 0;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;  // open addressing, a power of two, at most three quarters full
};

}  // namespace newsgraph

#include "graph/string_pool.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "support/error.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

// Large enough that few bytes are lost at a block's end, small enough for a tiny graph.
constexpr std::size_t kFirstBlock = std::size_t{1} << 14;
constexpr std::size_t kLargestBlock = std::size_t{1} << 22;
constexpr std::size_t kFirstSlots = 256;

std::uint32_t table_hash(std::string_view text) {
  return static_cast<std::uint32_t>(hash64(text));
}

}  // namespace

StringPool::StringPool() {
  append({});
}

StringId StringPool::intern(std::string_view text) {
  if (text.empty()) return kNoText;
  make_room(1);
  return intern_hashed(text, table_hash(text));
}

void StringPool::intern_all(std::span<const std::string_view> texts, StringId* ids) {
  make_room(texts.size());
  const std::size_t mask = slots_.size() - 1;
  std::array<std::uint32_t, kMostTogether> hashes;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    hashes[i] = table_hash(texts[i]);
    __builtin_prefetch(&slots_[hashes[i] & mask]);
  }
  // Most texts are found in the first slot that is looked at, or are new.
  const auto likely = [&](std::size_t i) {
    const Slot& slot = slots_[hashes[i] & mask];
    return slot.hash == hashes[i] ? StringId{slot.id} : kNoText;
  };
  for (std::size_t i = 0; i < texts.size(); ++i) prefetch_place(likely(i));
  for (std::size_t i = 0; i < texts.size(); ++i) prefetch_text(likely(i));
  for (std::size_t i = 0; i < texts.size(); ++i)
    ids[i] = texts[i].empty() ? kNoText : intern_hashed(texts[i], hashes[i]);
}

// Before a search, so that the free slot it ends at can be filled.
void StringPool::make_room(std::size_t more) {
  while (slots_.size() * 3 <= (entries_.size() + more - 1) * 4)
    rebuild_index(std::max(kFirstSlots, slots_.size() * 2));
}

StringId StringPool::intern_hashed(std::string_view text, std::uint32_t hash) {
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot].id != 0) return StringId{slots_[slot].id};
  const StringId id = append(text);
  slots_[slot] = {static_cast<std::uint32_t>(id), hash};
  return id;
}

StringId StringPool::find(std::string_view text) const {
  if (text.empty()) return kNoText;
  if (!slots_.empty()) return StringId{slots_[slot_of(text, table_hash(text))].id};
  for (std::size_t i = 1; i < entries_.size(); ++i)
    if (entries_[i].view() == text) return static_cast<StringId>(i);
  return kNoText;
}

std::size_t StringPool::overhead_bytes() const noexcept {
  return block_bytes_ - text_bytes_ + entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(Slot);
}

void StringPool::drop_index() {
  std::vector<Slot>().swap(slots_);
  entries_.shrink_to_fit();
}

StringId StringPool::append(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    throw Error("a single text is larger than 4 GiB");
  if (entries_.size() > std::numeric_limits<std::uint32_t>::max())
    throw Error("the graph holds more than 4 billion different texts", {}, "Split the input.");
  const auto length = static_cast<std::uint32_t>(text.size());
  char* start = allocate(sizeof length + text.size());
  std::memcpy(start, &length, sizeof length);
  if (!text.empty()) std::memcpy(start + sizeof length, text.data(), text.size());
  text_bytes_ += text.size();
  entries_.push_back({start});
  return static_cast<StringId>(entries_.size() - 1);
}

char* StringPool::allocate(std::size_t bytes) {
  if (bytes > free_bytes_) {
    const std::size_t block = std::max(bytes, std::clamp(block_bytes_, kFirstBlock, kLargestBlock));
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(block));
    free_ = blocks_.back().get();
    free_bytes_ = block;
    block_bytes_ += block;
  }
  char* start = free_;
  free_ += bytes;
  free_bytes_ -= bytes;
  return start;
}

std::size_t StringPool::slot_of(std::string_view text, std::uint32_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].id != 0 && (slots_[slot].hash != hash || entries_[slots_[slot].id].view() != text))
    slot = (slot + 1) & mask;
  return slot;
}

void StringPool::insert(Slot slot) noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = slot.hash & mask;
  while (slots_[at].id != 0) at = (at + 1) & mask;
  slots_[at] = slot;
}

void StringPool::rebuild_index(std::size_t slots) {
  if (slots_.empty()) {  // dropped, or never made
    while (slots * 3 <= entries_.size() * 4) slots *= 2;
    slots_.resize(slots);
    for (std::size_t i = 1; i < entries_.size(); ++i)
      insert({static_cast<std::uint32_t>(i), table_hash(entries_[i].view())});
    return;
  }
  std::vector<Slot> old(slots);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.id != 0) insert(slot);
}

}  // namespace newsgraph

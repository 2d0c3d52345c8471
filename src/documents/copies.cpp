#include "documents/copies.h"

#include <algorithm>
#include <limits>
#include <string>

#include "support/hash.h"

namespace newsgraph {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// The next word from `at` on, and behind it; empty at the end.
std::string_view next_word(std::string_view text, std::size_t& at) {
  constexpr std::string_view kBlanks = " \t\n";
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks, at), text.size());
  at = std::min(text.find_first_of(kBlanks, begin), text.size());
  return text.substr(begin, at - begin);
}

// Keeps the least ones, each once, in order.
void put(Sketch& sketch, std::uint32_t hash) {
  const auto place = std::lower_bound(sketch.begin(), sketch.end(), hash);
  if (place == sketch.end() || *place == hash) return;
  std::copy_backward(place, sketch.end() - 1, sketch.end());
  *place = hash;
}

}  // namespace

Sketch sketch_of(std::string_view text) {
  Sketch sketch;
  sketch.fill(kNone);
  std::array<std::uint64_t, 4> run{};  // hashes of the last words
  std::size_t at = 0;
  for (std::size_t words = 1;; ++words) {
    const std::string_view word = next_word(text, at);
    if (word.empty()) return sketch;
    std::rotate(run.begin(), run.begin() + 1, run.end());
    run.back() = hash64(word);
    std::uint64_t hash = 0;
    for (const std::uint64_t part : run) hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL;
    if (words >= run.size()) put(sketch, static_cast<std::uint32_t>(hash >> 32U));
  }
}

bool are_alike(const Sketch& a, const Sketch& b) {
  const auto filled = [](const Sketch& sketch) {
    return std::find(sketch.begin(), sketch.end(), kNone) - sketch.begin();
  };
  const auto fewer = std::min(filled(a), filled(b));
  const auto common = std::count_if(a.begin(), a.begin() + filled(a), [&](std::uint32_t hash) {
    return std::binary_search(b.begin(), b.end(), hash);
  });
  return common > 0 && 4 * common >= fewer;
}

std::uint64_t Copies::key_of(std::string_view own_id, std::string_view url) {
  if (own_id.empty() && url.empty()) return 0;
  return own_id.empty() ? hash_fields({"url", url}) : hash_fields({"id", own_id});
}

const Copies::Copy* Copies::find(std::uint64_t key) const {
  const auto found = key == 0 ? copies_.end() : copies_.find(key);
  return found == copies_.end() ? nullptr : &found->second;
}

void Copies::keep(std::uint64_t key, const Copy& copy) {
  if (key != 0 && copy.edition.known()) copies_.insert_or_assign(key, copy);
}

}  // namespace newsgraph

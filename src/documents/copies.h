// Copies of one article that a run reads: which of them counts.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "documents/edition.h"

namespace newsgraph {

// What a text is known by after some of it has changed: the least hashes of its runs of four words, in order.
// Of two texts these are alike as far as the texts are (Broder 1997, "On the Resemblance and Containment of
// Documents").
using Sketch = std::array<std::uint32_t, 8>;
Sketch sketch_of(std::string_view text);
// Whether a quarter of the text or more may be the same.
bool are_alike(const Sketch& a, const Sketch& b);

// Copies have one id, which the article brought along, or, without any, one address, and much of their text
// is the same: pages of one address are not one article.
class Copies {
 public:
  struct Copy {
    std::uint64_t content = 0;  // hash of the text
    Edition edition;
    Sketch sketch{};
    bool other_id = false;  // its id was changed, for another article had it
  };

  // The key of an article; 0 where it cannot be known again.
  static std::uint64_t key_of(std::string_view own_id, std::string_view url);

  // What was read last under this key; null where there is none.
  const Copy* find(std::uint64_t key) const;
  // Remembers this one instead, if anything says when it was written.
  void keep(std::uint64_t key, const Copy& copy);

 private:
  std::unordered_map<std::uint64_t, Copy> copies_;
};

}  // namespace newsgraph

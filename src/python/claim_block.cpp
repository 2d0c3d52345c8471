#include "python/claim_block.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_map>

#include "library/tools.h"
#include "support/utf8.h"

namespace newsgraph::python {
namespace {

// Counts characters of a text up to places that are asked for in any order.
class CharacterCounter {
 public:
  explicit CharacterCounter(std::string_view text) : text_(text) {}

  void ask(std::uint32_t& place) { asked_.push_back(&place); }
  // Replaces every place that was asked for.
  void answer() {
    std::sort(asked_.begin(), asked_.end(), [](const auto* a, const auto* b) { return *a < *b; });
    std::size_t byte = 0;
    std::uint32_t characters = 0;
    for (std::uint32_t* place : asked_) {
      for (; byte < *place && byte < text_.size(); ++byte)
        if (!utf8::is_continuation(text_[byte])) ++characters;
      *place = characters;
    }
  }

 private:
  std::string_view text_;
  std::vector<std::uint32_t*> asked_;
};

}  // namespace

std::vector<ClaimPlaces> places_in(std::string_view text, const std::vector<Claim>& claims) {
  std::vector<ClaimPlaces> all;
  all.reserve(claims.size());
  for (const Claim& claim : claims) {
    all.push_back({.subject = claim.subject.extent,
                   .object = claim.object.extent,
                   .speaker = claim.speaker ? claim.speaker->extent : Extent{},
                   .trigger = claim.trigger ? claim.trigger->extent : Extent{},
                   .sentence = claim.evidence.extent});
  }
  CharacterCounter counter(text);
  for (ClaimPlaces& places : all) {
    for (Extent* extent :
         {&places.subject, &places.object, &places.speaker, &places.trigger, &places.sentence}) {
      counter.ask(extent->begin);
      counter.ask(extent->end);
    }
  }
  counter.answer();
  return all;
}

BlockPointer joined(const std::vector<BlockPointer>& blocks) {
  if (blocks.size() == 1) return blocks.front();
  auto all = std::make_shared<ClaimBlock>();
  const auto first =
      std::find_if(blocks.begin(), blocks.end(), [](const auto& block) { return !block->claims.empty(); });
  if (first != blocks.end()) all->decided = (*first)->decided;
  all->whole = true;
  bool placed = true;
  for (const BlockPointer& block : blocks) {
    placed = placed && block->places.size() == block->claims.size();
    // Names of claims that other decisions were applied to have to be resolved together.
    all->whole = all->whole && (block->claims.empty() || (block->whole && block->decided == all->decided));
  }
  if (!all->whole) all->decided.reset();
  for (const BlockPointer& block : blocks) {
    std::copy(block->claims.begin(), block->claims.end(), std::back_inserter(all->claims));
    if (placed) std::copy(block->places.begin(), block->places.end(), std::back_inserter(all->places));
    std::copy(block->entities.begin(), block->entities.end(), std::back_inserter(all->entities));
  }
  return all;
}

BlockPointer decided(const ClaimBlock& block, std::shared_ptr<const api::Tools> tools) {
  auto all = std::make_shared<ClaimBlock>();
  const bool placed = block.places.size() == block.claims.size();
  for (std::size_t begin = 0, end = 0; begin < block.claims.size(); begin = end) {
    while (end < block.claims.size() && block.claims[end].document.id == block.claims[begin].document.id)
      ++end;
    std::vector<Claim> claims(block.claims.begin() + static_cast<std::ptrdiff_t>(begin),
                              block.claims.begin() + static_cast<std::ptrdiff_t>(end));
    std::vector<Entity> entities = tools->corrector().resolve(claims);
    std::unordered_map<std::string_view, const ClaimPlaces*>
        places;  // ids stay, and equal ones have equal places
    for (std::size_t i = begin; placed && i < end; ++i) places.emplace(block.claims[i].id, &block.places[i]);
    for (const Claim& claim : claims)
      if (placed) all->places.push_back(*places.at(claim.id));
    std::move(claims.begin(), claims.end(), std::back_inserter(all->claims));
    std::move(entities.begin(), entities.end(), std::back_inserter(all->entities));
  }
  all->whole = true;
  all->document = block.document;
  all->error = block.error;
  all->decided = std::move(tools);
  return all;
}

}  // namespace newsgraph::python

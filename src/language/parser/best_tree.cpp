#include "language/parser/best_tree.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace newsgraph {
namespace {

constexpr double kNever = -1e12;
// Beyond any sum of scores: with it on the arcs from the root, the best tree has as few of them as can be.
constexpr double kRootPenalty = 1e8;

std::vector<std::size_t> best_heads(const ArcScores& scores) {
  std::vector<std::size_t> heads(scores.words);
  for (std::size_t d = 0; d < scores.words; ++d) {
    std::size_t best = 0;
    for (std::size_t h = 1; h <= scores.words; ++h) {
      if (h != d + 1 && scores.at(d, h) > scores.at(d, best)) best = h;
    }
    heads[d] = best;
  }
  return heads;
}

bool is_tree(const std::vector<std::size_t>& heads) {
  if (std::count(heads.begin(), heads.end(), std::size_t{0}) != 1) return false;
  // seen[d]: the walk that came by; a walk that meets itself has found a cycle.
  std::vector<std::size_t> seen(heads.size(), 0);
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::size_t d = start;
    while (seen[d] == 0) {
      seen[d] = start + 1;
      if (heads[d] == 0) break;
      d = heads[d] - 1;
    }
    if (seen[d] == start + 1 && heads[d] != 0) return false;
  }
  return true;
}

// Nodes are the root 0 and the words from 1; a contracted cycle lives on as its first node.
class Contraction {
 public:
  explicit Contraction(const ArcScores& scores);
  std::vector<std::size_t> solve();

 private:
  struct Arc {
    double score = kNever;
    std::size_t head = 0;  // of the sentence's own nodes
    std::size_t dependent = 0;
  };
  struct Cycle {
    std::vector<std::size_t> nodes;
    std::vector<Arc> arcs;                           // into each node
    std::vector<std::vector<std::size_t>> contents;  // words in each node
  };

  Arc& arc(std::size_t h, std::size_t d) { return arcs_[h * size_ + d]; }
  void choose();
  std::vector<std::size_t> find_cycle() const;
  void contract(std::vector<std::size_t> cycle);
  void expand(const Cycle& cycle);

  std::size_t size_;
  std::vector<Arc> arcs_;
  std::vector<std::size_t> alive_;  // the words and cycles left, without the root
  std::vector<std::size_t> from_;   // the node that the best arc into a node leaves
  std::vector<Arc> chosen_;
  std::vector<std::vector<std::size_t>> contents_;
  std::vector<Cycle> cycles_;
};

Contraction::Contraction(const ArcScores& scores)
    : size_(scores.words + 1), arcs_(size_ * size_), from_(size_), chosen_(size_), contents_(size_) {
  for (std::size_t d = 1; d < size_; ++d) {
    alive_.push_back(d);
    contents_[d] = {d};
    for (std::size_t h = 0; h < size_; ++h) {
      const double score = h == d ? kNever : scores.at(d - 1, h) - (h == 0 ? kRootPenalty : 0.0);
      arc(h, d) = {score, h, d};
    }
  }
}

void Contraction::choose() {
  for (const std::size_t d : alive_) {
    from_[d] = 0;
    for (const std::size_t h : alive_) {
      if (h != d && arc(h, d).score > arc(from_[d], d).score) from_[d] = h;
    }
    chosen_[d] = arc(from_[d], d);
  }
}

std::vector<std::size_t> Contraction::find_cycle() const {
  std::vector<std::size_t> seen(size_, 0);
  for (const std::size_t start : alive_) {
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = from_[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<std::size_t> cycle;
    for (std::size_t n = node; cycle.empty() || n != node; n = from_[n]) cycle.push_back(n);
    std::sort(cycle.begin(), cycle.end());
    return cycle;
  }
  return {};
}

void Contraction::contract(std::vector<std::size_t> nodes) {
  const std::size_t whole = nodes.front();
  const auto outside = [&](std::size_t v) { return !std::binary_search(nodes.begin(), nodes.end(), v); };
  Cycle cycle{nodes, {}, {}};
  for (const std::size_t n : nodes) {
    cycle.arcs.push_back(chosen_[n]);
    cycle.contents.push_back(contents_[n]);
  }
  std::vector<std::size_t> others{0};
  std::copy_if(alive_.begin(), alive_.end(), std::back_inserter(others), outside);
  for (const std::size_t v : others) {
    // What entering at n gains over n's arc inside the cycle; the rest of the cycle is the same for all.
    Arc into;
    Arc out;
    for (const std::size_t n : nodes) {
      Arc entering = arc(v, n);
      entering.score -= chosen_[n].score;
      if (into.dependent == 0 || entering.score > into.score) into = entering;
      if (v != 0 && (out.dependent == 0 || arc(n, v).score > out.score)) out = arc(n, v);
    }
    arc(v, whole) = into;
    if (v != 0) arc(whole, v) = out;
  }
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const auto& words = cycle.contents[i];
    contents_[whole].insert(contents_[whole].end(), words.begin(), words.end());
  }
  alive_.erase(
      std::remove_if(alive_.begin(), alive_.end(), [&](std::size_t v) { return v != whole && !outside(v); }),
      alive_.end());
  cycles_.push_back(std::move(cycle));
}

// The arc into the cycle replaces the cycle's own arc into the node where it enters.
void Contraction::expand(const Cycle& cycle) {
  const Arc entering = chosen_[cycle.nodes.front()];
  for (std::size_t i = 0; i < cycle.nodes.size(); ++i) {
    const auto& words = cycle.contents[i];
    const bool here = std::find(words.begin(), words.end(), entering.dependent) != words.end();
    chosen_[cycle.nodes[i]] = here ? entering : cycle.arcs[i];
  }
}

std::vector<std::size_t> Contraction::solve() {
  for (choose();; choose()) {
    std::vector<std::size_t> cycle = find_cycle();
    if (cycle.empty()) break;
    contract(std::move(cycle));
  }
  for (auto cycle = cycles_.rbegin(); cycle != cycles_.rend(); ++cycle) expand(*cycle);
  std::vector<std::size_t> heads(size_ - 1);
  for (std::size_t d = 1; d < size_; ++d) heads[d - 1] = chosen_[d].head;
  return heads;
}

}  // namespace

std::vector<std::size_t> best_tree(const ArcScores& scores) {
  std::vector<std::size_t> heads = best_heads(scores);
  return is_tree(heads) ? heads : Contraction(scores).solve();
}

}  // namespace newsgraph

// Words a second of the parser, and the time until a model is ready.
//
//   language_bench [FILE.conllu]    words from a file in CoNLL-U; without one, a few sentences repeated
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/analyzer.h"
#include "language/model.h"

namespace {

using newsgraph::Analyzer;
using newsgraph::Model;
using newsgraph::Sentence;
using newsgraph::Token;

std::vector<std::vector<std::string>> sample() {
  std::ifstream in(NEWSGRAPH_SOURCE_DIR "/tests/language/reference.json");
  std::vector<std::vector<std::string>> sentences;
  const auto reference = nlohmann::json::parse(in);
  for (const auto& s : reference.at("sentences")) {
    sentences.push_back(s["forms"].get<std::vector<std::string>>());
  }
  return sentences;
}

// The second column of the word lines; empty lines end sentences.
std::vector<std::vector<std::string>> read_conllu(const std::string& file) {
  std::ifstream in(file);
  std::vector<std::vector<std::string>> sentences(1);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      if (!sentences.back().empty()) sentences.emplace_back();
      continue;
    }
    const auto first = line.find('\t');
    if (line[0] == '#' || first == std::string::npos || line.find_first_of("-.") < first) continue;
    sentences.back().push_back(line.substr(first + 1, line.find('\t', first + 1) - first - 1));
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

void parse(benchmark::State& state, const std::vector<std::vector<std::string>>& forms, std::size_t copies) {
  std::vector<Sentence> sentences;
  for (std::size_t copy = 0; copy < copies; ++copy) {
    for (const auto& sentence_forms : forms) {
      Sentence& sentence = sentences.emplace_back();
      for (const std::string& form : sentence_forms) sentence.tokens.emplace_back().form = form;
    }
  }
  std::vector<Sentence*> pointers;
  std::size_t words = 0;
  for (Sentence& sentence : sentences) {
    pointers.push_back(&sentence);
    words += sentence.tokens.size();
  }
  Analyzer analyzer(Model::built_in());
  for (auto _ : state) {
    for (Sentence& sentence : sentences) sentence.layers = {};
    analyzer.parse(pointers);
  }
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

void load(benchmark::State& state) {
  const auto file = NEWSGRAPH_SOURCE_DIR "/data/models/english.ngm";
  for (auto _ : state) benchmark::DoNotOptimize(Model::load(file));
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto forms = argc > 1 ? read_conllu(argv[1]) : sample();
  const std::size_t copies = argc > 1 ? 1 : 200;
  benchmark::RegisterBenchmark("parse", [&](benchmark::State& state) {
    parse(state, forms, copies);
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("load", load)->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
}

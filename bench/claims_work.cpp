// How much of the articles the networks read to find the claims: words parsed and named, and the processor
// time, on one thread.
//
//   claims_work INPUT...    files and folders, as `newsgraph claims` takes them
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

#include "claims/extractor.h"
#include "documents/reader.h"
#include "language/model.h"

namespace {

using namespace newsgraph;

struct Total {
  std::size_t documents = 0, with_claims = 0, bytes = 0, claims = 0;
  double seconds = 0;
};

void add(ClaimExtractor& extractor, const Document& document, Total& total) {
  const std::clock_t start = std::clock();
  const auto claims = extractor.extract(document);
  total.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  ++total.documents;
  total.with_claims += claims.empty() ? 0 : 1;
  total.bytes += document.text.size();
  total.claims += claims.size();
}

void print(const Total& total, const ExtractorWork& work) {
  const auto share = [&](std::size_t words) {
    return 100.0 * static_cast<double>(words) / static_cast<double>(work.words);
  };
  std::printf(
      "%zu documents, %zu with one of %zu claims, %zu words: %.1f %% skimmed, %.1f %% parsed, %.1f %% "
      "named\n",
      total.documents, total.with_claims, total.claims, work.words, share(work.skimmed), share(work.parsed),
      share(work.named));
  const auto megabytes = static_cast<double>(total.bytes) / 1e6;
  std::printf("%.2f MB in %.2f s: %.3f MB/s\n", megabytes, total.seconds, megabytes / total.seconds);
}

void measure(const std::vector<std::string>& inputs) {
  ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(), Analyzer(Model::built_in()));
  Total total;
  ReadHandlers handlers;
  handlers.on_document = [&](Document&& document) { add(extractor, document, total); };
  handlers.on_relation = [](const RelationRow&) {};  // a file of records may hold both
  const ReadReport report = read_inputs(inputs, {}, handlers);
  for (const SkippedInput& input : report.skipped)
    std::fprintf(stderr, "claims_work: %s: %s\n", input.where.c_str(), input.reason.c_str());
  if (total.documents > 0) print(total, extractor.work());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    measure({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "claims_work: %s\n", error.what());
    return 1;
  }
}

// newsgraph as a C++ library: news in, claims and graphs out.
//
//   #include <newsgraph/newsgraph.h>
//   namespace ng = newsgraph::api;
//
//   ng::Reader reader;
//   ng::Graph graph(reader);
//   for (const ng::Claim& claim : reader.read({.text = "Australia banned TikTok on government devices."}))
//     std::cout << claim.subject.name << ' ' << claim.relation << ' ' << claim.object.name << '\n';
//   graph.add_input("news/");
//   graph.write("graph.graphml");
//
// In CMake: find_package(newsgraph REQUIRED), target_link_libraries(… newsgraph::newsgraph). C++20.
//
// All text is UTF-8; broken sequences in what is given are replaced by U+FFFD. Offsets count bytes of
// text_of(article). The same input gives the same results, and `write` the same bytes.
//
// Everything throws Error. An object serves one thread at a time; different objects may be used by
// different threads at once, graphs of one reader included.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GNUC__)
#define NEWSGRAPH_API __attribute__((visibility("default")))
#else
#define NEWSGRAPH_API
#endif

namespace newsgraph::api {

// The version of the library that runs: "0.1.0".
NEWSGRAPH_API const char* version() noexcept;

// What went wrong; what() says it whole: "graph.xml:17: no edge may come before its nodes. …".
class NEWSGRAPH_API Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message);
  ~Error() override;
};

struct Article {
  std::string text{};   // without the title
  std::string title{};  // or empty; so the others
  std::string date{};   // ISO 8601: "2023-03-16"
  std::string url{};
  std::string id{};  // made from the content where it is empty
};

// What offsets count in: the title, a blank line and the text, or the text alone; control characters are
// dropped, line ends are "\n".
NEWSGRAPH_API std::string text_of(const Article& article);

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // one past the last byte; equal to `begin` where there is no place in the text
};

enum class Status : std::uint8_t { asserted, planned, ended, denied };

struct Actor {
  std::string id;      // of the node, "n_…"; empty where `named` is false and it stands for nobody known
  std::string name;    // the fullest name: "Australia"
  std::string type;    // person, organization, place, product, group, event, work, act or thing
  std::string text;    // what the sentence has: "The country"
  Range place;         // of `text`
  bool named = false;  // a proper name, or resolved to one
};

// One sentence's statement that a relation holds. docs/claims.md says what counts as one.
struct Claim {
  std::string id;  // "c-" and 16 hexadecimal digits, made from document, place and content
  Actor subject;
  std::string relation;  // owns, bans, denounces, or one of the schema that was given
  Actor object;
  Status status = Status::asserted;
  std::string scope;        // "on government devices", or empty
  std::string speaker;      // name of who says it, where it is reported; or empty
  double confidence = 0;    // 0 to 1: docs/confidence.md
  std::string trigger;      // the word that states it: "banned"
  std::string rule;         // how it was found: "verb:ban"
  std::string sentence;     // the evidence
  Range sentence_place;     // of `sentence`
  std::string document_id;  // of the article; so the next three
  std::string document_title;
  std::string document_date;
  std::string document_url;
};

// Files to use instead of what is built in; empty: what is built in.
struct Options {
  std::string relations{};  // relation schema, from whose examples readers learn: docs/relations.md
  std::string entities{};   // names and aliases, beside the built-in ones: docs/entities.md
  std::string model{};      // language model: docs/language-model.md
  std::string decisions{};  // what was decided about claims and names: docs/decisions.md
  // What a claim of an article has to have, 0 to 1; missing: what pays for its kind, docs/confidence.md.
  std::optional<double> min_confidence{};
};

// Reads articles. Making one loads the language model (some 10 ms); reading reuses it.
class NEWSGRAPH_API Reader {
 public:
  // Throws Error where a file of the options is not right, with its line.
  explicit Reader(const Options& options = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // In the order of the text.
  std::vector<Claim> read(const Article& article);

 private:
  friend class Graph;
  struct State;
  std::unique_ptr<State> state_;
};

struct Node {
  std::string id;  // "n_…"
  std::string name;
  std::string type;  // as Actor::type; empty where a file that was read has none
  std::vector<std::string> aliases;
  std::uint32_t mentions = 0;   // how many statements name it
  std::uint32_t documents = 0;  // how many documents do
};

struct Edge {
  std::string id;          // "e_…"
  std::size_t source = 0;  // index into nodes()
  std::size_t target = 0;
  std::string relation;
  std::string status;     // asserted, planned, ended, denied; empty where unknown
  double weight = 1;      // number of statements
  double confidence = 0;  // of the best one
  std::string first_date;
  std::string last_date;
  std::string sentence;  // the best evidence
};

// Collects claims and files into one graph: one edge for each subject, relation, object and status.
// The result does not depend on the order in which they come.
class NEWSGRAPH_API Graph {
 public:
  // Uses the reader's model, relations and entities, which it shares; the reader may go.
  explicit Graph(const Reader& reader);
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  // Of the article's claims those that `keep` wants; all where it is empty.
  void add(const Article& article, const std::function<bool(const Claim&)>& keep = {});
  // Whatever `newsgraph export` reads: a file or a folder of articles, claims, tables or graphs. Returns
  // what could not be read, one message each; the rest is in the graph.
  std::vector<std::string> add_input(const std::string& path);

  // Nodes by id; edges by source, target, relation, status and id.
  std::vector<Node> nodes() const;
  std::vector<Edge> edges() const;

  // Writes a file in the format that its name tells: graph.graphml, graph.json, graph.gexf.gz, … (see
  // `newsgraph formats`). It appears whole or not at all.
  void write(const std::string& path) const;
  // The bytes of a format that is one file: "graphml", "json", "dot", …
  std::string text(std::string_view format) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newsgraph::api

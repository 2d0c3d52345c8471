#include "formats/picture/graphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <cstdlib>
#include <memory>

#include "support/error.h"

#if defined(__SANITIZE_ADDRESS__)
#define NEWSGRAPH_FINDS_LEAKS
#elif defined(__SANITIZE_THREAD__)
#define NEWSGRAPH_FINDS_RACES
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NEWSGRAPH_FINDS_LEAKS
#elif __has_feature(thread_sanitizer)
#define NEWSGRAPH_FINDS_RACES
#endif
#endif
#ifdef NEWSGRAPH_FINDS_LEAKS
// Graphviz and the libraries below it keep some memory to the end.
extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions();  // NOLINT
const char* __lsan_default_suppressions() {                                                   // NOLINT
  return "leak:libgvc.so\nleak:libcgraph.so\nleak:libgvplugin\nleak:libpango\nleak:libcairo\n"
         "leak:libfontconfig\nleak:libglib\nleak:libltdl\n";
}
#endif
#ifdef NEWSGRAPH_FINDS_RACES
// Pango reads the fonts in a thread of its own, with locks of GLib that the sanitizer does not see.
extern "C" __attribute__((visibility("default"))) const char* __tsan_default_suppressions();  // NOLINT
const char* __tsan_default_suppressions() {                                                   // NOLINT
  return "race:libfontconfig\nrace:libpango\nrace:libglib\nmutex:libglib\n"
         "called_from_lib:libfontconfig.so.1\n";
}
#endif

namespace newsgraph {
namespace {

// What Graphviz says; it offers no other way than a function without context.
std::string complaints;

int collect(char* text) {
  complaints += text;
  return 0;
}

constexpr auto kCloseGraph = [](Agraph_t* graph) { agclose(graph); };
constexpr auto kFreeData = [](char* data) { gvFreeRenderData(data); };
using GraphPointer = std::unique_ptr<Agraph_t, decltype(kCloseGraph)>;
using DataPointer = std::unique_ptr<char, decltype(kFreeData)>;

// One for all pictures of a run, never freed: the plugin that measures texts keeps the name of the last font,
// which belongs to the context, and looks at it again for the next picture.
GVC_t* shared_context() {
  static GVC_t* const context = gvContext();
  return context;
}

// Frees the layout before the graph goes.
class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph) : context_(context), graph_(graph) {
    done_ = gvLayout(context, graph, "dot") == 0;
  }
  ~Layout() {
    if (done_) gvFreeLayout(context_, graph_);
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  bool done() const { return done_; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool done_ = false;
};

[[noreturn]] void fail(const std::string& what) {
  const std::string said = complaints.substr(0, complaints.find_last_not_of(" \n") + 1);
  throw Error(said.empty() ? what : what + ": " + said, "Graphviz",
              "Write the format dot instead, and look at it with another program.");
}

// The type of the length is `unsigned` in older versions of Graphviz and `size_t` in newer ones.
template <typename Length>
std::string render(int (*render_data)(GVC_t*, Agraph_t*, const char*, char**, Length*), GVC_t* context,
                   Agraph_t* graph, const char* format) {
  char* data = nullptr;
  Length length = 0;
  const bool good = render_data(context, graph, format, &data, &length) == 0;
  const DataPointer owned(data);
  if (!good || data == nullptr || length == 0) fail("the picture cannot be drawn");
  return {data, static_cast<std::size_t>(length)};
}

}  // namespace

std::string draw(const std::string& dot, const char* format) {
  complaints.clear();
  agseterrf(collect);
  GVC_t* const context = shared_context();
  if (context == nullptr) fail("it does not start");
  const GraphPointer graph(agmemread(dot.c_str()));
  if (!graph) fail("the graph is not understood");
  const Layout layout(context, graph.get());
  if (!layout.done()) fail("the graph cannot be laid out");
  return render(gvRenderData, context, graph.get(), format);
}

}  // namespace newsgraph

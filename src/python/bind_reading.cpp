#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unique_ptr.h>
#include <nanobind/stl/vector.h>

#include "documents/fields.h"
#include "python/bindings.h"
#include "python/reading.h"
#include "support/limits.h"

namespace newsgraph::python {
namespace {

ToolsBox make_tools(const std::string& relations, const std::string& entities, const std::string& model,
                    const std::string& decisions, std::optional<double> min_confidence) {
  const nb::gil_scoped_release released;
  return {std::make_shared<const api::Tools>(api::Options{.relations = relations,
                                                          .entities = entities,
                                                          .model = model,
                                                          .decisions = decisions,
                                                          .min_confidence = min_confidence})};
}

api::Article article_of(nb::handle text, nb::handle title, nb::handle date, nb::handle url, nb::handle id) {
  return {.text = utf8_of(text, "the text of an article"),
          .title = utf8_of(title, "the title of an article"),
          .date = utf8_of(date, "the date of an article"),
          .url = utf8_of(url, "the URL of an article"),
          .id = utf8_of(id, "the id of an article")};
}

Claims pop(Channel& channel) {
  while (true) {
    BlockPointer block;
    {
      const nb::gil_scoped_release released;
      block = channel.pop(kPoll);
    }
    if (block) return {block};
    check_signals();
  }
}

// Null where it is not done yet.
nb::object try_pop(Channel& channel) {
  BlockPointer block = channel.pop(std::chrono::milliseconds(0));
  if (!block) return nb::none();
  return nb::cast(Claims{std::move(block)});
}

// The next item through `convert`, None at the end.
template <typename Item, typename Convert>
nb::object next_of(Background<Item>& stream, const Convert& convert) {
  using Got = typename Background<Item>::Got;
  while (true) {
    Item item;
    Got got = Got::nothing;
    {
      const nb::gil_scoped_release released;
      got = stream.pop(item, kPoll);
    }
    if (got == Got::item) return convert(std::move(item));
    if (got == Got::end) return nb::none();
    check_signals();
  }
}

nb::dict dict_of_document(const Document& document) {
  nb::dict dict;
  dict["text"] = str_of(std::string_view(document.text).substr(document.body));
  dict["title"] = str_or_none(document.title);
  dict["date"] = str_or_none(document.date);
  dict["url"] = str_or_none(document.url);
  dict["author"] = str_or_none(document.author);
  dict["id"] = str_of(document.id);
  dict["source"] = str_of(document.source);
  return dict;
}

nb::tuple documents(const nb::bytes& bytes, const std::string& name, const std::string& from,
                    const nb::dict& columns, std::size_t largest) {
  ReadReport report;
  const ReadOptions options = read_options(from, columns, largest);
  std::vector<Document> found;
  {
    const nb::gil_scoped_release released;
    found = documents_in({static_cast<const char*>(bytes.data()), bytes.size()}, name, options, report);
  }
  nb::list list;
  for (const Document& document : found) list.append(dict_of_document(document));
  return nb::make_tuple(list, dict_of(report));
}

// The place in `names` of each field of an article that is there.
nb::dict article_columns(const std::vector<std::string>& names, const nb::dict& mapping) {
  const ReadOptions options = read_options("", mapping, 0);
  check_mapping(options.columns);
  const auto places = match_fields(article_fields(), names, options.columns);
  nb::dict columns;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i]) columns[nb::str(article_fields()[i].name.data())] = *places[i];
  return columns;
}

nb::str text_of_article(nb::handle text, nb::handle title) {
  const api::Article article = article_of(text, title, nb::none(), nb::none(), nb::none());
  return str_of(api::document_of(article).text);
}

}  // namespace

void bind_reading(nb::module_& module) {
  nb::class_<ToolsBox>(module, "Tools");
  module.def("make_tools", &make_tools, nb::arg("relations"), nb::arg("entities"), nb::arg("model"),
             nb::arg("decisions"), nb::arg("min_confidence").none());
  module.def("parse_size", &parse_size);
  module.def("text_of", &text_of_article, nb::arg("text").none(), nb::arg("title").none());
  module.def("article_columns", &article_columns);
  module.def("documents_in", &documents);

  nb::class_<WorkerPool>(module, "WorkerPool")
      .def("__init__", [](WorkerPool* self, const ToolsBox& box, unsigned threads,
                          std::size_t largest) { new (self) WorkerPool(box.tools, threads, largest); })
      .def_prop_ro("threads", &WorkerPool::threads);
  nb::class_<Channel>(module, "Channel")
      .def("__init__",
           [](Channel* self, std::shared_ptr<WorkerPool> pool) { new (self) Channel(std::move(pool)); })
      .def(
          "push",
          [](Channel& channel, nb::handle text, nb::handle title, nb::handle date, nb::handle url,
             nb::handle id) { channel.push(article_of(text, title, date, url, id)); },
          nb::arg("text").none(), nb::arg("title").none(), nb::arg("date").none(), nb::arg("url").none(),
          nb::arg("id").none())
      .def_prop_ro("under_way", &Channel::under_way)
      .def("pop", &pop)
      .def("try_pop", &try_pop);

  nb::class_<ClaimStream>(module, "ClaimStream")
      .def("next",
           [](ClaimStream& stream) {
             return next_of(stream, [](BlockPointer&& block) { return nb::cast(Claims{std::move(block)}); });
           })
      .def_prop_ro("report", [](const ClaimStream& stream) { return dict_of(stream.report()); });
  module.def("read_claims",
             [](const ToolsBox& box, const std::vector<std::string>& inputs, const std::string& from,
                const nb::dict& columns, std::size_t largest, unsigned jobs) {
               return read_claims(box.tools, inputs, read_options(from, columns, largest), jobs);
             });
  nb::class_<DocumentStream>(module, "DocumentStream")
      .def("next",
           [](DocumentStream& stream) {
             return next_of(stream,
                            [](Document&& document) -> nb::object { return dict_of_document(document); });
           })
      .def_prop_ro("report", [](const DocumentStream& stream) { return dict_of(stream.report()); });
  module.def("read_documents", [](const std::vector<std::string>& inputs, const std::string& from,
                                  const nb::dict& columns, std::size_t largest) {
    return read_documents(inputs, read_options(from, columns, largest));
  });
}

}  // namespace newsgraph::python

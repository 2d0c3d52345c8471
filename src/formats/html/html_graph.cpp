#include "formats/html/html.h"

#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "formats/json/json_graph.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using nlohmann::json;

constexpr std::string_view kDataElement = "id=\"data\">";
constexpr const char* kDamaged = "Export the page again.";

// What stands in the element that holds the data, where "<" is always escaped.
std::string_view data_of(std::string_view page, const std::string& origin) {
  const std::size_t begin = page.find(kDataElement);
  if (begin == std::string_view::npos) throw Error("the page holds no graph", origin, kDamaged);
  const std::string_view rest = page.substr(begin + kDataElement.size());
  const std::size_t end = rest.find('<');
  if (end == std::string_view::npos) throw Error("the page is cut off", origin, kDamaged);
  return rest.substr(0, end);
}

// The lists that nodes, edges and statements name by number.
struct Lists {
  std::vector<std::string> types;
  std::vector<std::string> relations;
  std::vector<std::string> statuses;
  std::vector<json> documents;
};

class PageReader {
 public:
  PageReader(std::string_view data, const std::string& origin) : data_(data), origin_(origin) {}

  Graph read() {
    read_lists();
    static constexpr std::array<std::string_view, 2> kPaths{"nodes", "edges"};
    read_json_elements(data_, origin_, kPaths,
                       [this](std::string_view path, const std::string&, json& element) {
                         if (path == "nodes")
                           read_node(element);
                         else
                           read_edge(element);
                       });
    return import_.finish();
  }

 private:
  void read_lists() {
    static constexpr std::array<std::string_view, 4> kPaths{"types", "relations", "statuses", "documents"};
    read_json_elements(data_, origin_, kPaths,
                       [this](std::string_view path, const std::string&, json& element) {
                         if (path == "documents") return lists_.documents.push_back(std::move(element));
                         std::vector<std::string>& names = path == "types"       ? lists_.types
                                                           : path == "relations" ? lists_.relations
                                                                                 : lists_.statuses;
                         names.push_back(text(element, "name"));
                       });
  }

  void read_node(const json& element) {
    ids_.push_back(id_text(required_member(element, "id", origin_)));
    const std::uint32_t node = import_.node(ids_.back());
    json members = only(element, kNodeFields);
    members["entity_type"] = named(lists_.types, element, "type");
    import_node(import_, node, members, {});
    import_attributes(member_object(element, "attributes"), [&](StringId name, const Value& value) {
      import_.set_node(node, NodeField::other, name, value);
    });
  }

  void read_edge(const json& element) {
    const std::string& source = named(ids_, element, "source");
    import_.edge(import_.node(source), import_.node(named(ids_, element, "target")));
    if (const std::string id = text(element, "id"); !id.empty())
      import_.set_edge_text(EdgeField::id, kNoText, id);
    json members = only(element, kEdgeFields);
    members["relation"] = named(lists_.relations, element, "relation");
    members["status"] = named(lists_.statuses, element, "status");
    if (const auto found = element.find("statements"); found != element.end() && found->is_array())
      members["statements"] = statements(*found);
    import_edge(import_, members, {});
    import_attributes(member_object(element, "attributes"), [&](StringId name, const Value& value) {
      import_.set_edge(EdgeField::other, name, value);
    });
  }

  // As statement_json.h has them, with the document's fields instead of its number.
  json statements(const json& list) const {
    json result = json::array();
    for (const json& each : list) {
      json statement = each.is_object() ? each : json::object();
      const json& document = named(lists_.documents, statement, "document");
      statement.erase("document");
      statement.erase("marks");
      if (document.is_object()) {
        for (const char* field : {"title", "date", "url", "file"})
          if (const auto found = document.find(field); found != document.end()) statement[field] = *found;
        if (const auto id = document.find("id"); id != document.end()) statement["document"] = *id;
      }
      result.push_back(std::move(statement));
    }
    return result;
  }

  template <typename Use>
  void import_attributes(const json& attributes, const Use& use) {
    for (const auto& [name, value] : attributes.items())
      if (const auto converted = value_of(value, import_.pool()))
        use(import_.pool().intern(name), *converted);
  }

  // The entry of the list whose number the member is.
  template <typename Entry>
  const Entry& named(const std::vector<Entry>& list, const json& element, const char* member) const {
    const json& number = required_member(element, member, origin_);
    if (!number.is_number_unsigned() || number.get<std::uint64_t>() >= list.size())
      throw Error(std::string("the page's data have no ") + member + " number " + number.dump().substr(0, 40),
                  origin_, kDamaged);
    return list[number.get<std::size_t>()];
  }

  static std::string text(const json& element, const char* member) {
    const auto found = element.is_object() ? element.find(member) : element.end();
    return found != element.end() && found->is_string() ? found->get<std::string>() : std::string();
  }

  static json only(const json& element, std::span<const std::string_view> fields) {
    json result = json::object();
    for (const std::string_view field : fields)
      if (const auto found = element.find(field); found != element.end()) result[std::string(field)] = *found;
    return result;
  }

  static constexpr std::array<std::string_view, 4> kNodeFields{"name", "aliases", "mentions", "documents"};
  static constexpr std::array<std::string_view, 7> kEdgeFields{
      "weight", "confidence", "scope", "first_date", "last_date", "documents", "evidence"};

  std::string_view data_;
  const std::string& origin_;
  Lists lists_;
  std::vector<std::string> ids_;
  GraphImport import_;
};

}  // namespace

bool is_graph_page(std::string_view head) {
  const std::size_t generator = head.find("name=\"generator\"");
  return head.starts_with("<!") && generator != std::string_view::npos &&
         head.substr(generator, 60).find("content=\"newsgraph\"") != std::string_view::npos;
}

Graph read_graph_page(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return PageReader(data_of(bytes, origin), origin).read();
}

}  // namespace newsgraph

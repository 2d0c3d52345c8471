#include "formats/json/json_graph.h"

#include <algorithm>
#include <limits>

#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

using nlohmann::json;

bool is_known(std::span<const std::string_view> known, const std::string& name) {
  return std::find(known.begin(), known.end(), name) != known.end();
}

// Follows the names of members down to where the parser is.
class ElementFilter {
 public:
  ElementFilter(std::span<const std::string_view> paths, const UseElement& use) : paths_(paths), use_(use) {}

  // A callback of nlohmann::json::parse(); false drops the value.
  bool operator()(int depth, json::parse_event_t event, json& value) {
    const auto level = static_cast<std::size_t>(depth);
    if (event == json::parse_event_t::key) {
      names_.resize(level);
      names_[level - 1] = value.get<std::string>();
    } else if (event == json::parse_event_t::object_start || event == json::parse_event_t::array_start) {
      kinds_.resize(level + 1);
      kinds_[level] = event == json::parse_event_t::object_start;
    } else if (event == json::parse_event_t::object_end) {
      return !use_element(level, value);
    }
    return true;
  }

 private:
  // Where the container at `level` is: names of members, "[]" for an element of an array.
  std::string path_to(std::size_t level) const {
    std::string path;
    for (std::size_t i = 0; i < level; ++i) {
      if (!path.empty()) path += '.';
      path += kinds_[i] ? names_[i] : "[]";
    }
    return path;
  }

  bool use_element(std::size_t level, json& value) {
    if (level == 0) return false;
    const bool in_object = kinds_[level - 1];
    const std::string path = level == 1 && !in_object ? "[.]" : path_to(level - 1);
    const auto found = std::find(paths_.begin(), paths_.end(), path);
    if (found == paths_.end()) return false;
    use_(*found, in_object ? names_[level - 1] : std::string(), value);
    return true;
  }

  std::span<const std::string_view> paths_;
  const UseElement& use_;
  std::vector<std::string> names_;  // by level: the member that the parser is in
  std::vector<bool> kinds_;         // by level: an object?
};

}  // namespace

std::optional<Value> value_of(const json& value, StringPool& pool) {
  switch (value.type()) {
    case json::value_t::null:
    case json::value_t::discarded:
      return std::nullopt;
    case json::value_t::boolean:
      return value.get<bool>();
    case json::value_t::number_integer:
      return value.get<std::int64_t>();
    case json::value_t::number_unsigned: {
      const auto number = value.get<std::uint64_t>();
      if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return static_cast<std::int64_t>(number);
      return static_cast<double>(number);
    }
    case json::value_t::number_float:
      return value.get<double>();
    case json::value_t::string:
      return pool.intern(value.get_ref<const std::string&>());
    default:
      return pool.intern(value.dump());
  }
}

nlohmann::json read_json_elements(std::string_view bytes, const std::string& origin,
                                  std::span<const std::string_view> paths, const UseElement& use) {
  const Limits limits;
  if (json_deeper_than(bytes, limits.json_depth))
    throw Error("the JSON is nested more than " + std::to_string(limits.json_depth) + " deep", origin);
  ElementFilter filter(paths, use);
  try {
    return json::parse(bytes, [&filter](int depth, json::parse_event_t event, json& value) {
      return filter(depth, event, value);
    });
  } catch (const json::parse_error& error) {
    const TextPosition place = position_of(bytes, std::min(error.byte, bytes.size()));
    throw Error("the file is no valid JSON",
                origin + ":" + std::to_string(place.line) + ":" + std::to_string(place.column),
                "`jq . FILE` tells more.");
  } catch (const json::out_of_range&) {
    throw Error("a number is too large", origin);
  }
}

bool json_shows(std::string_view head, std::initializer_list<std::string_view> path) {
  // A page that newsgraph wrote holds JSON as well.
  if (const std::size_t first = head.find_first_not_of(" \t\r\n");
      first != std::string_view::npos && head[first] == '<')
    return false;
  std::vector<std::string_view> names;  // by depth: the member that the scan is in, empty in an array
  for (std::size_t at = 0; at < head.size(); ++at) {
    const char c = head[at];
    if (c == '{' || c == '[') {
      names.emplace_back();
    } else if (c == '}' || c == ']') {
      if (names.empty()) return false;
      names.pop_back();
    } else if (c == '"') {
      const std::size_t start = ++at;
      while (at < head.size() && head[at] != '"') at += head[at] == '\\' ? 2 : 1;
      const std::size_t next =
          at < head.size() ? head.find_first_not_of(" \t\r\n", at + 1) : std::string_view::npos;
      if (next == std::string_view::npos || head[next] != ':' || names.empty()) continue;
      names.back() = head.substr(start, at - start);
      if (std::equal(names.begin(), names.end(), path.begin(), path.end())) return true;
    }
  }
  return false;
}

std::string id_text(const nlohmann::json& id) {
  return id.is_string() ? id.get<std::string>() : id.dump();
}

void import_node(GraphImport& import, std::uint32_t node, const nlohmann::json& members,
                 std::span<const std::string_view> known) {
  for (const auto& [name, value] : members.items())
    if (!is_known(known, name)) import_node_member(import, node, name, value);
}

void import_node_member(GraphImport& import, std::uint32_t node, const std::string& name, const json& value) {
  const NodeField field = node_field(name);
  if (field == NodeField::aliases && value.is_array()) {
    for (const json& alias : value) import.add_alias(node, id_text(alias));
  } else if (const auto converted = value_of(value, import.pool())) {
    import.set_node(node, field, import.pool().intern(name), *converted);
  }
}

void import_edge(GraphImport& import, const nlohmann::json& members,
                 std::span<const std::string_view> known) {
  for (const auto& [name, value] : members.items())
    if (!is_known(known, name)) import_edge_member(import, name, value);
}

void import_edge_member(GraphImport& import, const std::string& name, const json& value) {
  const EdgeField field = edge_field(name);
  if (field == EdgeField::statements && value.is_array())
    import.set_edge_text(field, import.pool().intern(name), value.dump());
  else if (const auto converted = value_of(value, import.pool()))
    import.set_edge(field, import.pool().intern(name), *converted);
}

void import_graph(GraphImport& import, const nlohmann::json& members) {
  for (const auto& [name, value] : members.items())
    if (const auto converted = value_of(value, import.pool()))
      import.data().attributes.push_back({import.pool().intern(name), *converted});
}

Graph read_json_graph(std::string_view bytes, const std::string& origin, const JsonGraphShape& shape) {
  GraphImport import;
  const auto use = [&](std::string_view list, const std::string&, json& element) {
    const bool mixed =
        std::find(shape.mixed_lists.begin(), shape.mixed_lists.end(), list) != shape.mixed_lists.end();
    const bool edge = mixed ? shape.is_edge(element) : list != shape.lists.front();
    try {
      (edge ? shape.read_edge : shape.read_node)(import, element, origin);
    } catch (const Error& error) {  // it lacks an id or an end: the others may be well
      import.left_out(origin, error.message());
    }
  };
  const json rest = read_json_elements(bytes, origin, shape.lists, use);
  const bool is_list = rest.is_array() && !shape.mixed_lists.empty();
  if (!is_list && (!rest.is_object() || !rest.contains(shape.required))) throw Error(shape.missing, origin);
  if (rest.is_object()) import_graph(import, member_object(rest, shape.attributes));
  import.note_unlisted(origin);
  return import.finish();
}

void import_ends(GraphImport& import, const json& members, const std::string& origin) {
  import.edge(import.node(id_text(required_member(members, "source", origin))),
              import.node(id_text(required_member(members, "target", origin))));
}

void import_edge_id(GraphImport& import, const json& members) {
  if (const auto id = members.find("id"); id != members.end())
    import.set_edge_text(EdgeField::id, kNoText, id_text(*id));
}

const nlohmann::json& member_object(const nlohmann::json& object, const char* name) {
  static const json kNone = json::object();
  const auto found = object.find(name);
  return found != object.end() && found->is_object() ? *found : kNone;
}

const nlohmann::json& required_member(const nlohmann::json& object, const char* name,
                                      const std::string& origin) {
  const auto found = object.find(name);
  if (found != object.end() && !found->is_null()) return *found;
  throw Error(std::string("a node or edge has no \"") + name + "\"", origin,
              "It was: " + object.dump().substr(0, 200));
}

}  // namespace newsgraph

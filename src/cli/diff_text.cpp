#include "cli/diff_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "cli/counted.h"
#include "cli/text_table.h"

namespace newsgraph::cli {
namespace {

constexpr std::string_view kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "li{margin:.2rem 0}.gained{color:#05612e}.lost{color:#96140f}.changed{color:#7a4a00}.sentence{color:#555}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#161616}.gained{color:#6fd08c}.lost{color:#"
    "ff8f85}"
    ".changed{color:#f0b45a}.sentence{color:#aaa}a{color:#8ab4f8}}";

std::string part(std::size_t count, const std::string& what) {
  return count == 0 ? "" : std::to_string(count) + " " + what;
}

// "2 edges gained, 1 lost" of the parts that are there.
std::string group(const std::string& noun, const std::vector<std::pair<std::size_t, std::string>>& parts) {
  std::string text;
  for (const auto& [count, what] : parts) {
    if (count == 0) continue;
    text += text.empty() ? counted(count, noun) + " " + what : ", " + part(count, what);
  }
  return text;
}

std::string weight_of(double weight) {
  return weight == 1 ? "1 statement" : fmt::format("{} statements", weight);
}

std::string last_of(const EdgeKey& key) {
  return key.last_date.empty() ? "" : ", last " + key.last_date;
}

std::string named(const EdgeKey& key) {
  return key.subject_name + " " + key.relation + " " + key.object_name;
}

std::string in_brackets(const std::string& status) {
  return status.empty() || status == "asserted" ? "" : " (" + status + ")";
}

// "ByteDance owns TikTok: 3 statements, last 2024-05-01".
std::string line_of(const EdgeKey& key) {
  return named(key) + in_brackets(key.status) + ": " + weight_of(key.weight) + last_of(key);
}

std::string scope_change(const EdgeChange& change) {
  return std::find(change.fields.begin(), change.fields.end(), "scope") == change.fields.end()
             ? ""
             : ", other scope";
}

// "ByteDance owns TikTok: 3 statements -> 4, last 2024-05-01".
std::string line_of(const EdgeChange& change) {
  const bool status = change.before.status != change.after.status;
  std::string text = named(change.after) + (status ? "" : in_brackets(change.after.status)) + ": ";
  if (status) text += change.before.status + " -> " + change.after.status + ", ";
  text += weight_of(change.old_weight);
  if (change.new_weight != change.old_weight) text += fmt::format(" -> {}", change.new_weight);
  return text + last_of(change.after) + scope_change(change);
}

// Where there is no sentence, as in a table of relations, what says so.
std::string line_of(const ClaimChange& change) {
  return named(change.edge) + in_brackets(change.edge.status) + ": " +
         (change.text.empty() ? change.document : change.text);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// One section of the page.
class Section {
 public:
  explicit Section(std::string title) : title_(std::move(title)) {}

  void add(const char* kind, char sign, const std::string& text, const std::string& link = {}) {
    const std::string words = escaped(text);
    items_ += fmt::format("<li class=\"{}\">{} {}</li>\n", kind, sign,
                          link.empty() ? words : "<a href=\"" + escaped(link) + "\">" + words + "</a>");
  }
  std::string html() const {
    return items_.empty() ? "" : "<h2>" + title_ + "</h2>\n<ul>\n" + items_ + "</ul>\n";
  }

 private:
  std::string title_;
  std::string items_;
};

std::string link_to(const std::string& page, const EdgeKey& edge) {
  return page.empty() || edge.id.empty() ? "" : page + "#edge=" + edge.id;
}

}  // namespace

std::string totals(const Difference& difference) {
  const std::array groups{
      group("edge", {{difference.edges_gained.size(), "gained"},
                     {difference.edges_lost.size(), "lost"},
                     {difference.edges_changed.size(), "changed"}}),
      group("node", {{difference.nodes_gained.size(), "gained"}, {difference.nodes_lost.size(), "lost"}}),
      group("statement",
            {{difference.claims_gained.size(), "gained"}, {difference.claims_lost.size(), "lost"}})};
  std::string text;
  for (const std::string& each : groups)
    if (!each.empty()) text += (text.empty() ? "" : "; ") + each;
  return text.empty() ? "no difference" : text;
}

std::string text_of(const Difference& difference, const Terminal& screen, bool statements) {
  const auto line = [&](char sign, Style style, const std::string& text) {
    return screen.paint(style, std::string(1, sign) + " " + printable(text)) + "\n";
  };
  std::string out = totals(difference) + "\n";
  for (const EdgeKey& edge : difference.edges_lost) out += line('-', Style::error, line_of(edge));
  for (const EdgeKey& edge : difference.edges_gained) out += line('+', Style::name, line_of(edge));
  for (const EdgeChange& change : difference.edges_changed) out += line('~', Style::warning, line_of(change));
  for (const EdgeKey& node : difference.nodes_lost) out += line('-', Style::error, node.subject_name);
  for (const EdgeKey& node : difference.nodes_gained) out += line('+', Style::name, node.subject_name);
  if (!statements) return out;
  for (const ClaimChange& claim : difference.claims_lost) out += line('-', Style::faint, line_of(claim));
  for (const ClaimChange& claim : difference.claims_gained) out += line('+', Style::faint, line_of(claim));
  return out;
}

std::string page_of(const Difference& difference, const std::string& page) {
  Section edges("Edges");
  for (const EdgeKey& edge : difference.edges_lost) edges.add("lost", '-', line_of(edge));
  for (const EdgeKey& edge : difference.edges_gained)
    edges.add("gained", '+', line_of(edge), link_to(page, edge));
  for (const EdgeChange& change : difference.edges_changed)
    edges.add("changed", '~', line_of(change), link_to(page, change.after));
  Section nodes("Nodes");
  for (const EdgeKey& node : difference.nodes_lost) nodes.add("lost", '-', node.subject_name);
  for (const EdgeKey& node : difference.nodes_gained) {
    nodes.add("gained", '+', node.subject_name, page.empty() ? "" : page + "#node=" + node.subject);
  }
  Section statements("Statements");
  for (const ClaimChange& claim : difference.claims_lost) statements.add("lost", '-', line_of(claim));
  for (const ClaimChange& claim : difference.claims_gained) statements.add("gained", '+', line_of(claim));
  return "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n<title>What has changed</title>\n<style>" +
         std::string(kStyle) + "</style>\n<h1>What has changed</h1>\n<p>" + escaped(totals(difference)) +
         "</p>\n" + edges.html() + nodes.html() + statements.html() + "</html>\n";
}

}  // namespace newsgraph::cli

#include "documents/fields.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "support/error.h"
#include "support/nearest_word.h"

namespace newsgraph {
namespace {

using Names = std::string_view;

// Names of NewsAPI, The Guardian, The New York Times, GDELT, Event Registry, Media Cloud, Nexis, Factiva,
// Diffbot, news-please, newspaper3k, goose3, trafilatura, Readability, WordPress, Zyte and of well-known data
// sets.
constexpr std::array kId =
    std::to_array<Names>({"id", "docid", "documentid", "articleid", "guid", "uuid", "storiesid", "storyid",
                          "an", "accessionnumber", "accessionno", "uniqueid"});
constexpr std::array kTitle =
    std::to_array<Names>({"title", "headline", "heading", "webtitle", "articletitle", "hd", "newstitle",
                          "headlinetext", "titletext", "storytitle", "documenttitle", "pagetitle"});
constexpr std::array kDate = std::to_array<Names>({"date",
                                                   "published",
                                                   "publishedat",
                                                   "datepublished",
                                                   "publisheddate",
                                                   "publishdate",
                                                   "datepublish",
                                                   "publicationdate",
                                                   "pubdate",
                                                   "webpublicationdate",
                                                   "publishedon",
                                                   "articledate",
                                                   "publishedtime",
                                                   "publishtime",
                                                   "publishingdate",
                                                   "dateofpublication",
                                                   "pd",
                                                   "datetimepub",
                                                   "seendate",
                                                   "v21date",
                                                   "issued",
                                                   "sqldate",
                                                   "dategmt",
                                                   "issuedate",
                                                   "datetime",
                                                   "timestamp",
                                                   "created",
                                                   "createdat",
                                                   "createdutc",
                                                   "firstdate",
                                                   "dateadded",
                                                   "timeadded",
                                                   "time",
                                                   "day"});
constexpr std::array kUrl = std::to_array<Names>(
    {"url", "link", "weburl", "canonicalurl", "canonicallink", "permalink", "articleurl", "pageurl",
     "finalurl", "originalurl", "sourceurl", "documentidentifier", "vdocumentidentifier",
     "v2documentidentifier", "requestedurl", "documenturl", "href", "uri", "source"});
constexpr std::array kAuthor =
    std::to_array<Names>({"author", "authors", "byline", "by", "creator", "writer", "authorslist",
                          "authorname", "bylines", "journalist", "primaryauthor"});
// What is a summary at best comes last.
constexpr std::array kText = std::to_array<Names>({"text",
                                                   "body",
                                                   "content",
                                                   "articlebody",
                                                   "bodytext",
                                                   "fulltext",
                                                   "maintext",
                                                   "articletext",
                                                   "textcontent",
                                                   "plaintext",
                                                   "cleanedtext",
                                                   "cleantext",
                                                   "textcleaned",
                                                   "article",
                                                   "story",
                                                   "storytext",
                                                   "storybody",
                                                   "newstext",
                                                   "contenttext",
                                                   "bodyhtml",
                                                   "contenthtml",
                                                   "contentencoded",
                                                   "articlecontent",
                                                   "articlehtml",
                                                   "selftext",
                                                   "rawtext",
                                                   "html",
                                                   "td",
                                                   "leadparagraph",
                                                   "description",
                                                   "shortdescription",
                                                   "summary",
                                                   "abstract",
                                                   "abstractnote",
                                                   "excerpt",
                                                   "snippet",
                                                   "metadescription"});
// The first sentences where a system keeps them apart from the text.
constexpr std::array kLead = std::to_array<Names>({"lead", "lp", "hlead"});
constexpr std::array kModified =
    std::to_array<Names>({"modified", "datemodified", "modifieddate", "modifiedat", "modifiedgmt",
                          "lastmodified", "updated", "updatedat", "dateupdated", "updateddate", "lastupdated",
                          "updatetime", "lastmodifieddate", "webmodified"});

constexpr std::array kSource = std::to_array<Names>(
    {"source", "subject", "from", "head", "sourcename", "subjectname", "sourceentity", "subjectentity",
     "entity1", "node1", "vertex1", "sourceid", "start", "startid", "h"});
constexpr std::array kRelation =
    std::to_array<Names>({"relation", "predicate", "relationtype", "relationship", "relationshiptype", "rel",
                          "edgetype", "verb", "interaction", "edge", "kind", "label", "type", "r"});
constexpr std::array kTarget =
    std::to_array<Names>({"target", "object", "to", "tail", "targetname", "objectname", "targetentity",
                          "objectentity", "entity2", "node2", "vertex2", "targetid", "end", "endid", "t"});
constexpr std::array kStatus = std::to_array<Names>({"status", "modality"});
constexpr std::array kEvidence =
    std::to_array<Names>({"evidence", "sentence", "quote", "evidencetext", "text", "snippet", "context"});
constexpr std::array kSourceType =
    std::to_array<Names>({"sourcetype", "subjecttype", "fromtype", "headtype", "starttype"});
constexpr std::array kTargetType =
    std::to_array<Names>({"targettype", "objecttype", "totype", "tailtype", "endtype"});
constexpr std::array kConfidence = std::to_array<Names>({"confidence", "probability", "score"});
constexpr std::array kScope = std::to_array<Names>({"scope", "qualifier"});
constexpr std::array kDocumentTitle =
    std::to_array<Names>({"title", "documenttitle", "headline", "articletitle"});

constexpr std::array kArticle = std::to_array<Field>({{"id", kId},
                                                      {"title", kTitle},
                                                      {"date", kDate},
                                                      {"url", kUrl},
                                                      {"author", kAuthor},
                                                      {"text", kText},
                                                      {"lead", kLead},
                                                      {"modified", kModified}});
// In a table of relations "source" is who does it.
constexpr auto kRowUrl = std::span(kUrl).first<kUrl.size() - 1>();
constexpr std::array kRelationRow = std::to_array<Field>({{"source", kSource},
                                                          {"relation", kRelation},
                                                          {"target", kTarget},
                                                          {"date", kDate},
                                                          {"status", kStatus},
                                                          {"evidence", kEvidence},
                                                          {"url", kRowUrl},
                                                          {"source_type", kSourceType},
                                                          {"target_type", kTargetType},
                                                          {"confidence", kConfidence},
                                                          {"scope", kScope},
                                                          {"title", kDocumentTitle}});

std::optional<std::size_t> position(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 20;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i) list += (i > 0 ? ", " : "") + names[i];
  return names.size() > kMost ? list + ", …" : list;
}

bool has_field(std::span<const Field> fields, std::string_view name) {
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
}

}  // namespace

std::span<const Field> article_fields() {
  return kArticle;
}
std::span<const Field> relation_fields() {
  return kRelationRow;
}

std::string with_lead(std::string_view lead, std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (lead.empty() || (start != std::string_view::npos && text.substr(start).starts_with(lead)))
    return std::string(text);
  return std::string(lead) + (text.empty() ? "" : "\n\n") + std::string(text);
}

bool is_address(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://");
}

std::string normalize_name(std::string_view name) {
  return ascii_letters_and_digits(name);
}

namespace {

std::string nearest_column(const std::string& name, const std::vector<std::string>& columns) {
  return did_you_mean(name, std::vector<std::string_view>(columns.begin(), columns.end()));
}

std::vector<std::string_view> field_names() {
  std::vector<std::string_view> names;
  for (const Field& field : article_fields()) names.push_back(field.name);
  for (const Field& field : relation_fields()) names.push_back(field.name);
  return names;
}

}  // namespace

std::vector<std::optional<std::size_t>> match_fields(std::span<const Field> fields,
                                                     const std::vector<std::string>& names,
                                                     const std::map<std::string, std::string>& mapping) {
  std::vector<std::string> normal;
  normal.reserve(names.size());
  for (const std::string& name : names) normal.push_back(normalize_name(name));
  std::vector<std::optional<std::size_t>> matched;
  for (const Field& field : fields) {
    std::optional<std::size_t> found;
    if (const auto mapped = mapping.find(std::string(field.name)); mapped != mapping.end()) {
      found = position(names, mapped->second);
      if (!found) {
        throw UsageError("there is no column '" + mapped->second + "' for " + mapped->first, "",
                         "The columns are: " + listed(names) + "." + nearest_column(mapped->second, names));
      }
    }
    for (auto other = field.others.begin(); !found && other != field.others.end(); ++other) {
      found = position(normal, *other);
    }
    matched.push_back(found);
  }
  return matched;
}

void check_mapping(const std::map<std::string, std::string>& mapping) {
  for (const auto& [field, name] : mapping) {
    if (has_field(kArticle, field) || has_field(kRelationRow, field)) continue;
    throw UsageError(
        "'" + field + "' is no field of articles or relations", "--columns",
        "Fields are id, title, date, url, author, text, lead and source, relation, target, status, evidence, "
        "source_type, target_type, confidence, scope." +
            did_you_mean(field, field_names()));
  }
}

}  // namespace newsgraph

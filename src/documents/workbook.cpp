// Workbooks of spreadsheets: their sheets as tables.
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "documents/archive_source.h"
#include "documents/lines.h"
#include "documents/readers.h"
#include "documents/sheet_text.h"
#include "documents/xml_pull.h"
#include "support/archive.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

using Node = XmlPull::Node;

constexpr std::size_t kLargest = std::size_t{256} << 20;  // bytes of one part, which is held whole
constexpr std::size_t kMostHeld = std::size_t{1} << 30;   // bytes of all parts that are held together

std::size_t number_of(std::string_view text, std::size_t otherwise) {
  std::size_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// A name as that of a file.
std::string file_name(std::string name) {
  std::replace(name.begin(), name.end(), '/', '-');
  return utf8::without_controls(name);
}

// The parts of a workbook of Excel that say something about its cells.
struct Workbook {
  std::string file;
  std::vector<std::pair<std::string, std::string>> names;  // of a sheet, and the id of its part
  std::map<std::string, std::string> parts;                // the file "xl/worksheets/sheet1.xml" of an id
  std::vector<std::string> strings;
  std::vector<bool> dates;  // by the number of a style: whether it shows a date
  bool from_1904 = false;
  std::map<std::string, std::string> sheets;  // XML by file
  std::size_t held = 0;                       // bytes of all of this

  // Before these bytes are kept: a few kilobytes of ZIP can stand for a thousand times as many.
  void hold(std::size_t bytes) {
    constexpr std::size_t kOverhead = 64;  // of an entry, however short
    held += bytes + kOverhead;
    if (held > kMostHeld) throw Error("has sheets and texts of more than " + format_size(kMostHeld), file);
  }
};

void read_names(XmlPull& xml, Workbook& book) {
  while (xml.next()) {
    if (xml.node() != Node::kStart) continue;
    if (xml.name() == "sheet") {
      book.names.emplace_back(xml.attribute("name"), xml.attribute("r:id"));
      book.hold(book.names.back().first.size() + book.names.back().second.size());
    }
    if (xml.name() == "workbookPr") {
      const std::string since = xml.attribute("date1904");
      book.from_1904 = since == "1" || since == "true";
    }
  }
}

void read_relations(XmlPull& xml, Workbook& book) {
  while (xml.next()) {
    if (xml.node() != Node::kStart || xml.name() != "Relationship") continue;
    std::string target = xml.attribute("Target");
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    book.hold(target.size());
    book.parts.emplace(xml.attribute("Id"), std::move(target));
  }
}

void read_strings(XmlPull& xml, Workbook& book) {
  bool in_text = false;
  bool in_reading = false;  // how East Asian words are said
  while (xml.next()) {
    const std::string_view name = xml.name();
    if (xml.node() == Node::kStart && name == "si") {
      book.hold(0);
      book.strings.emplace_back();
    }
    if (name == "rPh") in_reading = xml.node() == Node::kStart;
    if (name == "t" && xml.node() != Node::kText) in_text = xml.node() == Node::kStart;
    if (xml.node() == Node::kText && in_text && !in_reading && !book.strings.empty()) {
      book.hold(xml.text().size());
      book.strings.back() += xml.text();
    }
  }
}

// Formats that every workbook has, by number.
bool is_date_format(std::size_t number) {
  return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36 ||
         (number >= 50 && number <= 58);
}

void read_styles(XmlPull& xml, Workbook& book) {
  std::map<std::size_t, bool> own;
  bool in_cells = false;
  while (xml.next()) {
    if (xml.name() == "cellXfs") in_cells = xml.node() == Node::kStart;
    if (xml.node() != Node::kStart) continue;
    if (xml.name() == "numFmt" || xml.name() == "xf") book.hold(0);
    if (xml.name() == "numFmt")
      own[number_of(xml.attribute("numFmtId"), 0)] = shows_date(xml.attribute("formatCode"));
    if (xml.name() != "xf" || !in_cells) continue;
    const std::size_t format = number_of(xml.attribute("numFmtId"), 0);
    const auto known = own.find(format);
    book.dates.push_back(known == own.end() ? is_date_format(format) : known->second);
  }
}

std::string value_of(const std::string& type, const std::string& style, const std::string& value,
                     const Workbook& book) {
  if (type == "s") {
    const std::size_t number = number_of(value, book.strings.size());
    return number < book.strings.size() ? book.strings[number] : std::string();
  }
  if (type == "e") return {};  // a formula that failed
  if (!type.empty() && type != "n") return value;
  const std::size_t number = number_of(style, book.dates.size());
  return number < book.dates.size() && book.dates[number] ? day_of_number(value, book.from_1904) : value;
}

void read_sheet(XmlPull& xml, const Workbook& book, SheetText& sheet) {
  std::string type;
  std::string style;
  std::string value;
  std::size_t column = 0;
  bool in_value = false;
  while (!sheet.full() && xml.next()) {
    const std::string_view name = xml.name();
    if (xml.node() == Node::kText) {
      if (in_value) value += xml.text();
    } else if (name == "v" || name == "t") {
      in_value = xml.node() == Node::kStart;
    } else if (xml.node() == Node::kStart && name == "row") {
      column = 0;
      sheet.begin_row(number_of(xml.attribute("r"), 0));
    } else if (xml.node() == Node::kStart && name == "c") {
      type = xml.attribute("t");
      style = xml.attribute("s");
      value.clear();
      if (const std::string place = xml.attribute("r"); !place.empty()) column = column_of_cell(place);
    } else if (xml.node() == Node::kEnd && name == "c") {
      sheet.set(column++, value_of(type, style, value, book));
    } else if (xml.node() == Node::kEnd && name == "row") {
      sheet.end_row();
    }
  }
}

constexpr const char* kNoSheet = "is a workbook without a sheet that holds anything";

// Hands a sheet on like a file; returns whether it holds anything.
bool hand_on(const SheetText& sheet, const std::string& name, const std::string& file, ReadContext& context) {
  if (sheet.text().empty() && !sheet.full()) return false;
  const std::string path = file_name(name) + ".csv";
  if (sheet.full()) {
    context.skip(file, file + "/" + path, "more than " + format_size(kLargest) + " as a table");
    return true;
  }
  Input table(file + "/" + path, std::make_unique<MemorySource>(sheet.text()));
  context.read_nested(table, path, file);
  return true;
}

class ExcelReader {
 public:
  ExcelReader(Input& input, ReadContext& context) : input_(input), context_(context) {
    book_.file = input.name();
  }

  void read() {
    Archive archive(input_, input_.name());
    for (ArchiveEntry entry; archive.next(entry);) {
      if (entry.encrypted) throw Error("is encrypted", input_.name(), "Save it without a password.");
      const auto part = [&](void (*take)(XmlPull&, Workbook&)) {
        const auto file = open_entry(archive, input_.name(), context_);
        XmlPull xml(*file, input_.name());
        take(xml, book_);
      };
      if (entry.path == "xl/workbook.xml") part(read_names);
      if (entry.path == "xl/_rels/workbook.xml.rels") part(read_relations);
      if (entry.path == "xl/sharedStrings.xml") part(read_strings);
      if (entry.path == "xl/styles.xml") part(read_styles);
      // Its cells point to strings and styles, which come later, mostly.
      if (entry.path.starts_with("xl/worksheets/") && entry.path.ends_with(".xml")) {
        std::string& sheet = book_.sheets[entry.path];
        sheet = open_entry(archive, input_.name(), context_)->read_all(kLargest, "");
        book_.hold(sheet.size());
      }
    }
    for (const auto& [name, id] : book_.names) read_named(name, id);
    if (!any_) throw Error(kNoSheet, input_.name());
  }

 private:
  void read_named(const std::string& name, const std::string& id) {
    const auto part = book_.parts.find(id);
    const auto found = part == book_.parts.end() ? book_.sheets.end() : book_.sheets.find(part->second);
    if (found == book_.sheets.end()) return;  // a chart
    MemorySource bytes(found->second);
    XmlPull xml(bytes, input_.name());
    SheetText sheet(kLargest);
    read_sheet(xml, book_, sheet);
    any_ = hand_on(sheet, name, input_.name(), context_) || any_;
  }

  Input& input_;
  ReadContext& context_;
  Workbook book_;
  bool any_ = false;
};

// Sheets of OpenDocument, all in one XML.
class OpenDocumentReader {
 public:
  OpenDocumentReader(Input& input, ReadContext& context) : input_(input), context_(context) {}

  void read() {
    Archive archive(input_, input_.name());
    for (ArchiveEntry entry; archive.next(entry);) {
      if (entry.encrypted) throw Error("is encrypted", input_.name(), "Save it without a password.");
      if (entry.path != "content.xml") continue;
      const auto file = open_entry(archive, input_.name(), context_);
      XmlPull xml(*file, input_.name());
      while (xml.next()) {
        if (xml.node() == Node::kStart && xml.prefix() == "table" && xml.name() == "table") read_sheet(xml);
      }
    }
    if (!any_) throw Error(kNoSheet, input_.name());
  }

 private:
  void read_sheet(XmlPull& xml) {
    const std::string name = xml.attribute("table:name");
    SheetText sheet(kLargest);
    const int depth = xml.depth();
    std::size_t column = 0;
    std::size_t row = 1;
    std::size_t repeated = 1;
    while (!sheet.full() && xml.next() && !(xml.node() == Node::kEnd && xml.depth() == depth)) {
      const std::string_view element = xml.name();
      if (element == "table-row" && xml.node() == Node::kStart) {
        column = 0;
        repeated = number_of(xml.attribute("table:number-rows-repeated"), 1);
        sheet.begin_row(row);
      }
      if (element == "table-row" && xml.node() == Node::kEnd) {
        sheet.end_row();
        row += repeated;
      }
      if ((element == "table-cell" || element == "covered-table-cell") && xml.node() == Node::kStart) {
        // The last cell of a row is repeated up to the edge, empty.
        const std::size_t times = number_of(xml.attribute("table:number-columns-repeated"), 1);
        const std::string value = read_cell(xml);
        constexpr std::size_t kMostCopies = 100;
        for (std::size_t i = 0; i < times && i < kMostCopies && !sheet.full(); ++i)
          sheet.set(column + i, value);
        column += times;
      }
    }
    any_ = hand_on(sheet, name, input_.name(), context_) || any_;
  }

  static std::string read_cell(XmlPull& xml) {
    const std::string date = xml.attribute("office:date-value");
    const std::string type = xml.attribute("office:value-type");
    // Not as it is shown: "75 %", "0,75".
    const std::string number = type == "float" || type == "percentage" ? xml.attribute("office:value") : "";
    const int depth = xml.depth();
    std::string value;
    int notes = 0;  // of the author to himself
    while (xml.next() && !(xml.node() == Node::kEnd && xml.depth() == depth)) {
      if (xml.name() == "annotation" && xml.node() != Node::kText)
        notes += xml.node() == Node::kStart ? 1 : -1;
      if (notes > 0) continue;
      if (value.size() > kLargest) continue;  // more than its sheet may have
      if (xml.node() == Node::kText) value += xml.text();
      if (xml.node() == Node::kStart && xml.name() == "p" && !value.empty()) value += '\n';
      if (xml.node() == Node::kStart && (xml.name() == "s" || xml.name() == "tab")) value += ' ';
    }
    return !date.empty() ? date : number.empty() ? value : number;
  }

  Input& input_;
  ReadContext& context_;
  bool any_ = false;
};

bool is_open_document(std::string_view start) {
  return start.find("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") != std::string_view::npos;
}

}  // namespace

bool looks_like_workbook(std::string_view start) {
  return looks_like_zip(start) &&
         (start.find("xl/workbook.xml") != std::string_view::npos ||
          start.find("xl/_rels/workbook.xml.rels") != std::string_view::npos ||
          start.find("xl/worksheets/") != std::string_view::npos || is_open_document(start));
}

void read_workbook(Input& input, ReadContext& context) {
  constexpr std::size_t kStart = 4096;
  if (is_open_document(input.peek(kStart)) || input.name().ends_with(".ods"))
    OpenDocumentReader(input, context).read();
  else
    ExcelReader(input, context).read();
}

}  // namespace newsgraph

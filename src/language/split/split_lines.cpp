#include "language/split/split_lines.h"

#include <algorithm>
#include <optional>
#include <span>

#include "language/split/tokenize_characters.h"
#include "support/utf8.h"

namespace newsgraph {

namespace {

// Hard-wrapped text has its lines about this long: old mails 72 to 80, news groups 60 to 78.
constexpr std::uint32_t kNarrowestWrap = 45;
constexpr std::uint32_t kWidestWrap = 100;
// Columns of newspapers are narrower: that such lines are wrapped has to show in every one of them.
constexpr std::uint32_t kNarrowestColumn = 20;

using Lines = std::vector<Line>;

// The line text[begin, end) without white space around it.
Line trimmed_line(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const Glyph g = glyph_at(text, begin);
    if (!is_blank(g.cls)) break;
    begin += g.length;
  }
  begin = std::min(begin, end);
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && utf8::is_continuation(text[last])) --last;
    if (!is_blank(glyph_at(text, last).cls)) break;
    end = last;
  }
  const std::string_view line = text.substr(begin, end - begin);
  const auto continuations = std::count_if(line.begin(), line.end(), utf8::is_continuation);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
          static_cast<std::uint32_t>(line.size() - static_cast<std::size_t>(continuations))};
}

bool is_blank_line(const Line& line) {
  return line.begin == line.end;
}

// Lines of text[begin, end); blank ones are empty. CR LF is one line end.
void append_lines(std::string_view text, std::size_t begin, std::size_t end, Lines& lines) {
  while (begin < end) {
    std::size_t stop = begin;
    while (stop < end && text[stop] != '\n' && text[stop] != '\r') ++stop;
    lines.push_back(trimmed_line(text, begin, stop));
    if (stop + 1 < end && text[stop] == '\r' && text[stop + 1] == '\n') ++stop;
    begin = stop + 1;
  }
}

std::uint32_t first_word_columns(std::string_view text, const Line& line) {
  std::uint32_t columns = 0;
  for (std::size_t at = line.begin; at < line.end; ++columns) {
    const Glyph g = glyph_at(text, at);
    if (is_blank(g.cls)) break;
    at += g.length;
  }
  return columns;
}

bool ends_with_terminal(std::string_view text, const Line& line) {
  const char last = text[line.end - 1];
  return last == '.' || last == '!' || last == '?' || last == ':';
}

// The width of a narrow column: no line is longer, each ends where the first word of the next one had no
// room, but where a paragraph may end, and some go on in small letters. Lists and verses are not so.
std::optional<std::uint32_t> narrow_column(std::string_view text, const Lines& lines) {
  constexpr std::size_t kFewest = 3;
  std::uint32_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.columns);
  if (width < kNarrowestColumn || width >= kNarrowestWrap) return {};
  std::size_t full = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (is_blank_line(lines[i]) || is_blank_line(lines[i + 1])) continue;
    if (lines[i].columns + 1 + first_word_columns(text, lines[i + 1]) > width) {
      ++full;
    } else if (!ends_with_terminal(text, lines[i])) {
      return {};
    }
    small += glyph_at(text, lines[i + 1].begin).cls == CharClass::lower ? 1U : 0U;
  }
  if (full < kFewest || small * 3 < full) return {};
  return width;
}

// The column at which the text is wrapped, or nothing where it is not: the upper quartile of the
// lines that another one follows, if most of them come near it and none is much longer.
std::optional<std::uint32_t> wrap_column(const Lines& lines) {
  std::vector<std::uint32_t> columns;
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    longest = std::max(longest, lines[i].columns);
    if (i + 1 < lines.size() && !is_blank_line(lines[i]) && !is_blank_line(lines[i + 1])) {
      columns.push_back(lines[i].columns);
    }
  }
  if (columns.size() < 2 || longest > 2 * kWidestWrap) return {};
  std::sort(columns.begin(), columns.end());
  const std::uint32_t wrap = columns[columns.size() * 3 / 4];
  const auto near = std::count_if(columns.begin(), columns.end(), [&](auto c) { return c * 5 >= wrap * 4; });
  if (wrap < kNarrowestWrap || wrap > kWidestWrap || static_cast<std::size_t>(near) * 2 < columns.size())
    return {};
  return wrap;
}

// "- item", "* item", "• item", "1. item", "2) item".
bool is_bullet(std::string_view text, const Line& line) {
  const Glyph g = glyph_at(text, line.begin);
  std::size_t at = line.begin + g.length;
  if (g.cls == CharClass::digit) {
    while (at < line.end && is_ascii_digit(text[at])) ++at;
    if (at >= line.end || (text[at] != '.' && text[at] != ')')) return false;
    ++at;
  } else if (g.code != '-' && g.code != '*' && g.cls != CharClass::symbol) {
    return false;
  }
  return at < line.end && is_blank(glyph_at(text, at).cls) && g.code != '&';
}

// Whether the line goes on with what stood before it: lower case, or closing punctuation.
bool continues(std::string_view text, const Line& line) {
  const Glyph g = glyph_at(text, line.begin);
  return g.cls == CharClass::lower || g.cls == CharClass::close || g.cls == CharClass::terminal ||
         g.code == ',' || g.code == ';' || g.code == ':';
}

bool is_hard_break(std::string_view text, const Line& line, const Line& next,
                   std::optional<std::uint32_t> wrap) {
  if (is_bullet(text, next)) return true;
  if (wrap && line.columns + 1 + first_word_columns(text, next) > *wrap) return false;
  return !continues(text, next) || ends_with_terminal(text, line);
}

Paragraph paragraph_of(std::string_view text, std::span<const Line> lines,
                       std::optional<std::uint32_t> wrap) {
  Paragraph paragraph;
  paragraph.begin = lines.front().begin;
  paragraph.end = lines.back().end;
  paragraph.single_line = lines.size() == 1;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (is_hard_break(text, lines[i - 1], lines[i], wrap)) paragraph.hard_breaks.push_back(lines[i].begin);
  }
  return paragraph;
}

void append_paragraphs(std::string_view text, const Lines& lines, bool title,
                       std::vector<Paragraph>& result) {
  auto wrap = wrap_column(lines);
  if (!wrap) wrap = narrow_column(text, lines);
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t last = i;
    while (last < lines.size() && !is_blank_line(lines[last])) ++last;
    if (last > i) {
      result.push_back(paragraph_of(text, std::span(lines).subspan(i, last - i), wrap));
      result.back().title = title;
    }
    i = last + 1;
  }
}

}  // namespace

std::vector<Paragraph> paragraphs(std::string_view text, std::size_t title_end) {
  std::vector<Paragraph> result;
  Lines lines;
  title_end = std::min(title_end, text.size());
  append_lines(text, 0, title_end, lines);
  append_paragraphs(text, lines, true, result);
  lines.clear();
  append_lines(text, title_end, text.size(), lines);
  append_paragraphs(text, lines, false, result);
  return result;
}

}  // namespace newsgraph

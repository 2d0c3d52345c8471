#include "cli/text_table.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <sstream>

#include "support/utf8.h"

namespace newsgraph::cli {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;

struct Glyph {
  std::size_t bytes;
  std::size_t columns;
};

// The first character of `text`, which is not empty. A byte that is no UTF-8 counts as one column.
Glyph first_glyph(std::string_view text) {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const utf8proc_ssize_t length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0) return {1, 1};
  return {static_cast<std::size_t>(length), static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)))};
}

// Bytes of the colour that `text` starts with, "\x1b[1;36m"; 0 where it starts with none.
std::size_t color_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

// Also what breaks lines or turns the direction of writing round: a name could show itself as another.
bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x61C ||
         code_point == 0x200E || code_point == 0x200F || (code_point >= 0x2028 && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

bool ends_line(char32_t code_point) {
  return code_point == U'\n' || code_point == 0x2028 || code_point == 0x2029;
}

// Marks, embeddings, overrides and isolates: what follows one is written the other way round.
bool turns_writing(char32_t code_point) {
  return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x206F);
}

std::string pad(std::string_view text, std::size_t width, Align align) {
  const std::size_t used = display_width(text);
  const std::string blanks(width > used ? width - used : 0, ' ');
  return align == Align::right ? blanks + std::string(text) : std::string(text) + blanks;
}

// Ends the line, without blanks before its end.
void end_line(std::string& out) {
  out.erase(out.find_last_not_of(' ') + 1);
  out += '\n';
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  for (const utf8::Decoded& each : utf8::code_points(text)) {
    if (ends_line(each.code_point) || each.code_point == U'\t') {
      result += ' ';
    } else if (!is_control(each.code_point) && !turns_writing(each.code_point)) {
      utf8::append(result, each.code_point);
    }
  }
  return result;
}

std::string written_out(std::string_view text) {
  std::string result;
  for (const utf8::Decoded& each : utf8::code_points(text)) {
    const char32_t code_point = each.code_point;
    const bool stays = code_point == U'\n' || code_point == U'\t';
    if (!stays && (is_control(code_point) || turns_writing(code_point)))
      result += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point));
    else
      utf8::append(result, code_point);
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    if (const std::size_t color = color_length(text); color != 0) {
      text.remove_prefix(color);
      continue;
    }
    const Glyph glyph = first_glyph(text);
    columns += glyph.columns;
    text.remove_prefix(glyph.bytes);
  }
  return columns;
}

std::string fit(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t columns = 0;
  std::size_t bytes = 0;
  while (bytes < text.size()) {
    const Glyph glyph = first_glyph(text.substr(bytes));
    if (columns + glyph.columns + 1 > width) break;
    columns += glyph.columns;
    bytes += glyph.bytes;
  }
  return std::string(text.substr(0, bytes)) + "…";
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  std::size_t used = 0;
  const std::string margin(indent, ' ');
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t columns = display_width(word);
    if (used != 0 && used + 1 + columns > width) {
      out += '\n';
      used = 0;
    }
    if (used == 0) {
      out += margin;
      used = indent;
    } else {
      out += ' ';
      used += 1;
    }
    out += word;
    used += columns;
  }
  return out + "\n";
}

void TextTable::add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::vector<std::size_t> TextTable::widths(std::size_t available) const {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    std::size_t widest = display_width(columns_[column].title);
    for (const auto& row : rows_) widest = std::max(widest, display_width(row[column]));
    widths.push_back(widest);
  }
  while (std::accumulate(widths.begin(), widths.end(), kGap * (widths.size() - 1)) > available) {
    std::size_t* widest = nullptr;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const bool can_shrink = columns_[column].align == Align::left && widths[column] > kNarrowest;
      if (can_shrink && (widest == nullptr || widths[column] > *widest)) widest = &widths[column];
    }
    if (widest == nullptr) break;
    --*widest;
  }
  return widths;
}

std::vector<std::string> TextTable::lines_of(const std::string& cell, std::size_t column,
                                             std::size_t width) const {
  if (!columns_[column].wraps) return {fit(cell, width)};
  std::vector<std::string> lines;
  std::istringstream wrapped(wrap(cell, width, 0));
  for (std::string line; std::getline(wrapped, line);) lines.push_back(fit(line, width));
  return lines;
}

std::string TextTable::render(const Terminal& terminal) const {
  const bool wraps = std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return c.wraps; });
  const std::vector<std::size_t> columns =
      widths(wraps ? static_cast<std::size_t>(terminal.width()) : terminal.table_width());
  std::string out;
  const auto row = [&](const auto& cell, const auto& style) {
    std::vector<std::vector<std::string>> cells;
    cells.reserve(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) cells.push_back(lines_of(cell(i), i, columns[i]));
    const std::size_t height = std::ranges::max(cells, {}, &std::vector<std::string>::size).size();
    for (std::size_t line = 0; line < height; ++line) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string text =
            pad(line < cells[i].size() ? cells[i][line] : "", columns[i], columns_[i].align);
        out += (i == 0 ? "" : std::string(kGap, ' ')) + terminal.paint(style(i), text);
      }
      end_line(out);
    }
  };
  row([&](std::size_t i) { return columns_[i].title; }, [](std::size_t) { return Style::heading; });
  for (const auto& cells : rows_) {
    row([&](std::size_t i) { return cells[i]; }, [&](std::size_t i) { return columns_[i].style; });
  }
  return out;
}

}  // namespace newsgraph::cli

#include <charconv>
#include <cstddef>
#include <string_view>

#include "formats/picture/graphviz.h"

namespace newsgraph {
namespace {

constexpr std::size_t kDigits = 10;  // of an offset in the table
constexpr std::size_t kEntry = 20;   // bytes of "0000032060 00000 n \n"

std::size_t number_at(const std::string& pdf, std::size_t at) {
  std::size_t number = 0;
  std::from_chars(pdf.data() + at, pdf.data() + pdf.size(), number);
  return number;
}

// The objects behind `place` have come `cut` bytes forward.
void correct_table(std::string& pdf, std::size_t table, std::size_t end, std::size_t place, std::size_t cut) {
  std::size_t at = pdf.find('\n', pdf.find('\n', table) + 1) + 1;  // behind "xref" and "0 21"
  for (; at + kEntry <= end && pdf[at + kDigits] == ' '; at += kEntry) {
    const std::size_t offset = number_at(pdf, at);
    if (offset <= place) continue;
    const std::string digits = std::to_string(offset - cut);
    pdf.replace(at, kDigits, std::string(kDigits - digits.size(), '0') + digits);
  }
}

}  // namespace

void remove_pdf_time(std::string& pdf) {
  constexpr std::string_view kKey = "/CreationDate (D:";
  constexpr std::string_view kTime = "19700101000000Z";
  constexpr std::string_view kStart = "startxref\n";
  const std::size_t key = pdf.find(kKey);
  const std::size_t start = pdf.rfind(kStart);
  if (key == std::string::npos || start == std::string::npos || key > start) return;
  const std::size_t from = key + kKey.size();
  const std::size_t to = pdf.find(')', from);
  if (to > start || to - from < kTime.size()) return;
  pdf.replace(from, kTime.size() - 1, kTime, 0, kTime.size() - 1);
  const std::size_t table = number_at(pdf, start + kStart.size());
  if (table < to || table > start || pdf.compare(table, 4, "xref") != 0) return;
  const std::size_t cut = to - from - kTime.size();
  pdf.replace(from, to - from, kTime);
  const std::size_t moved = start - cut;
  correct_table(pdf, table - cut, moved, from, cut);
  const std::size_t number = moved + kStart.size();
  pdf.replace(number, pdf.find('\n', number) - number, std::to_string(table - cut));
}

}  // namespace newsgraph

#include "formats/text/chunks.h"

#include <algorithm>

#include "support/in_order.h"

namespace newsgraph {

void write_in_chunks(std::size_t count, unsigned jobs, Sink& sink, LossCounts& counts,
                     const FormatItems& format) {
  // Of a few hundred bytes each: a part that stays in a core's own cache until it is written.
  constexpr std::size_t kItems = 512;
  const auto work = [&](Turns& turns) {
    TextBuffer out;
    while (const auto part = turns.next()) {
      LossCounts lost;
      format(*part * kItems, std::min(count, (*part + 1) * kItems), out, lost);
      const auto write = [&] {
        out.drain(sink);
        counts += lost;
      };
      if (!turns.in_turn(*part, write)) return;
    }
  };
  work_in_order((count + kItems - 1) / kItems, jobs, work);
}

}  // namespace newsgraph

// How sure what is found has to be.
#pragma once

#include <optional>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace newsgraph {
struct ReadReport;
}

namespace newsgraph::cli {

class Context;

// --min-confidence. Where it is given, claims of articles are found that are less sure than the default, too.
CLI::Option* add_confidence_option(CLI::App& app, std::optional<double>& min_confidence);
// Tells how many claims were not sure enough, though they are as likely right as wrong.
void report_unsure(Context& context, const ReadReport& report);

}  // namespace newsgraph::cli

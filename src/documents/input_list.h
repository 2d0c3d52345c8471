// The files that the arguments name: folders are walked, in the order of their paths' bytes.
#pragma once

#include <string>
#include <vector>

#include "documents/reader.h"

namespace newsgraph {

struct InputPath {
  std::string path;
  std::string within;  // the path from the input on: of a file in a folder that was named, from the folder on
  bool named = true;   // given by the user; false: found inside a folder
};

// Files as given, folders recursively. Hidden files, files of unknown kind and special files inside folders
// are left out and noted in `report`; links to folders are followed, but no folder is read twice; a file that
// is named twice is read once.
std::vector<InputPath> list_inputs(const std::vector<std::string>& inputs, const ReadOptions& options,
                                   ReadReport& report);

}  // namespace newsgraph

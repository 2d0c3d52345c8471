#include "cli/manual.h"

#include <algorithm>

namespace newsgraph::cli {
namespace {

std::string verb_of(const Manual& manual) {
  const std::size_t blank = manual.name.find(' ');
  return blank == std::string::npos ? "" : manual.name.substr(blank + 1);
}

bool takes_file(const OptionEntry& option) {
  return option.value.find("FILE") != std::string::npos;
}

std::vector<OptionEntry> all_options(const Manual& manual) {
  std::vector<OptionEntry> all;
  for (const OptionGroup& group : manual.groups)
    all.insert(all.end(), group.options.begin(), group.options.end());
  return all;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> dashed_names(const std::vector<OptionEntry>& options) {
  std::vector<std::string> names;
  for (const OptionEntry& option : options) {
    if (!option.short_name.empty()) names.push_back(option.short_name);
    if (!option.long_name.empty()) names.push_back(option.long_name);
  }
  return names;
}

// Inside single quotes of zsh and fish.
std::string quoted(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// One case arm for each option with known words: "--progress) words=...".
std::string bash_values(const std::vector<OptionEntry>& options) {
  std::string out;
  for (const OptionEntry& option : options) {
    if (option.value.empty()) continue;
    const std::string pattern = option.short_name +
                                (option.short_name.empty() || option.long_name.empty() ? "" : "|") +
                                option.long_name;
    const std::vector<std::string> words = option.choices();
    const std::string reply = !words.empty()       ? "compgen -W \"" + joined(words) + "\" -- \"$word\""
                              : takes_file(option) ? "compgen -f -- \"$word\""
                                                   : ":";
    out += "        " + pattern + ") mapfile -t COMPREPLY < <(" + reply + "); return ;;\n";
  }
  return out;
}

std::string zsh_option(const OptionEntry& option) {
  std::string value;
  if (!option.value.empty()) {
    const std::string action = !option.choices().empty() ? "(" + joined(option.choices()) + ")"
                               : takes_file(option)      ? "_files"
                                                         : " ";
    value = ":" + quoted(option.choices().empty() ? option.value : "word", ":[]") + ":" + action;
  }
  const std::string text = "[" + quoted(option.text, ":[]") + "]" + value + "'";
  std::string out;
  for (const std::string& name : dashed_names({option})) out += "        '*" + name + text + " \\\n";
  return out;
}

}  // namespace

std::string bash_completion(const std::vector<Manual>& manuals) {
  std::string out =
      "# bash completion for newsgraph; made by \"newsgraph completion bash\"\n"
      "_newsgraph() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" verb=\"\" "
      "options=\"\" i\n"
      "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
      "    [[ ${COMP_WORDS[i]} != -* ]] && { verb=\"${COMP_WORDS[i]}\"; break; }\n"
      "  done\n"
      "  case \"$verb\" in\n";
  for (const Manual& manual : manuals) {
    const std::vector<OptionEntry> options = all_options(manual);
    const std::string verb = verb_of(manual);
    out += "    " + (verb.empty() ? "\"\"" : verb) + ")\n      case \"$before\" in\n" + bash_values(options) +
           "      esac\n      options=\"" + joined(dashed_names(options)) + "\" ;;\n";
  }
  std::vector<std::string> verbs;
  for (const auto& [name, summary] : manuals.front().verbs) verbs.push_back(name);
  return out +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
         "  elif [[ -z $verb ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"" +
         joined(verbs) +
         "\" -- \"$word\")\n"
         "  else\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _newsgraph newsgraph\n";
}

std::string zsh_completion(const std::vector<Manual>& manuals) {
  std::string out =
      "#compdef newsgraph\n"
      "# zsh completion for newsgraph; made by \"newsgraph completion zsh\"\n"
      "_newsgraph() {\n"
      "  local -a verbs\n"
      "  verbs=(\n";
  for (const auto& [name, summary] : manuals.front().verbs)
    out += "    '" + name + ":" + quoted(summary, ":") + "'\n";
  out +=
      "  )\n"
      "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
      "    _describe verb verbs\n"
      "    return\n"
      "  fi\n"
      "  case \"$words[2]\" in\n";
  for (const Manual& manual : manuals) {
    const std::string verb = verb_of(manual);
    out += "    " + (verb.empty() ? "*" : verb) + ")\n      _arguments \\\n";
    if (verb.empty()) continue;
    for (const OptionEntry& option : all_options(manual)) out += zsh_option(option);
    out += "        '*:input:_files' ;;\n";
  }
  // The program's own options come last: "*" would hide the verbs behind it.
  const std::string own = "    *)\n      _arguments \\\n";
  out.erase(out.find(own), own.size());
  out += own;
  for (const OptionEntry& option : all_options(manuals.front())) out += zsh_option(option);
  return out + "        '*:input:_files' ;;\n  esac\n}\n_newsgraph \"$@\"\n";
}

std::string fish_completion(const std::vector<Manual>& manuals) {
  std::string out = "# fish completion for newsgraph; made by \"newsgraph completion fish\"\n";
  for (const auto& [name, summary] : manuals.front().verbs) {
    out += "complete -c newsgraph -n __fish_use_subcommand -f -a " + name + " -d '" + quoted(summary, "\\") +
           "'\n";
  }
  for (const Manual& manual : manuals) {
    const std::string verb = verb_of(manual);
    const std::string when =
        verb.empty() ? "__fish_use_subcommand" : "'__fish_seen_subcommand_from " + verb + "'";
    for (const OptionEntry& option : all_options(manual)) {
      out += "complete -c newsgraph -n " + when;
      if (!option.short_name.empty()) out += " -s " + option.short_name.substr(1);
      if (!option.long_name.empty()) out += " -l " + option.long_name.substr(2);
      if (!option.choices().empty()) {
        out += " -x -a '" + joined(option.choices()) + "'";
      } else if (!option.value.empty()) {
        out += takes_file(option) ? " -r" : " -x";
      }
      out += " -d '" + quoted(option.text, "\\") + "'\n";
    }
  }
  return out;
}

}  // namespace newsgraph::cli

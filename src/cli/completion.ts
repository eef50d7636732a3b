import type { Command } from "./command.ts";
import { optionsOf, purposeOf } from "./help.ts";
import type { OptionSpec } from "./options.ts";

type Script = (commands: readonly Command[]) => string;

/** Bash: a function that looks at the word before the cursor. */
const bash: Script = (commands) => `# fabula completion bash
_fabula() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" files=""
  # A list is completed behind its last comma.
  local before="" part="$current"
  if (( COMP_CWORD == 1 )); then
    words="${[...commands.map(({ name }) => name), "--help", "--version"].join(" ")}"
  else
    case "\${COMP_WORDS[1]} $previous" in
${commands.flatMap(bashValues).join("\n")}
      *)
        case "\${COMP_WORDS[1]}" in
${commands.map(bashWords).join("\n")}
        esac ;;
    esac
  fi
  COMPREPLY=()
  local word
  while IFS= read -r word; do [[ -n $word ]] && COMPREPLY+=("$before$word"); done < <(compgen -W "$words" -- "$part")
  case "$files" in
    file) while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current") ;;
    folder) while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$current") ;;
  esac
  [[ -n $files ]] && compopt -o filenames 2>/dev/null
  return 0
}
complete -F _fabula fabula
`;

function bashValues(command: Command): string[] {
  return optionsOf(command).flatMap(([name, spec]) => {
    if (spec.value === null) return [];
    const flags = [`--${name}`, ...(spec.short ? [`-${spec.short}`] : [])];
    const pattern = flags.map((flag) => `"${command.name} ${flag}"`).join("|");
    const list = spec.list ? ` [[ $current == *,* ]] && { before="\${current%,*},"; part="\${current##*,}"; };` : "";
    if (spec.choices) return [`      ${pattern}) words="${spec.choices.join(" ")}";${list} ;;`];
    return [`      ${pattern}) ${spec.path ? `files=${spec.path}` : ":"} ;;`];
  });
}

function bashWords(command: Command): string {
  const flags = optionsOf(command).flatMap(([name, { short }]) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
  const own = command.takes === null || command.takes === "books" ? [] : command.takes;
  const plain = command.takes === "books" ? "files=file" : `words="${own.join(" ")}"`;
  return `          ${command.name}) if [[ $current == -* ]]; then words="${flags.join(" ")}"; else ${plain}; fi ;;`;
}

/** Zsh: `_arguments` with a description for each flag. */
const zsh: Script = (commands) => `#compdef fabula
# fabula completion zsh
_fabula() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  local name="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$name" in
${commands.map(zshCommand).join("\n")}
  esac
}
if [ "$funcstack[1]" = "_fabula" ]; then _fabula "$@"; else compdef _fabula fabula; fi
`;

function zshCommand(command: Command): string {
  const options = optionsOf(command).flatMap(([name, spec]) => zshOption(name, spec));
  const own = command.takes === null ? [] : [quoted(`*:${argumentOf(command.takes)}`)];
  return `    ${command.name}) _arguments \\\n${[...options, ...own].map((each) => `      ${each}`).join(" \\\n")} ;;`;
}

function argumentOf(takes: "books" | readonly string[]): string {
  return takes === "books" ? "book:_files" : `word:(${takes.join(" ")})`;
}

function zshOption(name: string, spec: OptionSpec): string[] {
  const about = purposeOf(spec).replaceAll(/[[\]\\:]/g, "\\$&");
  const flags = [`--${name}`, ...(spec.short ? [`-${spec.short}`] : [])];
  return flags.map((flag) => quoted(`${spec.list ? "*" : ""}${flag}[${about}]${zshValue(spec)}`));
}

function zshValue({ value, choices, list, path }: OptionSpec): string {
  if (value === null) return "";
  if (choices) return `:${value}:${list ? `_values -s , ${value} ${choices.join(" ")}` : `(${choices.join(" ")})`}`;
  if (path) return `:${value}:${path === "folder" ? "_files -/" : "_files"}`;
  return `:${value}: `;
}

/** Fish: one line a flag. */
const fish: Script = (commands) =>
  [
    "# fabula completion fish",
    "complete -c fabula -f",
    ...commands.map(
      ({ name, summary }) => `complete -c fabula -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap((command) => {
      const on = `complete -c fabula -n ${quoted(`__fish_seen_subcommand_from ${command.name}`)}`;
      const words = command.takes === "books" ? "-F" : `-a ${quoted(command.takes?.join(" ") ?? "")}`;
      const own = command.takes === null ? [] : [`${on} ${words}`];
      return [...own, ...optionsOf(command).map(([name, spec]) => `${on} ${fishFlag(name, spec)}`)];
    }),
    "",
  ].join("\n");

function fishFlag(name: string, spec: OptionSpec): string {
  const values = spec.value === null ? "" : ` ${fishValues(spec)}`;
  return `-l ${name}${spec.short ? ` -s ${spec.short}` : ""}${values} -d ${quoted(purposeOf(spec))}`;
}

function fishValues({ choices, list, path }: OptionSpec): string {
  const words = choices?.join(" ") ?? "";
  if (choices) return `-xa ${quoted(list ? `(__fish_append , ${words})` : words)}`;
  if (path === "folder") return "-xa '(__fish_complete_directories)'";
  return path === "file" ? "-rF" : "-x";
}

/** A text in single quotes for a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** What each shell is told, made from the commands as data. */
export const completionScripts = { bash, zsh, fish } as const satisfies Record<string, Script>;

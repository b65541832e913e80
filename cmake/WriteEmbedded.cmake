# Writes OUT.S (the bytes, by .incbin) and OUT.cpp (the table) for every file below ROOT.
# Each file's hash stands in OUT.S, so that a changed file gives a changed object.
file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/*")
list(SORT files)
set(assembly ".section .rodata\n")
set(externs "")
set(rows "")
set(index 0)
foreach(file IN LISTS files)
  file(SHA256 "${ROOT}/${file}" hash)
  set(symbol "${STEM}_${index}")
  string(APPEND assembly "# ${hash}\n.global ${symbol}\n.global ${symbol}_end\n.balign 16\n"
    "${symbol}:\n.incbin \"${ROOT}/${file}\"\n${symbol}_end:\n.byte 0\n")
  string(APPEND externs "extern \"C\" char const ${symbol}[];\nextern \"C\" char const ${symbol}_end[];\n")
  string(APPEND rows
    "      {\"${file}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}, \"${hash}\"},\n")
  math(EXPR index "${index} + 1")
endforeach()
string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
string(REGEX REPLACE "::[^:]+$" "" namespace "${FUNCTION}")
string(REGEX REPLACE "^.*::" "" name "${FUNCTION}")
file(WRITE "${OUT}.S" "${assembly}")
file(WRITE "${OUT}.cpp" "#include <cstddef>\n#include <span>\n\n#include \"base/embedded.hpp\"\n\n${externs}
namespace ${namespace} {
std::span<curveball::EmbeddedFile const> ${name}();
std::span<curveball::EmbeddedFile const> ${name}() {
  static curveball::EmbeddedFile const files[] = {
${rows}  };
  return files;
}
}  // namespace ${namespace}\n")

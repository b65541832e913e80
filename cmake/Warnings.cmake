# The warnings of our own code. Packages come in as system headers and are not judged.
add_library(curveball_warnings INTERFACE)
target_compile_options(curveball_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # Part of a struct may be named, the rest keeps its default: that is what designated initialisers are for.
  -Wno-missing-field-initializers
  # g++ 12 sees an overlap in every optimised "literal" + string (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${CURVEBALL_WERROR}>:-Werror>)

# Sanitizers for our own code, chosen by CURVEBALL_SANITIZE.
add_library(curveball_sanitizers INTERFACE)
if(CURVEBALL_SANITIZE STREQUAL "address")
  set(flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -O1)
elseif(CURVEBALL_SANITIZE STREQUAL "thread")
  # -Wno-tsan: Asio uses fences, which g++ reports at compile time that it cannot follow.
  set(flags -fsanitize=thread -fno-omit-frame-pointer -O1 $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
elseif(CURVEBALL_SANITIZE STREQUAL "fuzzer")
  set(flags -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -O1)
elseif(CURVEBALL_SANITIZE)
  message(FATAL_ERROR "CURVEBALL_SANITIZE is '${CURVEBALL_SANITIZE}'; use address, thread, fuzzer or nothing")
endif()
target_compile_options(curveball_sanitizers INTERFACE ${flags})
target_link_options(curveball_sanitizers INTERFACE ${flags})

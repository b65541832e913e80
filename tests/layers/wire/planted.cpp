// Planted for the test layers_finds_planted_includes: a room that reaches for one above it.
#include "net/server.hpp"

// Planted for the test layers_finds_planted_includes: a pure room that reaches for a clock.
#include <chrono>

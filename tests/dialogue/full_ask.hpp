// The script most tests of the step run on.
#pragma once

#include "dialogue/player.hpp"

namespace curveball::dialogue::testing {

// One ask with everything on it, then a second ask, then the end.
inline ScriptSpec full_ask() {
  return {.concepts = {"path", "owner", "risk"},
          .red_flags = {"blame"},
          .variables = {{"pressure", std::int64_t{0}}},
          .turns = {{.id = "open",
                     .expects = {"path", "owner", "risk"},
                     .clarify = {"c_teams", "c_date"},
                     .hints = {{"h_path", {"path"}}, {"h_all", {"path", "owner", "risk"}}},
                     .soft_ms = 60'000,
                     .hard_ms = 120'000,
                     .no_answer_max = 1,
                     .probes_max = 2,
                     .probes = {{"p_path", "path"}, {"p_owner", "owner"}, {"p_risk", "risk"}},
                     .next = {{.to = "cool", .when = "hit(blame)", .now = true},
                              {.to = "more", .when = "hits(open) >= 2"},
                              {.to = "basics"}}},
                    {.id = "cool", .next = {{.to = "done"}}},
                    {.id = "more", .next = {{.to = "done"}}},
                    {.id = "basics", .next = {{.to = "done"}}},
                    {.id = "done", .kind = TurnKind::end}}};
}

inline Player begun(ScriptSpec const& spec) {
  Player player{spec};
  player.begin();
  return player;
}

}  // namespace curveball::dialogue::testing

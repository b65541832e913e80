#include "authoring/layered.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace curveball::authoring {
namespace {

constexpr int gap_x = 28;
constexpr int gap_y = 26;
constexpr int sweeps = 12;

// A box, or a bend of an edge in a layer that the edge passes.
struct Item {
  Size size;
  std::size_t layer = 0;
  int x = 0;                      // Centre.
  std::vector<std::size_t> up;    // Items of the layer above that it is tied to;
  std::vector<std::size_t> down;  // of the layer below.
};

using Order = std::vector<std::vector<std::size_t>>;  // Items of each layer, left to right.

class Placement {
 public:
  Placement(std::span<Size const> boxes, std::span<LayeredEdge const> edges)
      : edges_(edges), items_(boxes.size()), turned_(edges.size()) {
    for (std::size_t box = 0; box < boxes.size(); ++box) items_[box].size = boxes[box];
  }

  LayeredPlaces run() {
    turn_circles();
    choose_layers();
    add_bends();
    choose_order();
    choose_x();
    return result();
  }

 private:
  struct Visit {
    std::size_t box = 0;
    std::size_t next = 0;  // Of the box's edges.
  };

  std::size_t upper(std::size_t edge) const {
    return turned_[edge] ? edges_[edge].to : edges_[edge].from;
  }
  std::size_t lower(std::size_t edge) const {
    return turned_[edge] ? edges_[edge].from : edges_[edge].to;
  }

  // Depth first; an edge back to a box that is still open closes a circle.
  void turn_circles() {
    std::vector<std::vector<std::size_t>> leaving(items_.size());
    for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
      leaving[edges_[edge].from].push_back(edge);
    }
    enum class Seen : std::uint8_t { no, open, done };
    std::vector<Seen> seen(items_.size(), Seen::no);
    for (std::size_t root = 0; root < items_.size(); ++root) {
      if (seen[root] != Seen::no) continue;
      std::vector<Visit> stack = {{root, 0}};
      seen[root] = Seen::open;
      while (!stack.empty()) {
        auto& visit = stack.back();
        if (visit.next == leaving[visit.box].size()) {
          seen[visit.box] = Seen::done;
          finished_.push_back(visit.box);
          stack.pop_back();
          continue;
        }
        auto const edge = leaving[visit.box][visit.next++];
        auto const to = edges_[edge].to;
        if (seen[to] == Seen::open) turned_[edge] = true;
        if (seen[to] != Seen::no) continue;
        seen[to] = Seen::open;
        stack.push_back({to, 0});
      }
    }
  }

  // Each box as high as the edges allow. Every second layer is for bends and labels.
  void choose_layers() {
    std::vector<std::vector<std::size_t>> below(items_.size());
    for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
      below[upper(edge)].push_back(lower(edge));
    }
    // Turned edges lead to boxes finished later, so the order of finishing is no order of layers.
    for (bool moved = true; moved;) {
      moved = false;
      for (auto box = finished_.rbegin(); box != finished_.rend(); ++box) {
        for (auto const lower_box : below[*box]) {
          auto const least = items_[*box].layer + 2;
          if (items_[lower_box].layer >= least) continue;
          items_[lower_box].layer = least;
          moved = true;
        }
      }
    }
  }

  void add_bends() {
    bends_.resize(edges_.size());
    for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
      auto above = upper(edge);
      auto const end = lower(edge);
      for (auto layer = items_[above].layer + 1; layer < items_[end].layer; ++layer) {
        auto const bend = items_.size();
        items_.push_back(
            {.size = bends_[edge].empty() ? edges_[edge].label : Size{}, .layer = layer});
        tie(above, bend);
        bends_[edge].push_back(bend);
        above = bend;
      }
      tie(above, end);
    }
  }

  void tie(std::size_t above, std::size_t below) {
    items_[above].down.push_back(below);
    items_[below].up.push_back(above);
  }

  // Barycentre sweeps; the order with the fewest crossings wins, the earliest of equals.
  void choose_order() {
    for (std::size_t item = 0; item < items_.size(); ++item) {
      order_.resize(std::max(order_.size(), items_[item].layer + 1));
      order_[items_[item].layer].push_back(item);
    }
    auto best = order_;
    auto fewest = crossings();
    for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
      if (sweep % 2 == 0) {
        for (std::size_t layer = 1; layer < order_.size(); ++layer) sort_layer(layer, &Item::up);
      } else {
        for (auto layer = order_.size() - 1; layer-- > 0;) sort_layer(layer, &Item::down);
      }
      auto const now = crossings();
      if (now >= fewest) continue;
      fewest = now;
      best = order_;
    }
    order_ = std::move(best);
  }

  std::vector<std::int64_t> ranks() const {
    std::vector<std::int64_t> rank(items_.size());
    for (auto const& layer : order_) {
      for (std::size_t at = 0; at < layer.size(); ++at) {
        rank[layer[at]] = static_cast<std::int64_t>(at);
      }
    }
    return rank;
  }

  void sort_layer(std::size_t layer, std::vector<std::size_t> Item::*side) {
    auto const rank = ranks();
    std::vector<std::int64_t> wish(items_.size());
    for (auto const item : order_[layer]) {
      auto const& tied = items_[item].*side;
      std::int64_t sum = 0;
      for (auto const other : tied) sum += rank[other];
      wish[item] =
          tied.empty() ? rank[item] * 1000 : sum * 1000 / static_cast<std::int64_t>(tied.size());
    }
    std::stable_sort(order_[layer].begin(), order_[layer].end(),
                     [&](std::size_t a, std::size_t b) { return wish[a] < wish[b]; });
  }

  std::size_t crossings() const {
    auto const rank = ranks();
    std::size_t count = 0;
    for (auto const& layer : order_) {
      std::vector<std::pair<std::int64_t, std::int64_t>> ties;
      for (auto const item : layer) {
        for (auto const below : items_[item].down) ties.emplace_back(rank[item], rank[below]);
      }
      for (std::size_t a = 0; a < ties.size(); ++a) {
        for (std::size_t b = a + 1; b < ties.size(); ++b) {
          auto const [upper_a, lower_a] = ties[a];
          auto const [upper_b, lower_b] = ties[b];
          if ((upper_a - upper_b) * (lower_a - lower_b) < 0) ++count;
        }
      }
    }
    return count;
  }

  void choose_x() {
    for (auto const& layer : order_) spread(layer, {});
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      auto const side = sweep % 2 == 0 ? &Item::up : &Item::down;
      for (std::size_t at = 0; at < order_.size(); ++at) {
        auto const& layer = order_[sweep % 2 == 0 ? at : order_.size() - 1 - at];
        spread(layer, wishes(layer, side));
      }
    }
    shift_to_zero();
  }

  std::vector<int> wishes(std::vector<std::size_t> const& layer,
                          std::vector<std::size_t> Item::*side) const {
    std::vector<int> wish;
    for (auto const item : layer) {
      auto const& tied = items_[item].*side;
      int sum = 0;
      for (auto const other : tied) sum += items_[other].x;
      wish.push_back(tied.empty() ? items_[item].x : sum / static_cast<int>(tied.size()));
    }
    return wish;
  }

  int distance(std::size_t left, std::size_t right) const {
    return (items_[left].size.width + items_[right].size.width) / 2 + gap_x;
  }

  // Puts the items where they wish to be, as far as neighbours keep their distance: the mean of
  // pushing to the right and pushing to the left, which both keep it. No wishes: side by side.
  void spread(std::vector<std::size_t> const& layer, std::vector<int> const& wish) {
    auto const count = layer.size();
    std::vector<int> to_right(count);
    for (std::size_t at = 0; at < count; ++at) {
      auto const least = at == 0 ? 0 : to_right[at - 1] + distance(layer[at - 1], layer[at]);
      auto const wanted = wish.empty() ? 0 : wish[at];
      to_right[at] = at == 0 && !wish.empty() ? wanted : std::max(least, wanted);
    }
    auto to_left = to_right;
    for (auto at = count; at-- > 0 && !wish.empty();) {
      to_left[at] = at + 1 == count
                        ? wish[at]
                        : std::min(to_left[at + 1] - distance(layer[at], layer[at + 1]), wish[at]);
    }
    for (std::size_t at = 0; at < count; ++at) {
      items_[layer[at]].x = to_left[at] + (to_right[at] - to_left[at]) / 2;
    }
  }

  void shift_to_zero() {
    int left = 0;
    for (std::size_t item = 0; item < items_.size(); ++item) {
      auto const edge = items_[item].x - items_[item].size.width / 2;
      left = item == 0 ? edge : std::min(left, edge);
    }
    for (auto& item : items_) item.x -= left;
  }

  LayeredPlaces result() const {
    LayeredPlaces places;
    std::vector<int> y;
    for (auto const& layer : order_) {
      int height = 0;
      for (auto const item : layer) height = std::max(height, items_[item].size.height);
      y.push_back(places.size.height + height / 2);
      places.size.height += height + gap_y;
    }
    if (!order_.empty()) places.size.height -= gap_y;
    auto const centre = [&](std::size_t item) {
      return Point{items_[item].x, y[items_[item].layer]};
    };
    auto const boxes = items_.size() - std::accumulate(bends_.begin(), bends_.end(), std::size_t{0},
                                                       [](std::size_t sum, auto const& bends) {
                                                         return sum + bends.size();
                                                       });
    for (std::size_t box = 0; box < boxes; ++box) places.centres.push_back(centre(box));
    for (std::size_t edge = 0; edge < edges_.size(); ++edge) {
      std::vector<Point> bends;
      for (auto const bend : bends_[edge]) bends.push_back(centre(bend));
      places.label_at.push_back(turned_[edge] ? bends.size() - 1 : 0);
      if (turned_[edge]) std::reverse(bends.begin(), bends.end());
      places.bends.push_back(std::move(bends));
    }
    for (auto const& item : items_) {
      places.size.width = std::max(places.size.width, item.x + item.size.width / 2);
    }
    return places;
  }

  std::span<LayeredEdge const> edges_;
  std::vector<Item> items_;  // Boxes, then bends.
  std::vector<bool> turned_;
  std::vector<std::size_t> finished_;
  std::vector<std::vector<std::size_t>> bends_;  // Of each edge, from the top.
  Order order_;
};

}  // namespace

LayeredPlaces place_in_layers(std::span<Size const> boxes, std::span<LayeredEdge const> edges) {
  return Placement(boxes, edges).run();
}

}  // namespace curveball::authoring

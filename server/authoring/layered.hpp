// Places boxes in layers from top to bottom so that edges run down and seldom cross.
// Thread: any; values. All lengths in pixels; the same input gives the same places.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace curveball::authoring {

struct Point {
  int x = 0;
  int y = 0;
  friend bool operator==(Point const&, Point const&) = default;
};

struct Size {
  int width = 0;
  int height = 0;
};

struct LayeredEdge {
  std::size_t from = 0;
  std::size_t to = 0;
  Size label;  // Room that its label takes; none when both are 0.
};

struct LayeredPlaces {
  std::vector<Point> centres;             // Of the boxes.
  std::vector<std::vector<Point>> bends;  // Of each edge, in its direction, ends not included;
  std::vector<std::size_t> label_at;      // which of the bends its label is centred on.
  Size size;                              // Of the whole; the smallest coordinate is 0.
};

// Edges name boxes and never lead from a box to itself. An edge that closes a circle runs upwards;
// which one that is follows from the order of boxes and edges.
LayeredPlaces place_in_layers(std::span<Size const> boxes, std::span<LayeredEdge const> edges);

}  // namespace curveball::authoring

// Puts the nodes of a pattern together, children before parents. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "matching/pattern.hpp"

namespace curveball::matching {

class TreeBuilder {
 public:
  using NodeId = std::uint32_t;

  // Room for that many nodes.
  explicit TreeBuilder(std::size_t nodes) { nodes_.reserve(nodes); }

  NodeId add(Node node) {
    nodes_.push_back(std::move(node));
    return static_cast<NodeId>(nodes_.size() - 1);
  }
  NodeId add(NodeKind kind, std::vector<NodeId> children, std::size_t offset) {
    return add({.kind = kind,
                .children = std::move(children),
                .offset = static_cast<std::uint32_t>(offset)});
  }

  // Nodes that wait for their parent: those opened since open() had that size are its children.
  std::size_t open() const { return open_.size(); }
  void open(NodeId child) { open_.push_back(child); }
  std::vector<NodeId> close(std::size_t since) {
    std::vector<NodeId> children(open_.begin() + static_cast<std::ptrdiff_t>(since), open_.end());
    open_.resize(since);
    return children;
  }
  // Their parent, or the only one of them.
  NodeId close_as(NodeKind kind, std::size_t since, std::size_t offset) {
    if (open_.size() > since + 1) return add(kind, close(since), offset);
    NodeId const only = open_.back();
    open_.pop_back();
    return only;
  }

  std::vector<Node> take() { return std::move(nodes_); }

 private:
  std::vector<Node> nodes_;
  std::vector<NodeId> open_;
};

}  // namespace curveball::matching

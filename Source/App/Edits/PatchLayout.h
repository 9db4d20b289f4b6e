// SPDX-License-Identifier: GPL-3.0-or-later
// Where modules stand on the canvas of a patch: how large they are, and how to put them in order.
#pragma once

#include "Model/Project.h"
#include "Modules/Registry.h"

#include <set>
#include <string>
#include <vector>

namespace athanor
{

/** Sizes of a module's box in points of the canvas, in which Node::x and y count. */
namespace box
{
inline constexpr int head = 30, portRow = 18, knobWidth = 58, knobHeight = 66, knobsInRow = 3, narrow = 128, edge = 8, portrait = 58;
} // namespace box

struct BoxSize
{
    int width = box::narrow, height = box::head;
};

/** A type that this version does not know has a head and nothing below. */
BoxSize sizeOfBox (const std::string& type);

/** The knobs on a module's box: all; of the synth, which has hundreds and a page of its own, those on its front. */
std::vector<const Port*> knobsOnBox (const ModuleType&);

using NodeSet = std::set<NodeId>;

/** Lays modules out from left to right in the order in which sound runs through them, what turns a knob just before it. None
    named: all. The upper left corner of what is laid out stays where it was. */
void tidy (Graph&, const NodeSet& = {});

/** Tidies the graphs in which all modules stand in one place: nobody has ever put them anywhere. */
void placeModules (Project&);

enum class Edge { left,
                  top };

/** Moves modules so that their left or upper edges are on one line: that of the outermost. */
void alignNodes (Graph&, const NodeSet&, Edge);

void moveNodes (Graph&, const NodeSet&, double dx, double dy);

} // namespace athanor

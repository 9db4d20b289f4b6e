// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on a drawn line: of an LFO, of a modulation's mapping. Heights are counted from the bottom here, as a hand sees them.
#pragma once

#include "Patch/PatchSpec.h"

#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** Lines to begin with. */
enum class LineShape { triangle,
                       sine,
                       sawUp,
                       sawDown,
                       square,
                       steps,
                       straight,
                       count };

std::string_view nameOf (LineShape) noexcept;

/** @param steps  Of LineShape::steps, from 2 to 32. */
PatchLine lineOf (LineShape, int steps = 8);

/** Moves a point to a place, but not past its neighbours; the ends keep to the sides. */
void movePoint (PatchLine&, std::size_t point, double x, double height);

/** False: it has as many points as there may be. */
bool addPoint (PatchLine&, double x, double height);

/** False: it is an end, which holds the line. */
bool removePoint (PatchLine&, std::size_t point);

/** Bends the piece behind a point so that its middle stands as high as this. A level piece cannot be bent. */
void bendPiece (PatchLine&, std::size_t piece, double height);

/** How high the middle of the piece behind a point stands. */
double middleOf (const PatchLine&, std::size_t piece);

/** Makes one of so many even columns level; what is beside it stays. False: the line has no room for it. */
bool paintStep (PatchLine&, int column, int columns, double height);

/** From right to left; and upside down. */
PatchLine reversed (PatchLine);
PatchLine turnedOver (PatchLine);

/** A line as text, to be copied and told to scripts: "smooth; 0 1 0; 0.5 0 -2; 1 1 0" with x, y from the top, power. */
std::string textOf (const PatchLine&);

/** Nothing: it is no such text, or no line that can be played. */
std::optional<PatchLine> lineFrom (std::string_view text);

} // namespace athanor

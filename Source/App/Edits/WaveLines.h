// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of waves that are drawn as lines: a Line Source, all of whose keyframes have the same number of points.
#pragma once

#include "App/Edits/WavetableEdits.h"

namespace athanor
{

/** Of the line at x from 0 to 1; 0 is its top and 1 its bottom, as points are counted. */
double heightOf (const PatchLine&, double x);

/** The line that a Line Source draws at a position: of a keyframe, or between two. Straight where there is none. */
PatchLine lineNear (const WaveComponent&, int position);

// Each either does what it says or changes nothing and fails with a sentence.

/** A point more on the lines of all keyframes, where they are at this x already. Gives its number, from 0. */
Result<int> addLinePoint (WavetableSpec&, int group, double x);

/** From the lines of all keyframes; the ends stay. */
Result<Done> removeLinePoint (WavetableSpec&, int group, int point);

/** Of one keyframe. It stays between its neighbours, the ends stay at the ends. */
Result<Done> moveLinePoint (WavetableSpec&, const WavePlace&, int point, double x, double y);

/** How the way to the next point is bent, from -20 to 20. */
Result<Done> bendLine (WavetableSpec&, const WavePlace&, int point, double power);

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician draws into a lane of automation, as plain code on a project.
#pragma once

#include "App/Selection.h"
#include "Model/Automation.h"

#include <set>
#include <string>
#include <vector>

namespace athanor
{

/** A lane: the clip of a track in a pattern, and the address of the parameter that it moves. */
struct LanePlace
{
    PatternId pattern;
    TrackId track;
    std::string address;

    bool operator== (const LanePlace&) const = default;
};

/** The lane that the selection shows: its address is empty when none is shown, as when the parameter is that of another track. */
LanePlace shownLane (const Selection&);

/** Null where nothing was drawn. */
const AutomationLane* laneAt (const Project&, const LanePlace&);

/** How long the clip of the lane is; a track that plays nothing in this pattern gets one as long as the pattern. */
Ticks lengthOfLane (const Project&, const LanePlace&);

/** The time from one line of the clip to the next. */
Ticks stepOfLane (const Project&, const LanePlace&);

/** Writes a point, 0 to 1, inside the clip. One that stands there already takes the value and stays a step or not. */
void setPoint (Project&, const LanePlace&, Ticks, double value);

/** Takes points away; a lane without points goes, too. */
void removePoints (Project&, const LanePlace&, const std::set<Ticks>&);

/** Moves points in time and in value, no further than to the ends of the clip and of the knob. What stood where they come to rest is
    gone. Answers where they are now. */
std::set<Ticks> movePoints (Project&, const LanePlace&, const std::set<Ticks>&, Ticks by, double up);

/** Whether points hold their value until the next one, or go there in a line. */
void setHolds (Project&, const LanePlace&, const std::set<Ticks>&, bool holds);

/** A stroke of the pencil: a point at each step between two, in a straight line, in place of what was there. */
void drawStroke (Project&, const LanePlace&, Ticks from, double fromValue, Ticks to, double toValue, Ticks step);

enum class LaneShape { rampUp,
                       rampDown,
                       sine,
                       triangle,
                       square,
                       smooth, ///< Rounds what is there.
                       random  ///< The same for the same project, lane and place.
};

/** Draws a shape once between two times, in place of what was there. */
void drawShape (Project&, const LanePlace&, Ticks from, Ticks to, LaneShape);

/** The whole lane. */
void removeLane (Project&, const LanePlace&);

/** Points cut out to be pasted: times count from the first. */
using LanePiece = std::vector<std::pair<Ticks, AutomationPoint>>;

LanePiece copyPoints (const Project&, const LanePlace&, const std::set<Ticks>&);

/** Puts points down from a time on, in place of what stood between their ends. Answers where they are. */
std::set<Ticks> pastePoints (Project&, const LanePlace&, Ticks at, const LanePiece&);

} // namespace athanor

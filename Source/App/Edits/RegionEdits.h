// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of recordings on audio tracks: put down, moved, trimmed, split and faded.
#pragma once

#include "App/Edits/PatternPlaces.h"

#include <optional>
#include <string>

namespace athanor
{

/** Where a region is. Patterns that share the clip share the region. */
struct RegionPlace
{
    PatternId pattern;
    TrackId track;
    RegionId region;

    bool operator== (const RegionPlace&) const = default;
};

/** The first pattern that plays it; nothing when it is gone. */
std::optional<RegionPlace> placeOf (const Project&, RegionId);

const Region* regionAt (const Project&, const RegionPlace&);

/** Seconds of music from a time of the song on, and back, by the tempo of the project. */
double secondsBetween (const Project&, Ticks from, Ticks to);
Ticks afterSeconds (const Project&, Ticks from, double seconds);

/** How long a region plays if nothing else begins on its track, in seconds. */
double lengthOf (const Project&, const Region&);

/** Puts a recording, which is an asset of the project, onto an audio track. */
RegionId addRegion (Project&, PatternId, TrackId, const std::string& sound, Ticks at);

/** Moves a region to another time, pattern or audio track. False, and nothing happens, when there is no such place. */
bool moveRegion (Project&, const RegionPlace&, PatternId, TrackId, Ticks at);

/** A copy at another place; zero when there is none. */
RegionId copyRegion (Project&, const RegionPlace&, PatternId, TrackId, Ticks at);

/** Moves the left edge by seconds, to the right if above zero; what is heard stays where it is. `song`: where its pattern begins. */
void trimStart (Project&, const RegionPlace&, double seconds, Ticks song);

/** Moves the right edge, not beyond the end of the recording. */
void trimEnd (Project&, const RegionPlace&, double seconds);

/** Cuts a region in two at a time of its pattern; the second part, or zero when the time is not inside. `song`: where its pattern begins. */
RegionId splitRegion (Project&, const RegionPlace&, Ticks at, Ticks song);

/** Decibels, -60 to 24. */
void setRegionGain (Project&, const RegionPlace&, double gain);

/** Seconds; together no longer than the region. */
void setFades (Project&, const RegionPlace&, double in, double out);

void removeRegion (Project&, const RegionPlace&);

} // namespace athanor

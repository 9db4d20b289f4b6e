// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/RegionEdits.h"

#include "App/Edits/PatternCells.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr double shortest = 0.01, usualTempo = 120; // seconds, beats a minute

Region* editRegion (Project& project, const RegionPlace& place)
{
    return regionAt (project, place) != nullptr ? &editClip (project, place.pattern, place.track).regions.edit (place.region) : nullptr;
}

bool canHold (const Project& project, PatternId pattern, TrackId track)
{
    const auto* found = project.tracks.find (track);
    return found != nullptr && found->kind == TrackKind::audio && project.patterns.contains (pattern);
}

/** How long the recording is behind the start of the region; nothing when that is not known. */
std::optional<double> restOf (const Project& project, const Region& region)
{
    const auto* asset = project.assets.find (region.sound);

    if (asset == nullptr || asset->sampleRate <= 0)
        return {};

    return std::max (0.0, static_cast<double> (asset->frames) / asset->sampleRate - region.start);
}

Ticks insidePattern (const Project& project, PatternId pattern, Ticks at)
{
    return std::clamp (at, Ticks(), project.patterns.find (pattern)->length - Ticks (1));
}

/** Calls `step` with the beats a minute of each stretch from a time on, and the time at which it ends, until that answers false. */
template <typename Step>
void followTempo (const Project& project, Ticks from, Step step)
{
    auto next = project.tempo.upperBound (from);
    auto tempo = next != project.tempo.begin() ? std::prev (next)->second->beatsPerMinute : usualTempo;

    while (true)
    {
        const auto isLast = next == project.tempo.end();

        if (! step (std::max (1.0, tempo), isLast ? std::optional<Ticks>() : next->first) || isLast)
            return;

        tempo = next->second->beatsPerMinute;
        ++next;
    }
}

double secondsIn (Ticks span, double tempo) { return static_cast<double> (span.value) / static_cast<double> (ticksPerBeat) * 60 / tempo; }
} // namespace

std::optional<RegionPlace> placeOf (const Project& project, RegionId region)
{
    if (region)
        for (const auto& [patternId, pattern] : project.patterns)
            for (const auto& [track, clipId] : pattern->clips)
                if (const auto* clip = project.clips.find (*clipId); clip != nullptr && clip->regions.contains (region))
                    return RegionPlace { patternId, track, region };

    return {};
}

const Region* regionAt (const Project& project, const RegionPlace& place)
{
    const auto* clip = clipAt (project, place.pattern, place.track);
    return clip != nullptr ? clip->regions.find (place.region) : nullptr;
}

double secondsBetween (const Project& project, Ticks from, Ticks to)
{
    if (to < from)
        return -secondsBetween (project, to, from);

    double seconds = 0;
    followTempo (project, from, [&] (double tempo, std::optional<Ticks> end) {
        const auto until = end ? std::min (*end, to) : to;
        seconds += secondsIn (until - from, tempo);
        from = until;
        return from < to;
    });
    return seconds;
}

Ticks afterSeconds (const Project& project, Ticks from, double seconds)
{
    if (seconds < 0)
    {
        // Backwards by the tempo that rules where it starts: exact but over a change of tempo.
        double tempo = usualTempo;
        followTempo (project, from, [&] (double first, std::optional<Ticks>) {
            tempo = first;
            return false;
        });
        return Ticks (from.value - static_cast<std::int64_t> (-seconds * tempo / 60 * static_cast<double> (ticksPerBeat)));
    }

    followTempo (project, from, [&] (double tempo, std::optional<Ticks> end) {
        const auto here = end ? std::min (seconds, secondsIn (*end - from, tempo)) : seconds;
        from = end && here < seconds ? *end : from + Ticks (static_cast<std::int64_t> (here * tempo / 60 * static_cast<double> (ticksPerBeat)));
        seconds -= here;
        return seconds > 0;
    });
    return from;
}

double lengthOf (const Project& project, const Region& region)
{
    const auto rest = restOf (project, region);
    return region.length > 0 && rest ? std::min (region.length, *rest) : region.length > 0 ? region.length
                                                                                           : rest.value_or (1.0);
}

RegionId addRegion (Project& project, PatternId pattern, TrackId track, const std::string& sound, Ticks at)
{
    if (! canHold (project, pattern, track))
        return {};

    const auto id = newId<RegionId>();
    auto& region = editClip (project, pattern, track).regions.edit (id);
    region.sound = sound;
    region.at = insidePattern (project, pattern, at);
    return id;
}

bool moveRegion (Project& project, const RegionPlace& place, PatternId pattern, TrackId track, Ticks at)
{
    const auto* found = regionAt (project, place);

    if (found == nullptr || ! canHold (project, pattern, track))
        return false;

    auto region = *found;
    region.at = insidePattern (project, pattern, at);
    editClip (project, place.pattern, place.track).regions.erase (place.region);
    editClip (project, pattern, track).regions.put (place.region, region);
    return true;
}

RegionId copyRegion (Project& project, const RegionPlace& place, PatternId pattern, TrackId track, Ticks at)
{
    const auto* found = regionAt (project, place);

    if (found == nullptr || ! canHold (project, pattern, track))
        return {};

    auto region = *found;
    region.at = insidePattern (project, pattern, at);
    const auto id = newId<RegionId>();
    editClip (project, pattern, track).regions.put (id, region);
    return id;
}

void trimStart (Project& project, const RegionPlace& place, double seconds, Ticks song)
{
    auto* region = editRegion (project, place);

    if (region == nullptr)
        return;

    // Not before the recording, nor before the pattern, nor behind its own end.
    const auto length = lengthOf (project, *region);
    const auto earliest = std::max (-region->start, -secondsBetween (project, song, song + region->at));
    seconds = std::clamp (seconds, earliest, std::max (earliest, length - shortest));
    region->at = std::max (Ticks(), afterSeconds (project, song + region->at, seconds) - song);
    region->start += seconds;
    region->length = length - seconds;
    region->fadeIn = std::min (region->fadeIn, region->length);
    region->fadeOut = std::min (region->fadeOut, region->length - region->fadeIn);
}

void trimEnd (Project& project, const RegionPlace& place, double seconds)
{
    if (auto* region = editRegion (project, place))
    {
        const auto rest = restOf (project, *region).value_or (1.0e6);
        region->length = std::clamp (lengthOf (project, *region) + seconds, std::min (shortest, rest), rest);
        region->fadeOut = std::min (region->fadeOut, region->length);
        region->fadeIn = std::min (region->fadeIn, region->length - region->fadeOut);
    }
}

RegionId splitRegion (Project& project, const RegionPlace& place, Ticks at, Ticks song)
{
    const auto* found = regionAt (project, place);

    if (found == nullptr || at <= found->at)
        return {};

    const auto before = secondsBetween (project, song + found->at, song + at), length = lengthOf (project, *found);

    if (before < shortest || before > length - shortest)
        return {};

    auto second = *found;
    second.at = insidePattern (project, place.pattern, at);
    second.start += before;
    second.length = length - before;
    second.fadeIn = 0;
    second.fadeOut = std::min (second.fadeOut, second.length);
    auto& first = *editRegion (project, place);
    first.length = before;
    first.fadeOut = 0;
    first.fadeIn = std::min (first.fadeIn, before);
    const auto id = newId<RegionId>();
    editClip (project, place.pattern, place.track).regions.put (id, second);
    return id;
}

void setRegionGain (Project& project, const RegionPlace& place, double gain)
{
    if (auto* region = editRegion (project, place))
        region->gain = std::clamp (gain, -60.0, 24.0);
}

void setFades (Project& project, const RegionPlace& place, double in, double out)
{
    if (auto* region = editRegion (project, place))
    {
        const auto length = lengthOf (project, *region);
        region->fadeIn = std::clamp (in, 0.0, length);
        region->fadeOut = std::clamp (out, 0.0, length - region->fadeIn);
    }
}

void removeRegion (Project& project, const RegionPlace& place)
{
    if (regionAt (project, place) != nullptr)
        editClip (project, place.pattern, place.track).regions.erase (place.region);
}

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/PlayScore.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace athanor
{

namespace
{
/** How long a region plays if nothing ends it, in seconds; all of the song when its recording is not known. */
double secondsOf (const Project& project, const Region& region)
{
    if (region.length > 0)
        return region.length;

    const auto* asset = project.assets.find (region.sound);
    return asset != nullptr && asset->sampleRate > 0 ? std::max (0.0, static_cast<double> (asset->frames) / asset->sampleRate - region.start) : 1.0e6;
}

void addRegion (PlayScore& made, const Project& project, TrackId track, const Region& region, double time)
{
    const auto inFrames = [&] (double seconds) { return static_cast<std::int64_t> (std::llround (seconds * made.sampleRate)); };
    const auto end = std::min (made.frameAt (time + secondsOf (project, region)), made.length);
    made.regions.push_back ({ track, region.sound, made.frameAt (time), end, region.start, static_cast<float> (std::pow (10.0, region.gain / 20)),
                              inFrames (region.fadeIn), inFrames (region.fadeOut) });
}

/** Each time a pattern begins, its regions do, where they stand in it; each ends at the latest where the next one of its track begins. */
void addRegions (PlayScore& made, const Project& project)
{
    const auto& lines = made.score.lines;

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        const auto* pattern = lines[i].inPattern == Ticks (0) ? project.patterns.find (lines[i].pattern) : nullptr;

        if (pattern == nullptr)
            continue;

        auto end = i + 1;

        while (end < lines.size() && lines[end].inPattern != Ticks (0))
            ++end;

        const auto endTime = end < lines.size() ? lines[end].time : made.score.length;

        for (const auto& [track, clipId] : pattern->clips)
            if (const auto* clip = project.clips.find (*clipId))
                for (const auto& [id, region] : clip->regions)
                    if (const auto time = region->at > Ticks (0) ? made.score.timeAt (lines[i].inSong + region->at) : lines[i].time; time < endTime)
                        addRegion (made, project, track, *region, time);
    }

    std::ranges::stable_sort (made.regions, {}, &AudioRegion::start);
    std::map<TrackId, AudioRegion*> last;

    for (auto& region : made.regions)
    {
        if (auto*& before = last[region.track]; before != nullptr)
            before->end = std::min (before->end, region.start);

        last[region.track] = &region;
    }
}

/** What becomes of the notes of one column: they start, and the last one ends. */
void addState (PlayScore& made, std::size_t index)
{
    using Kind = ScoreEvent::Kind;
    const auto& event = made.score.events[index];

    if (event.kind != Kind::noteStart && (event.kind != Kind::noteEnd || event.end == NoteEnd::fade))
        return;

    auto& states = made.columns[{ event.track, event.column }];

    if (event.kind == Kind::noteStart)
        states.push_back ({ static_cast<std::uint32_t> (index), event.note, event.instrument, true });
    else if (! states.empty() && states.back().note == event.note && states.back().isOpen)
        states.push_back ({ static_cast<std::uint32_t> (index), event.note, event.instrument, false });
}
} // namespace

std::int64_t PlayScore::frameAt (double seconds) const noexcept
{
    // A hair of tolerance, so that 0.1 s at 48 kHz is frame 4,800 and not 4,801.
    return static_cast<std::int64_t> (std::ceil (seconds * sampleRate - 1.0e-6));
}

const ColumnState* PlayScore::stateOf (TrackId track, int column, std::size_t beforeEvent) const noexcept
{
    const auto found = columns.find ({ track, column });

    if (found == columns.end())
        return nullptr;

    const auto after = std::ranges::lower_bound (found->second, beforeEvent, {}, &ColumnState::event);
    return after == found->second.begin() ? nullptr : &*std::prev (after);
}

std::int64_t PlayScore::placeOf (const PlayScore& other, std::int64_t frame) const
{
    const auto time = static_cast<double> (frame) / other.sampleRate;
    const auto& line = other.score.lineAt (time);
    const auto inLine = time - line.time;
    const ScoreLine* nearest = nullptr;

    for (const auto& candidate : score.lines)
        if (candidate.slot == line.slot && candidate.pattern == line.pattern && candidate.inPattern == line.inPattern)
            if (nearest == nullptr || std::abs (candidate.time - line.time) < std::abs (nearest->time - line.time))
                nearest = &candidate;

    const auto place = nearest != nullptr ? nearest->time + inLine : time;
    return std::clamp<std::int64_t> (std::llround (place * sampleRate), 0, std::max<std::int64_t> (0, length));
}

std::shared_ptr<const PlayScore> makePlayScore (const Project& project, const ScoreOptions& options, double sampleRate)
{
    auto made = std::make_shared<PlayScore>();
    made->score = makeScore (project, options);
    made->sampleRate = sampleRate;
    made->frames.reserve (made->score.events.size());

    for (std::size_t i = 0; i < made->score.events.size(); ++i)
    {
        using Kind = ScoreEvent::Kind;
        const auto& event = made->score.events[i];
        made->frames.push_back (made->frameAt (event.time));
        addState (*made, i);

        if (event.kind == Kind::trackVolume || event.kind == Kind::songVolume || event.kind == Kind::macro)
            made->stateEvents.push_back (i);
    }

    made->length = made->frameAt (made->score.length);

    if (made->score.restart)
        made->restart = made->frameAt (*made->score.restart);

    // A loop without length would never let go of the audio thread.
    if (made->restart >= made->length)
        made->restart = -1;

    addRegions (*made, project);
    return made;
}

} // namespace athanor

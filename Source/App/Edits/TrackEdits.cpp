// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/TrackEdits.h"

#include <algorithm>
#include <set>

namespace athanor
{

namespace
{
constexpr int mostNoteColumns = 12, mostEffectColumns = 8, mostInstruments = 255;

double orderBehind (const Project& project, TrackId behind)
{
    auto tracks = tracksInOrder (project);
    std::erase_if (tracks, [&] (TrackId id) { return project.tracks.find (id)->kind == TrackKind::master; });
    const auto here = std::find (tracks.begin(), tracks.end(), behind);

    if (tracks.empty())
        return 0;

    if (here == tracks.end() || here + 1 == tracks.end())
        return project.tracks.find (tracks.back())->order + 1;

    return (project.tracks.find (*here)->order + project.tracks.find (*(here + 1))->order) / 2;
}

std::string freeName (const Project& project, std::string base)
{
    std::set<std::string> taken;

    for (const auto& [id, track] : project.tracks)
        taken.insert (track->name);

    if (! taken.contains (base))
        return base;

    for (int number = 2;; ++number)
        if (auto name = base + " " + std::to_string (number); ! taken.contains (name))
            return name;
}

std::string usualName (TrackKind kind)
{
    switch (kind)
    {
        case TrackKind::note:
            return "Track";
        case TrackKind::audio:
            return "Audio";
        case TrackKind::group:
            return "Group";
        case TrackKind::send:
            return "Send";
        case TrackKind::master:
            break;
    }

    return "Master";
}

void forgetClips (Project& project, TrackId track)
{
    std::set<ClipId> dropped, used;

    for (const auto& [id, pattern] : Table (project.patterns))
        if (const auto* clip = pattern->clips.find (track))
        {
            dropped.insert (*clip);
            project.patterns.edit (id).clips.erase (track);
        }

    for (const auto& [id, pattern] : project.patterns)
        for (const auto& [other, clip] : pattern->clips)
            used.insert (*clip);

    for (const auto clip : dropped)
        if (! used.contains (clip))
            project.clips.erase (clip);
}
} // namespace

TrackId addTrack (Project& project, TrackKind kind, TrackId behind, InstrumentId instrument)
{
    const auto id = newId<TrackId>();
    Track track;
    track.kind = kind;
    track.name = freeName (project, usualName (kind));
    track.colour = static_cast<int> (project.tracks.size()) - 1;
    track.order = orderBehind (project, behind);
    track.instrument = kind == TrackKind::note ? instrument : InstrumentId {};
    project.tracks.put (id, track);
    return id;
}

TrackId duplicateTrack (Project& project, TrackId source)
{
    const auto* original = project.tracks.find (source);

    if (original == nullptr || original->kind == TrackKind::master)
        return {};

    const auto id = newId<TrackId>();
    auto track = *original;
    track.name = freeName (project, track.name);
    track.order = orderBehind (project, source);
    project.tracks.put (id, track);

    for (const auto& [patternId, pattern] : Table (project.patterns))
        if (const auto* clipId = pattern->clips.find (source))
            if (const auto* clip = project.clips.find (*clipId))
            {
                const auto copied = newId<ClipId>();
                project.clips.put (copied, Clip (*clip));
                project.patterns.edit (patternId).clips.put (id, copied);
            }

    return id;
}

bool removeTrack (Project& project, TrackId id)
{
    const auto* track = project.tracks.find (id);

    if (track == nullptr || track->kind == TrackKind::master)
        return false;

    const auto parent = track->parent;
    forgetClips (project, id);
    project.tracks.erase (id);

    for (const auto& [otherId, other] : Table (project.tracks))
    {
        if (other->parent == id)
            project.tracks.edit (otherId).parent = parent;

        if (other->sends.contains (id))
            project.tracks.edit (otherId).sends.erase (id);
    }

    return true;
}

bool moveTrack (Project& project, TrackId id, int places)
{
    auto tracks = tracksInOrder (project);
    std::erase_if (tracks, [&] (TrackId one) { return project.tracks.find (one)->kind == TrackKind::master; });
    const auto here = std::find (tracks.begin(), tracks.end(), id) - tracks.begin();
    const auto target = here + places;

    if (here == std::ssize (tracks) || target < 0 || target >= std::ssize (tracks))
        return false;

    tracks.erase (tracks.begin() + here);
    tracks.insert (tracks.begin() + target, id);

    for (std::size_t i = 0; i < tracks.size(); ++i)
        if (project.tracks.find (tracks[i])->order != static_cast<double> (i))
            project.tracks.edit (tracks[i]).order = static_cast<double> (i);

    return true;
}

void setColumns (Project& project, TrackId id, int noteColumns, int effectColumns)
{
    auto& track = project.tracks.edit (id);
    track.noteColumns = std::clamp (noteColumns, 1, mostNoteColumns);
    track.effectColumns = std::clamp (effectColumns, 0, mostEffectColumns);
}

bool isSilenced (const Project& project, TrackId id)
{
    const auto* track = project.tracks.find (id);
    const auto anySolo = std::any_of (project.tracks.begin(), project.tracks.end(), [] (const auto& entry) { return entry.second->isSolo; });
    return track != nullptr && (track->isMuted || (anySolo && ! track->isSolo && (track->kind == TrackKind::note || track->kind == TrackKind::audio)));
}

int freeInstrumentNumber (const Project& project)
{
    std::set<int> taken;

    for (const auto& [id, instrument] : project.instruments)
        taken.insert (instrument->number);

    for (int number = 1; number < mostInstruments; ++number)
        if (! taken.contains (number))
            return number;

    return mostInstruments;
}

InstrumentId duplicateInstrument (Project& project, InstrumentId source)
{
    const auto* original = project.instruments.find (source);

    if (original == nullptr)
        return {};

    const auto id = newId<InstrumentId>();
    auto instrument = *original;
    instrument.number = freeInstrumentNumber (project);
    instrument.name += " 2";
    project.instruments.put (id, instrument);
    return id;
}

void removeInstrument (Project& project, InstrumentId id)
{
    project.instruments.erase (id);

    for (const auto& [trackId, track] : Table (project.tracks))
        if (track->instrument == id)
            project.tracks.edit (trackId).instrument = {};

    for (const auto& [clipId, clip] : Table (project.clips))
        for (const auto& [at, cell] : clip->notes)
            if (cell->instrument == id)
            {
                auto changed = *cell;
                changed.instrument = {};
                auto& notes = project.clips.edit (clipId).notes;

                if (changed.isEmpty())
                    notes.erase (at);
                else
                    notes.put (at, changed);
            }
}

bool moveInstrument (Project& project, InstrumentId id, int places)
{
    auto order = instrumentsInOrder (project);
    const auto here = std::find (order.begin(), order.end(), id) - order.begin();
    const auto target = here + places;

    if (here == std::ssize (order) || target < 0 || target >= std::ssize (order))
        return false;

    std::vector<int> numbers;

    for (const auto one : order)
        numbers.push_back (project.instruments.find (one)->number);

    order.erase (order.begin() + here);
    order.insert (order.begin() + target, id);

    for (std::size_t i = 0; i < order.size(); ++i)
        if (project.instruments.find (order[i])->number != numbers[i])
            project.instruments.edit (order[i]).number = numbers[i];

    return true;
}

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
// What the reading of a song must know about an instrument: which recording a key plays, how long it is, how loud it starts.
#pragma once

#include "Model/Project.h"

#include <map>
#include <vector>

namespace athanor
{

/** A zone with what its recording says. */
struct ZoneSound
{
    const Zone* zone = nullptr;
    double sampleRate = 8363; ///< Of the recording.
    double frames = 0;        ///< 0: not known.
    double middleRate = 8363; ///< Frames of the recording played in a second as the note C-4 (MIDI 60), whichever key that is.

    double transpose() const noexcept { return zone == nullptr ? 0 : zone->transpose; } ///< Semitones from key to note.

    bool hasLoop() const noexcept { return zone != nullptr && zone->loop != LoopMode::off && zone->loopEnd > zone->loopStart; }

    double defaultVolume() const noexcept { return zone == nullptr ? 64 : zone->defaultVolume; } ///< 0 to 64.
};

struct InstrumentSounds
{
    InstrumentId id;
    const Instrument* instrument = nullptr;
    std::vector<ZoneSound> zones;

    /** The zone that key (MIDI) and velocity (0 to 1) play; null when none does. */
    const ZoneSound* zoneFor (int key, double velocity = 1) const noexcept;

    /** Whether a note on that key is silence by intention: there are recordings, but none for it. */
    bool isHole (int key) const noexcept { return ! zones.empty() && zoneFor (key) == nullptr; }
};

class Sounds
{
public:
    explicit Sounds (const Project&);

    /** Null when the project has no such instrument. */
    const InstrumentSounds* find (InstrumentId) const;

private:
    std::map<InstrumentId, InstrumentSounds> instruments;
};

} // namespace athanor

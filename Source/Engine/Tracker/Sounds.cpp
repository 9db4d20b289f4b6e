// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/Tracker/Sounds.h"

#include <cmath>

namespace athanor
{

const ZoneSound* InstrumentSounds::zoneFor (int key, double velocity) const noexcept
{
    const auto strength = static_cast<int> (std::lround (velocity * 127));

    for (const auto& sound : zones)
        if (key >= sound.zone->lowKey && key <= sound.zone->highKey && strength >= sound.zone->lowVelocity && strength <= sound.zone->highVelocity)
            return &sound;

    return nullptr;
}

Sounds::Sounds (const Project& project)
{
    for (const auto& [id, instrument] : project.instruments)
    {
        auto& sounds = instruments[id];
        sounds.id = id;
        sounds.instrument = &*instrument;

        for (const auto& [zoneId, zone] : instrument->zones)
        {
            ZoneSound sound { &*zone };

            if (const auto* asset = project.assets.find (zone->sound))
            {
                sound.frames = static_cast<double> (asset->frames);
                sound.sampleRate = asset->sampleRate > 0 ? asset->sampleRate : sound.sampleRate;
            }

            sound.middleRate = sound.sampleRate * std::exp2 ((60 - zone->rootPitch) / 12);
            sounds.zones.push_back (sound);
        }
    }
}

const InstrumentSounds* Sounds::find (InstrumentId id) const
{
    const auto found = instruments.find (id);
    return found == instruments.end() ? nullptr : &found->second;
}

} // namespace athanor

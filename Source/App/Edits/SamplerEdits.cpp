// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/SamplerEdits.h"

#include "App/Edits/TrackEdits.h"

#include <algorithm>

namespace athanor
{

InstrumentId addSampler (Project& project, const std::string& sound, const std::string& name)
{
    const auto id = newId<InstrumentId>();
    Instrument instrument;
    instrument.number = freeInstrumentNumber (project);
    project.instruments.put (id, instrument);
    setSampler (project, id, sound, name);
    return id;
}

bool setSampler (Project& project, InstrumentId id, const std::string& sound, const std::string& name)
{
    if (! project.instruments.contains (id))
        return false;

    auto& instrument = project.instruments.edit (id);
    const auto playsRecordings = std::ranges::any_of (instrument.graph.nodes, [] (const auto& entry) { return entry.second->type == "source.zones"; });

    if (! playsRecordings)
        instrument.graph = {};

    instrument.name = name;
    instrument.zones = {};
    auto& zone = instrument.zones.edit (newId<ZoneId>());
    zone.name = name;
    zone.sound = sound;
    return true;
}

} // namespace athanor

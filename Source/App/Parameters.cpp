// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Parameters.h"

#include "Core/Text.h"
#include "Engine/Mixer.h"
#include "Modules/Registry.h"

namespace athanor
{

namespace
{
using Owner = ParameterAddress::Owner;
using What = ParameterAddress::What;

const Node* nodeAt (const Project& project, const ParameterAddress& address)
{
    const auto* track = address.owner == Owner::track ? project.tracks.find ({ address.ownerId }) : nullptr;
    const auto* instrument = address.owner == Owner::instrument ? project.instruments.find ({ address.ownerId }) : nullptr;
    const auto* graph = track != nullptr ? &track->graph : instrument != nullptr ? &instrument->graph
                                                                                 : nullptr;
    return graph != nullptr ? graph->nodes.find ({ address.part }) : nullptr;
}

const Knob* knobAt (const Project& project, const ParameterAddress& address)
{
    const auto* node = nodeAt (project, address);
    const auto* type = node != nullptr ? findModuleType (node->type) : nullptr;
    const auto* port = type != nullptr ? type->port (address.port) : nullptr;
    return port != nullptr && port->kind == Port::Kind::knob ? static_cast<const Knob*> (port) : nullptr;
}

const Table<int, Macro>* macrosOf (const Project& project, const ParameterAddress& address)
{
    if (address.owner == Owner::song)
        return &project.macros;

    const auto* track = address.owner == Owner::track ? project.tracks.find ({ address.ownerId }) : nullptr;
    const auto* instrument = address.owner == Owner::instrument ? project.instruments.find ({ address.ownerId }) : nullptr;
    return track != nullptr ? &track->macros : instrument != nullptr ? &instrument->macros
                                                                     : nullptr;
}
} // namespace

Range rangeOf (const Project& project, const ParameterAddress& address)
{
    const auto* knob = knobAt (project, address);

    switch (address.what)
    {
        case What::volume:
        case What::send:
            return faderRange;
        case What::panning:
            return panningRange;
        case What::macro:
            return amount (0);
        case What::node:
            break;
    }

    return knob != nullptr ? knob->range : amount (0);
}

float valueOf (const Project& project, const ParameterAddress& address)
{
    const auto* track = project.tracks.find ({ address.ownerId });
    const auto* node = nodeAt (project, address);
    const auto* stored = node != nullptr ? node->knobs.find (address.port) : nullptr;
    const auto* send = track != nullptr ? track->sends.find ({ address.part }) : nullptr;
    const auto* macros = macrosOf (project, address);
    const auto* macro = macros != nullptr ? macros->find (static_cast<int> (address.part)) : nullptr;

    switch (address.what)
    {
        case What::volume:
            return track != nullptr ? static_cast<float> (track->volume) : 0.0f;
        case What::panning:
            return track != nullptr ? static_cast<float> (track->panning) : 0.0f;
        case What::send:
            return send != nullptr ? static_cast<float> (send->level) : faderRange.low;
        case What::macro:
            return macro != nullptr ? static_cast<float> (macro->value) : 0.0f;
        case What::node:
            break;
    }

    return stored != nullptr ? static_cast<float> (*stored) : rangeOf (project, address).initial;
}

void setValue (Project& project, const ParameterAddress& address, float wanted)
{
    const auto range = rangeOf (project, address);
    const auto value = static_cast<double> (range.clamp (wanted));
    const TrackId track { address.ownerId };
    const InstrumentId instrument { address.ownerId };
    const auto isTrack = address.owner == Owner::track && project.tracks.contains (track);
    const auto isInstrument = address.owner == Owner::instrument && project.instruments.contains (instrument);
    const auto number = static_cast<int> (address.part);

    if (address.what == What::macro && address.owner == Owner::song)
        project.macros.edit (number).value = value;
    else if (address.what == What::macro && isTrack)
        project.tracks.edit (track).macros.edit (number).value = value;
    else if (address.what == What::macro && isInstrument)
        project.instruments.edit (instrument).macros.edit (number).value = value;
    else if (address.what == What::volume && isTrack)
        project.tracks.edit (track).volume = value;
    else if (address.what == What::panning && isTrack)
        project.tracks.edit (track).panning = value;
    else if (address.what == What::send && isTrack && value <= range.low)
        project.tracks.edit (track).sends.erase ({ address.part });
    else if (address.what == What::send && isTrack)
        project.tracks.edit (track).sends.edit ({ address.part }).level = value;
    else if (address.what == What::node && knobAt (project, address) != nullptr)
        (isTrack ? project.tracks.edit (track).graph : project.instruments.edit (instrument).graph).nodes.edit ({ address.part }).knobs.put (address.port, value);
}

std::string docOf (const Project& project, const ParameterAddress& address)
{
    switch (address.what)
    {
        case What::volume:
            return "How loud the track is.";
        case What::panning:
            return "Where the track stands between the speakers.";
        case What::send:
            return "How much of the track goes there as well.";
        case What::macro:
            return "One knob for what it was given to turn.";
        case What::node:
            break;
    }

    const auto* knob = knobAt (project, address);
    return knob != nullptr ? std::string (knob->doc) : "A parameter that this version does not know.";
}

std::string titleOf (const Project& project, const ParameterAddress& address)
{
    const auto* node = nodeAt (project, address);
    const auto* type = node != nullptr ? findModuleType (node->type) : nullptr;

    if (type == nullptr)
        return nameOf (project, address);

    const auto* track = address.owner == Owner::track ? project.tracks.find ({ address.ownerId }) : nullptr;
    const auto* instrument = address.owner == Owner::instrument ? project.instruments.find ({ address.ownerId }) : nullptr;
    const auto owner = track != nullptr ? track->name : instrument != nullptr ? instrument->name
                                                                              : std::string();
    return owner + ", " + (node->name.empty() ? std::string (type->about->name) : node->name) + ", " + labelOf (address.port);
}

std::vector<ParameterAddress> parametersOf (const Project& project, TrackId id)
{
    const auto* track = project.tracks.find (id);

    if (track == nullptr)
        return {};

    std::vector<ParameterAddress> all { volumeOf (id), panningOf (id) };

    for (const auto& [to, send] : track->sends)
        all.push_back (sendOf (id, to));

    const auto addMacros = [&all] (const Table<int, Macro>& macros, auto owner) {
        for (const auto& [number, macro] : macros)
            all.push_back (macroOf (owner, number));
    };
    const auto addKnobs = [&all] (const Graph& graph, auto owner) {
        for (const auto& [nodeId, node] : graph.nodes)
            if (const auto* type = findModuleType (node->type))
                for (const auto* port : type->prototype().ports())
                    if (port->kind == Port::Kind::knob)
                        all.push_back (knobOf (owner, nodeId, std::string (port->id)));
    };

    addMacros (track->macros, id);
    addKnobs (track->graph, id);

    if (const auto* instrument = project.instruments.find (track->instrument); instrument != nullptr && track->kind == TrackKind::note)
    {
        addMacros (instrument->macros, track->instrument);
        addKnobs (instrument->graph, track->instrument);
    }

    return all;
}

std::string labelOf (std::string_view portId)
{
    std::string label;
    char before = ' ';

    for (const auto letter : portId)
    {
        if (letter == '_')
        {
            label += ' ';
            before = letter;
            continue;
        }

        const auto isUpper = isCapital (letter), isDigit = letter >= '0' && letter <= '9';
        const auto startsWord = isUpper || (isDigit && ! (before >= '0' && before <= '9'));

        if (startsWord && ! label.empty() && before != '_')
            label += ' ';

        label += isUpper && ! label.empty() ? inLowerCase (letter) : letter;
        before = letter;
    }

    return capitalised (std::move (label));
}

} // namespace athanor

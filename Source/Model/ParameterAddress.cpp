// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/ParameterAddress.h"

#include <vector>

namespace athanor
{

namespace
{
using Owner = ParameterAddress::Owner;
using What = ParameterAddress::What;

std::vector<std::string> split (std::string_view text)
{
    std::vector<std::string> parts (1);

    for (const auto c : text)
        if (c == '/')
            parts.emplace_back();
        else
            parts.back() += c;

    return parts;
}

std::optional<std::uint64_t> macroNumber (const std::string& text)
{
    const auto isOne = text.size() == 1 && text[0] >= '1' && text[0] <= '8';
    return isOne ? std::optional (static_cast<std::uint64_t> (text[0] - '0')) : std::nullopt;
}
} // namespace

ParameterAddress volumeOf (TrackId track) { return { Owner::track, What::volume, track.value, 0, "" }; }

ParameterAddress panningOf (TrackId track) { return { Owner::track, What::panning, track.value, 0, "" }; }

ParameterAddress sendOf (TrackId from, TrackId to) { return { Owner::track, What::send, from.value, to.value, "" }; }

ParameterAddress macroOf (TrackId track, int number) { return { Owner::track, What::macro, track.value, static_cast<std::uint64_t> (number), "" }; }

ParameterAddress macroOf (InstrumentId instrument, int number) { return { Owner::instrument, What::macro, instrument.value, static_cast<std::uint64_t> (number), "" }; }

ParameterAddress songMacro (int number) { return { Owner::song, What::macro, 0, static_cast<std::uint64_t> (number), "" }; }

ParameterAddress knobOf (TrackId track, NodeId node, std::string port) { return { Owner::track, What::node, track.value, node.value, std::move (port) }; }

ParameterAddress knobOf (InstrumentId instrument, NodeId node, std::string port) { return { Owner::instrument, What::node, instrument.value, node.value, std::move (port) }; }

std::string format (const ParameterAddress& address)
{
    const auto owner = address.owner == Owner::song ? std::string ("song")
                                                    : (address.owner == Owner::track ? "track/" : "instrument/") + toHex (address.ownerId);

    switch (address.what)
    {
        case What::volume:
            return owner + "/volume";
        case What::panning:
            return owner + "/panning";
        case What::send:
            return owner + "/send/" + toHex (address.part);
        case What::macro:
            return owner + "/macro/" + std::to_string (address.part);
        case What::node:
            break;
    }

    return owner + "/node/" + toHex (address.part) + '/' + address.port;
}

std::optional<ParameterAddress> parseParameterAddress (std::string_view text)
{
    const auto parts = split (text);
    const auto isSong = parts[0] == "song", isTrack = parts[0] == "track", isInstrument = parts[0] == "instrument";
    ParameterAddress address;
    std::size_t at = 1;

    if (isTrack || isInstrument)
    {
        const auto id = parts.size() > 2 ? fromHex (parts[1]) : std::nullopt;

        if (! id)
            return {};

        address.owner = isTrack ? Owner::track : Owner::instrument;
        address.ownerId = *id;
        at = 2;
    }
    else if (! isSong || parts.size() < 2)
        return {};

    const auto& what = parts[at];
    const auto rest = parts.size() - at - 1;

    if (rest == 0 && isTrack && (what == "volume" || what == "panning"))
        address.what = what == "volume" ? What::volume : What::panning;
    else if (rest == 1 && isTrack && what == "send" && fromHex (parts[at + 1]))
        address = { Owner::track, What::send, address.ownerId, *fromHex (parts[at + 1]), "" };
    else if (rest == 1 && what == "macro" && macroNumber (parts[at + 1]))
        address = { address.owner, What::macro, address.ownerId, *macroNumber (parts[at + 1]), "" };
    else if (rest == 2 && ! isSong && what == "node" && fromHex (parts[at + 1]) && ! parts[at + 2].empty())
        address = { address.owner, What::node, address.ownerId, *fromHex (parts[at + 1]), parts[at + 2] };
    else
        return {};

    return address;
}

std::uint64_t keyOf (std::string_view address) noexcept
{
    std::uint64_t hash = 0xcbf29ce484222325ull; // FNV-1a (Fowler, Noll, Vo), mixed once more

    for (const auto c : address)
        hash = (hash ^ static_cast<unsigned char> (c)) * 0x100000001b3ull;

    return mixBits (hash);
}

std::string nameOf (const Project& project, const ParameterAddress& address)
{
    const auto* track = project.tracks.find ({ address.ownerId });
    const auto* instrument = project.instruments.find ({ address.ownerId });
    const auto owner = track != nullptr ? track->name : instrument != nullptr ? instrument->name
                                                                              : std::string ("Song");
    const auto* graph = track != nullptr ? &track->graph : instrument != nullptr ? &instrument->graph
                                                                                 : nullptr;
    const auto* node = graph != nullptr ? graph->nodes.find ({ address.part }) : nullptr;
    const auto* other = project.tracks.find ({ address.part });

    switch (address.what)
    {
        case What::volume:
            return owner + ", volume";
        case What::panning:
            return owner + ", panning";
        case What::send:
            return owner + ", send to " + (other != nullptr ? other->name : std::string ("a missing track"));
        case What::macro:
            return owner + ", macro " + std::to_string (address.part);
        case What::node:
            break;
    }

    return owner + ", " + (node == nullptr ? std::string ("missing") : node->name.empty() ? node->type
                                                                                          : node->name) +
           ", " + address.port;
}

} // namespace athanor

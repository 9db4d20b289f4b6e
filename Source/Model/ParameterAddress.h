// SPDX-License-Identifier: GPL-3.0-or-later
// The one address that automation, macros, controllers, scripts and undo names use for a parameter.
#pragma once

#include "Model/Project.h"

#include <optional>
#include <string>
#include <string_view>

namespace athanor
{

/** Names one thing that can be turned. As text: what it belongs to, then what it is.

    "track/<id>/volume", "track/<id>/panning", "track/<id>/send/<track id>", "track/<id>/macro/3", "track/<id>/node/<id>/<port>",
    "instrument/<id>/node/<id>/<port>", "instrument/<id>/macro/3", "song/macro/3".
*/
struct ParameterAddress
{
    enum class Owner { song,
                       track,
                       instrument };
    enum class What { volume,
                      panning,
                      send,
                      macro,
                      node };

    Owner owner = Owner::song;
    What what = What::macro;
    std::uint64_t ownerId = 0;
    std::uint64_t part = 0; ///< The node, the track a send goes to, or the number of the macro.
    std::string port;

    bool operator== (const ParameterAddress&) const = default;
};

ParameterAddress volumeOf (TrackId);
ParameterAddress panningOf (TrackId);
ParameterAddress sendOf (TrackId from, TrackId to);
ParameterAddress macroOf (TrackId, int number);
ParameterAddress macroOf (InstrumentId, int number);
ParameterAddress songMacro (int number);
ParameterAddress knobOf (TrackId, NodeId, std::string port);
ParameterAddress knobOf (InstrumentId, NodeId, std::string port);

std::string format (const ParameterAddress&);
std::optional<ParameterAddress> parseParameterAddress (std::string_view);

/** A number that stands for the address where strings cannot go: on the audio thread. */
std::uint64_t keyOf (std::string_view address) noexcept;

/** What a musician would call it: "Drums, Filter, cutoff". */
std::string nameOf (const Project&, const ParameterAddress&);

} // namespace athanor

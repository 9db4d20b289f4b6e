// SPDX-License-Identifier: GPL-3.0-or-later
// Songs by chance that can be heard: patches of every module, groups, sends, sidechains, recordings, automation and commands.
#pragma once

#include "Dsp/Sound.h"
#include "Engine/GraphOrder.h"
#include "Modules/Registry.h"
#include "Support/RandomProject.h"

#include <initializer_list>
#include <map>
#include <vector>

namespace athanor
{

/** A project with the recordings it plays. */
struct RandomSong
{
    Project project;
    std::map<std::string, dsp::SharedSound> sounds;

    dsp::SharedSound sound (const std::string& hash) const
    {
        const auto found = sounds.find (hash);
        return found == sounds.end() ? nullptr : found->second;
    }
};

namespace random
{

bool isEnd (const ModuleType& type);

/** Every module of a scope that the middle of a patch may hold, and that has a port of each of these kinds. */
template <typename S>
std::vector<const ModuleType*> typesWith (std::initializer_list<Port::Kind> kinds)
{
    std::vector<const ModuleType*> found;

    for (const auto& type : moduleTypes())
        if (canMake<S> (type) && ! isEnd (type))
        {
            bool hasAll = true;

            for (const auto kind : kinds)
                hasAll &= type.prototype().count (kind) > 0;

            if (hasAll)
                found.push_back (&type);
        }

    return found;
}

std::string portOf (Dice& dice, const Node& node, std::initializer_list<Port::Kind> kinds);

std::string firstPort (const Node& node, Port::Kind kind);

/** Some of its knobs are turned, and its sound slots hold something. */
Node playableNode (Dice& dice, const ModuleType& type, const Project& project);

NodeId addNode (Dice& dice, Graph& graph, const Node& node);

NodeId addNode (Dice& dice, Graph& graph, const std::string& type);

void addCable (Dice& dice, Graph& graph, NodeId from, const std::string& output, NodeId to, const std::string& input, double amount = 1);

/** Modules in a row behind `last`, and its new end. */
template <typename S>
NodeId addChain (Dice& dice, Graph& graph, NodeId last, int length, const Project& project)
{
    const auto types = typesWith<S> ({ Port::Kind::input, Port::Kind::output });

    for (; length > 0; --length)
    {
        const auto next = addNode (dice, graph, playableNode (dice, *dice.oneOf (types), project));
        addCable (dice, graph, last, firstPort (*graph.nodes.find (last), Port::Kind::output), next, firstPort (*graph.nodes.find (next), Port::Kind::input));
        last = next;
    }

    return last;
}

/** Cables from anywhere to anywhere: into knobs, into inputs, and round in circles. */
void addWildCables (Dice& dice, Graph& graph, int count);

Graph playableVoice (Dice& dice, const Project& project);

/** The devices of a track; one of them may listen to another track. */
Graph playableDevices (Dice& dice, const Project& project, TrackId heard);

Instrument playableInstrument (Dice& dice, const Project& project);

/** Some parameter that is there: what a lane, a macro or a hand may turn. */
std::string playableAddress (Dice& dice, const Project& project);

TrackId addPlayableTrack (Dice& dice, Project& project, TrackKind kind);

/** A clip for each track, and a row of them. */
void addPlayablePattern (Dice& dice, Project& project);

} // namespace random

/** A few seconds of everything at once. The same seed gives the same song. */
RandomSong randomSong (std::uint64_t seed);

} // namespace athanor

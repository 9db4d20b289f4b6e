// SPDX-License-Identifier: GPL-3.0-or-later
// What a node keeps from plan to plan: its module with all its memory, and where its knobs stand.
#pragma once

#include "Engine/KnobState.h"
#include "Modules/Material.h"
#include "Modules/Registry.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <vector>

namespace athanor
{

/** The running part of one node: one module instance for a track, one for each eight voices of an instrument.

    Made off the audio thread, used by the audio thread alone, shared by all plans that contain the node.
*/
template <typename S>
struct NodeState
{
    NodeState (const ModuleType& t, double sampleRate, int instanceCount) : type (t)
    {
        for (int i = 0; i < instanceCount; ++i)
        {
            if constexpr (std::is_same_v<S, dsp::Voices>)
                instances.push_back (t.makeForVoices());
            else
                instances.push_back (t.makeForStereo());

            instances.back()->prepare (sampleRate);

            if (auto* player = dynamic_cast<MaterialPlayer*> (instances.back().get()))
                materialPlayers.push_back (player);
        }

        for (const auto* port : t.prototype().ports())
            if (port->kind == Port::Kind::knob)
                knobs.emplace_back (static_cast<const Knob&> (*port).range);

        silentFrames.resize (static_cast<std::size_t> (instanceCount));

        if (const auto* tail = t.prototype().tail())
            holdFrames = static_cast<std::int64_t> (tail->holdSeconds * sampleRate) + quantum;
    }

    const ModuleType& type;
    std::vector<std::unique_ptr<ModuleOf<S>>> instances;
    std::deque<KnobState<S>> knobs; ///< A deque, because plans point into it.

    /** Keeps a material for as long as an instance plays it, for it may be needed longer than the plan that brought it. Off the audio thread. */
    void keep (std::shared_ptr<const Material> material)
    {
        std::erase_if (materials, [this] (const auto& held) {
            return held.use_count() == 1 && std::ranges::none_of (materialPlayers, [&] (const auto* player) { return player->isPlaying (held.get()); });
        });

        if (std::ranges::find (materials, material) == materials.end())
            materials.push_back (std::move (material));
    }

    std::vector<std::shared_ptr<const Material>> materials;
    std::vector<MaterialPlayer*> materialPlayers; ///< Of the instances; for most modules none.

    std::vector<std::int64_t> silentFrames; ///< For each instance: how long everything about it has been silent.
    std::int64_t holdFrames = -1;           ///< It sleeps after so many; below zero: never.
};

/** A gain that walks to its target within four quanta, so that what appears and disappears is never heard to jump. */
struct Fade
{
    Fade (float from, float to) : gain (from), target (to), next (from) {}

    std::atomic<float> gain; ///< Where it stands; only the audio thread writes it.
    const float target;
    float next; ///< Where it will stand after this quantum.

    void beginQuantum() noexcept
    {
        const auto now = gain.load (std::memory_order_relaxed);
        next = target > now ? std::min (target, now + 0.25f) : std::max (target, now - 0.25f);
    }

    void endQuantum() noexcept { gain.store (next, std::memory_order_relaxed); }

    float now() const noexcept { return gain.load (std::memory_order_relaxed); }

    bool isMoving() const noexcept { return next != now(); }

    bool isDone() const noexcept { return now() == target; }
};

} // namespace athanor

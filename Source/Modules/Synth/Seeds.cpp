// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Seeds.h"

#include <algorithm>
#include <bitset>

namespace athanor::synth
{

namespace
{
using Set = std::bitset<patchSourceCount>;

constexpr std::size_t at (PatchSource source) { return static_cast<std::size_t> (source); }

/** In which order Vital computes what draws: oscillators and sample, which stay together, and the random sources. Whenever a
    modulation is connected, all that it depends on comes to the front, in the order in which it stood. */
class ComputingOrder
{
public:
    explicit ComputingOrder (const PatchSpec& p) : patch (p)
    {
        for (connected = 0; connected < patch::slots; ++connected)
        {
            const auto& slot = patch.slots[static_cast<std::size_t> (connected)];

            if (! slot.source || ! slot.destination || *slot.source >= PatchSource::macro_control_5)
                continue;

            bringToFront (neededBySlot (connected));

            if (isPerVoice (*slot.source) && infoOf (*slot.destination).reach == Reach::poly)
                bringToFront (neededByDestination (*slot.destination, connected));
        }
    }

    /** Nothing: the oscillators. */
    const std::array<std::optional<PatchSource>, 6>& order() const { return row; }

private:
    void bringToFront (const Set& needed)
    {
        std::stable_partition (row.begin(), row.end(), [&] (const auto& one) { return one && needed[at (*one)]; });
    }

    /** What moves a control by the slots that were connected before, and by this one. */
    Set neededByDestination (Control destination, int lastSlot)
    {
        Set needed;

        for (int i = 0; i <= lastSlot; ++i)
        {
            const auto& slot = patch.slots[static_cast<std::size_t> (i)];

            if (slot.source && slot.destination == destination && isPerVoice (*slot.source))
                needed |= neededBySlot (i);
        }

        return needed;
    }

    Set neededBySlot (int index)
    {
        Set needed;

        if (isVisited[static_cast<std::size_t> (index)])
            return needed;

        isVisited.set (static_cast<std::size_t> (index));
        const auto source = *patch.slots[static_cast<std::size_t> (index)].source;
        needed.set (at (source));

        const auto hearsPitch = (source >= PatchSource::lfo_1 && source <= PatchSource::random_4) || source == PatchSource::note;

        for (const auto control : { Control::voice_transpose, Control::voice_tune, Control::pitch_bend_range, Control::portamento_time, Control::portamento_slope })
            if (hearsPitch)
                needed |= neededByDestination (control, connected - 1);

        needed |= neededByDestination (member (Control::modulation_1_amount, index), connected - 1);
        needed |= neededByDestination (member (Control::modulation_1_power, index), connected - 1);
        isVisited.reset (static_cast<std::size_t> (index));
        return needed;
    }

    const PatchSpec& patch;
    int connected = 0;
    std::bitset<patch::slots> isVisited;
    std::array<std::optional<PatchSource>, 6> row { std::nullopt, PatchSource::random, PatchSource::random_1, PatchSource::random_2, PatchSource::random_3, PatchSource::random_4 };
};

Drawer drawerOf (PatchSource source)
{
    if (source == PatchSource::random)
        return Drawer::note;

    return static_cast<Drawer> (static_cast<int> (Drawer::random1) + static_cast<int> (source) - static_cast<int> (PatchSource::random_1));
}
} // namespace

Seeds::Seeds() noexcept
{
    for (int i = 0; i < drawerCount; ++i)
        places[static_cast<std::size_t> (i)] = i;
}

Seeds::Seeds (const PatchSpec& patch)
{
    // A recording in a wavetable has a generator, too.
    for (const auto& table : patch.wavetables)
        for (const auto& group : table.groups)
            first += static_cast<std::uint32_t> (std::ranges::count (group, "Audio File Source", &WaveComponent::type));

    int place = 0;
    const ComputingOrder computing (patch);

    for (const auto& one : computing.order())
    {
        if (one)
            places[static_cast<std::size_t> (drawerOf (*one))] = place++;

        for (int i = 0; ! one && i <= static_cast<int> (Drawer::sample); ++i)
            places[static_cast<std::size_t> (i)] = place++;
    }
}

} // namespace athanor::synth

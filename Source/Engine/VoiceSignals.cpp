// SPDX-License-Identifier: GPL-3.0-or-later
// What the modules of a voice hear of its note: pitch, gate, volume …, written for eight lanes at a time.
#include "Engine/VoiceBank.h"

namespace athanor
{

namespace
{
constexpr int lanes = dsp::Voices::size;
using S = dsp::Voices;

/** Values that may walk within the quantum. */
void fillMoving (Signal<S>& signal, Voice* voices, LaneValue Voice::*which) noexcept
{
    S now (0.0f);
    bool isMoving = false;

    for (int lane = 0; lane < lanes; ++lane)
    {
        const auto& value = voices[lane].*which;
        now.set (lane, value.value);
        isMoving |= voices[lane].isActive && value.isMoving();
    }

    signal.hold (now);

    if (! isMoving)
        return;

    signal.steady = false;

    for (int lane = 0; lane < lanes; ++lane)
        if (auto& value = voices[lane].*which; voices[lane].isActive && value.isMoving())
            for (int i = 0; i < quantum; ++i)
                signal[i].set (lane, value.next());
}

/** Values that stay for the whole quantum. */
template <typename Read>
void fillSteady (Signal<S>& signal, const Voice* voices, Read&& read) noexcept
{
    S now (0.0f);

    for (int lane = 0; lane < lanes; ++lane)
        if (voices[lane].isActive)
            now.set (lane, read (voices[lane]));

    signal.hold (now);
}

void fillGate (Signal<S>& signal, const Voice* voices) noexcept
{
    fillSteady (signal, voices, [] (const Voice& voice) { return voice.isKeyDown ? 1.0f : 0.0f; });

    for (int lane = 0; lane < lanes; ++lane)
    {
        const auto& voice = voices[lane];

        if (! voice.isActive || (! voice.isStarting && voice.endFrame == quantum))
            continue;

        signal.steady = false;
        const auto from = voice.isStarting ? voice.startFrame : 0;

        for (int i = 0; i < quantum; ++i)
            signal[i].set (lane, i >= from && i < voice.endFrame ? 1.0f : voice.isKeyDown && i >= from ? 1.0f
                                                                                                       : 0.0f);
    }
}

void fillTrigger (Signal<S>& signal, const Voice* voices) noexcept
{
    signal.clear();

    for (int lane = 0; lane < lanes; ++lane)
        if (voices[lane].isActive && voices[lane].isStarting)
        {
            signal[voices[lane].startFrame].set (lane, 1.0f);
            signal.steady = signal.silent = false;
        }
}
} // namespace

void VoiceBank::fillSignals (int group) noexcept
{
    auto& to = *signals;
    auto* voices = &state->voices[static_cast<std::size_t> (group * lanes)];

    // These walk, so they go on even where nobody reads them.
    fillMoving (to[Normal::pitch], voices, &Voice::pitch);
    fillMoving (to[Normal::volume], voices, &Voice::volume);
    fillMoving (to[Normal::panning], voices, &Voice::panning);

    if (to.uses (Normal::gate))
        fillGate (to[Normal::gate], voices);

    if (to.uses (Normal::trigger))
        fillTrigger (to[Normal::trigger], voices);

    if (to.uses (Normal::velocity))
        fillSteady (to[Normal::velocity], voices, [] (const Voice& voice) { return voice.velocity; });

    if (to.uses (Normal::pressure))
        fillSteady (to[Normal::pressure], voices, [] (const Voice& voice) { return voice.pressure; });

    if (to.uses (Normal::wheel))
        fillSteady (to[Normal::wheel], voices, [this] (const Voice&) { return hands->wheel; });

    if (to.uses (Normal::random))
        fillSteady (to[Normal::random], voices, [] (const Voice& voice) { return voice.random; });

    for (int lane = 0; lane < lanes; ++lane)
    {
        voices[lane].isStarting = false;
        voices[lane].startFrame = 0;
        voices[lane].endFrame = quantum;
    }
}

} // namespace athanor

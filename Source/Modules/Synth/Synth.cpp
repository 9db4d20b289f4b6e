// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Synth.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace athanor::synth
{

namespace
{
constexpr std::size_t at (int i) { return static_cast<std::size_t> (i); }

constexpr int fadeQuanta = 4;

bool isChannel (int channel) { return channel >= 0 && channel < Synth::channels; }

bool isNote (int note) { return note >= 0 && note < 128; }

int within (int frame) { return std::clamp (frame, 0, quantum - 1); }
} // namespace

Synth::Synth (double rate)
    : sampleRate (rate), scratch (std::make_unique<Scratch>()),
      chains { EffectChain (rate, 1), EffectChain (rate, 2), EffectChain (rate, 4), EffectChain (rate, 8) }
{
    for (int i = 0; i < VoiceBoard::groupCount; ++i)
        groups[at (i)] = std::make_unique<VoiceGroup> (waves, i);

    for (int i = 0; i < 128; ++i)
        tuning[at (i)] = static_cast<float> (i);

    sharedMoved.fill (Stereo (0.0f));
    sharedFast.fill (Stereo (0.0f));
}

Synth::~Synth() = default;

void Synth::setPatch (const CompiledPatch* patch) noexcept
{
    if (isSame (patch) && coming == nullptr)
        return;

    doesCarryOn = (coming == nullptr || doesCarryOn) && playing != nullptr && patch != nullptr && playing->carriesOnWith (*patch);
    coming = patch;

    if (playing == nullptr || doesCarryOn)
        fadeLeft = 0;
    else if (fadeLeft == 0)
        fadeLeft = fadeQuanta;
}

void Synth::setPatchAtOnce (const CompiledPatch* patch) noexcept
{
    if (isSame (patch) && coming == nullptr)
        return;

    coming = patch;
    doesCarryOn = false;
    fadeLeft = 0;
}

void Synth::change (const ControlValues& values, const std::array<float, PatchSpec::macroCount>& standing) noexcept
{
    if (! isAboutToChange())
        return;

    if (doesCarryOn)
        return carryOn (*coming, values, standing);

    const auto held = board.keys();
    adopt (*coming, values, standing);

    for (const auto& key : held)
        board.press (key, 0);
}

void Synth::adopt (const CompiledPatch& patch, const ControlValues& values, const std::array<float, PatchSpec::macroCount>& standing) noexcept
{
    board.reset();
    board.rules = {};
    now = target = values;
    macros = macroTargets = standing;
    turning.clear();
    isTurning.fill (false);
    sharedMoved.fill (Stereo (0.0f));
    sharedFast.fill (Stereo (0.0f));
    playing = &patch;
    serial = patch.serial();
    coming = nullptr;
    doesCarryOn = false;
    decimator.reset();
    output = {};

    chainInUse = -1;

    for (auto& group : groups)
        group->setPatch (patch, now);

    groups[0]->begin (patch.plan, late);

    for (int i = 0; i < controlCount; ++i)
        effectValues.set (static_cast<Control> (i), Stereo (now[static_cast<Control> (i)]));

    readRules();

    for (const auto& [key, frame] : waiting)
        board.press (key, frame);

    waiting.clear();
}

void Synth::reset() noexcept
{
    waiting.clear();

    if (const auto* patch = coming != nullptr ? coming : playing; patch != nullptr)
        adopt (*patch, patch->values, patch->macros);

    fadeLeft = 0;
}

void Synth::noteOn (int note, float velocity, int frame, int channel) noexcept
{
    if (isNote (note) && isChannel (channel))
        begin ({ VoiceBoard::idOf (note, channel), static_cast<std::int16_t> (note), static_cast<std::int16_t> (channel), tuning[at (note)],
                 std::clamp (velocity, 0.0f, 1.0f) },
               within (frame));
}

void Synth::press (std::uint32_t key, float pitch, float velocity, int frame) noexcept
{
    const auto note = static_cast<std::int16_t> (std::clamp (pitch, 0.0f, 127.0f) + 0.5f);
    begin ({ ownId (key), note, 0, pitch, std::clamp (velocity, 0.0f, 1.0f) }, within (frame));
}

void Synth::begin (const PlayedKey& key, int frame) noexcept
{
    if (coming != nullptr && ! doesCarryOn)
        waiting.append ({ key, frame });
    else if (playing != nullptr)
        board.press (key, frame);
}

void Synth::noteOff (int note, float lift, int frame, int channel) noexcept
{
    if (! isNote (note) || ! isChannel (channel))
        return;

    waiting.remove ({ { VoiceBoard::idOf (note, channel) }, 0 });
    board.noteOff (note, std::clamp (lift, 0.0f, 1.0f), within (frame), channel);
}

void Synth::release (std::uint32_t key, float lift, int frame) noexcept
{
    letGo (key);
    board.release (ownId (key), std::clamp (lift, 0.0f, 1.0f), within (frame));
}

bool Synth::isInUse (std::uint32_t key) const noexcept
{
    return board.isInUse (ownId (key)) || waiting.contains ({ { ownId (key) }, 0 });
}

void Synth::allNotesOff (int frame) noexcept
{
    waiting.clear();
    board.allNotesOff (within (frame));
}

void Synth::setPedal (bool isDown, int frame, int channel) noexcept
{
    if (isChannel (channel))
        board.setPedal (isDown, within (frame), channel);
}

void Synth::setSostenuto (bool isDown, int frame, int channel) noexcept
{
    if (isChannel (channel))
        board.setSostenuto (isDown, within (frame), channel);
}

void Synth::setPitchWheel (float amount, int channel) noexcept
{
    if (! isChannel (channel))
        return;

    amount = std::clamp (amount, -1.0f, 1.0f);
    const auto isMpe = now.isOn (Control::mpe_enabled);

    if (isMpe && channel != 0)
        board.setKeyBend (amount, channel);
    else if (isMpe)
        for (int c = 0; c < channels; ++c)
            board.setPitchWheel (amount, c);
    else
        board.setPitchWheel (amount, channel);
}

void Synth::setModWheel (float amount, int channel) noexcept
{
    if (isChannel (channel))
        board.setModWheel (std::clamp (amount, 0.0f, 1.0f), channel);
}

void Synth::setAftertouch (int note, float amount, int channel) noexcept
{
    if (isChannel (channel))
        board.setAftertouch (note, std::clamp (amount, 0.0f, 1.0f), channel);
}

void Synth::setChannelAftertouch (float amount, int channel) noexcept
{
    if (isChannel (channel))
        board.setChannelAftertouch (std::clamp (amount, 0.0f, 1.0f), channel);
}

void Synth::setSlide (float amount, int channel) noexcept
{
    if (isChannel (channel))
        board.setSlide (std::clamp (amount, 0.0f, 1.0f), channel);
}

void Synth::setControl (Control control, float stored) noexcept
{
    if (playing == nullptr || ! std::isfinite (stored))
        return;

    stored = std::clamp (stored, -1e6f, 1e6f);
    target[control] = stored;

    for (int n = 0; n < patch::vitalMacros; ++n)
        if (control == member (Control::macro_control_1, n))
            macroTargets[at (n)] = stored;

    const auto& info = infoOf (control);

    if (info.reach == Reach::no)
    {
        now[control] = stored;
        effectValues.set (control, Stereo (stored));

        for (auto& group : groups)
            group->setChoices (now);

        readRules();
        return;
    }

    if (! std::exchange (isTurning[static_cast<std::size_t> (control)], true))
        turning.append (static_cast<std::int16_t> (control));
}

void Synth::setMacro (int macro, float value) noexcept
{
    if (macro < 0 || macro >= PatchSpec::macroCount || ! std::isfinite (value))
        return;

    if (macro < patch::vitalMacros)
        setControl (member (Control::macro_control_1, macro), std::clamp (value, 0.0f, 1.0f));
    else
        macroTargets[at (macro)] = std::clamp (value, 0.0f, 1.0f);
}

/** Every control that is turned goes a part of its way in each quantum, and stands still in the one after its arrival. */
void Synth::glideControls() noexcept
{
    constexpr float part = 0.25f, near = 1e-4f;

    for (int i = turning.size(); --i >= 0;)
    {
        const auto control = static_cast<Control> (turning[i]);
        const auto& info = infoOf (control);
        const auto before = now[control];
        const auto hasArrived = before == target[control];

        if (hasArrived)
        {
            turning.erase (i);
            isTurning[static_cast<std::size_t> (control)] = false;
        }
        else if (info.scale == ControlScale::indexed || std::abs (target[control] - before) <= near * (info.greatest - info.least))
            now[control] = target[control];
        else
            now[control] = before + part * (target[control] - before);

        for (auto& group : groups)
            group->turn (control, before, now[control]);

        effectValues.set (control, Stereo (now[control]));
    }
}

/** While nothing sounds, the rules stay as they were: of a chord that begins in silence all notes begin, and only then are there
    too many. A patch begins without a limit. */
void Synth::readRules() noexcept
{
    board.rules.isLegato = now.isOn (Control::legato);

    if (board.active().isEmpty())
        return;

    board.rules.polyphony = std::clamp (static_cast<int> (std::lround (sharedNow (Control::polyphony)[0])), 1, maxVoices);
    board.rules.priority = static_cast<VoicePriority> (std::clamp (now.choice (Control::voice_priority), 0, 4));
    board.rules.steals = now.isOn (Control::voice_override);
}

/** What a patch asks for, less where the device is fast already. */
int Synth::oversampling() const noexcept
{
    auto times = 1 << std::clamp (now.choice (Control::oversampling), 0, 3);

    for (auto rate = sampleRate; rate >= 2 * 44'100 && times > 1; rate /= 2)
        times /= 2;

    return times;
}

void Synth::process (std::array<Stereo, quantum>& out) noexcept
{
    if (coming != nullptr && fadeLeft == 0)
        doesCarryOn ? carryOn (*coming, coming->values, coming->macros) : adopt (*coming, coming->values, coming->macros);

    if (playing == nullptr)
    {
        out.fill (Stereo (0.0f));
        return;
    }

    render (out);
    followPatch (out);

    if (hasCarriedOn)
        restAgain();

    transport.seconds += quantum / sampleRate;
}

/** Fades what sounds while another patch is coming. */
void Synth::followPatch (std::array<Stereo, quantum>& out) noexcept
{
    if (coming == nullptr)
        return;

    constexpr float step = 1.0f / (fadeQuanta * quantum);
    auto gain = static_cast<float> (fadeLeft) / fadeQuanta;
    --fadeLeft;

    for (auto& frame : out)
    {
        gain -= step;
        frame *= Stereo (gain);
    }
}

} // namespace athanor::synth

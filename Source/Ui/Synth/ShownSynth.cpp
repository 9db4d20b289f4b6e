// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ShownSynth.h"

namespace athanor
{

namespace
{
const juce::String dragMark { "modulator:" };

/** Sources other than the numbered ones. */
const char* nameOfOther (PatchSource source)
{
    switch (source)
    {
        case PatchSource::random:
            return "Note random";
        case PatchSource::stereo:
            return "Stereo";
        case PatchSource::velocity:
            return "Velocity";
        case PatchSource::note:
            return "Note";
        case PatchSource::note_in_octave:
            return "Note in octave";
        case PatchSource::aftertouch:
            return "Aftertouch";
        case PatchSource::slide:
            return "Slide";
        case PatchSource::lift:
            return "Lift";
        case PatchSource::mod_wheel:
            return "Mod wheel";
        case PatchSource::pitch_wheel:
            return "Pitch wheel";
        default:
            return "";
    }
}
} // namespace

juce::String titleOf (PatchSource source, const PatchSpec& patch)
{
    const auto id = juce::String (std::string (nameOf (source)));
    const auto number = id.getTrailingIntValue();

    if (number == 0)
        return nameOfOther (source);

    if (id.startsWith ("macro"))
    {
        const auto& name = patch.macros[static_cast<std::size_t> (number - 1)].name;
        return name.empty() ? "Macro " + juce::String (number) : juce::String (name);
    }

    return (id.startsWith ("env") ? "Envelope " : id.startsWith ("lfo") ? "LFO "
                                                                        : "Random ") +
           juce::String (number);
}

juce::String titleOf (Control control) { return juce::String (std::string (infoOf (control).name)); }

std::optional<int> macroOf (PatchSource source)
{
    const auto id = juce::String (std::string (nameOf (source)));
    return id.startsWith ("macro") ? std::optional (id.getTrailingIntValue() - 1) : std::nullopt;
}

juce::var draggedOf (PatchSource source) { return dragMark + juce::String (std::string (nameOf (source))); }

std::optional<PatchSource> sourceDragged (const juce::var& what)
{
    const auto words = what.toString();
    return words.startsWith (dragMark) ? patchSourceNamed (words.fromFirstOccurrenceOf (":", false, false).toStdString()) : std::nullopt;
}

ShownSynth::ShownSynth (Deeds& d, InstrumentId id) : deeds (d), instrument (id), shown (std::make_shared<const PatchSpec>()), carries (controlCount), keys (controlCount) { update(); }

void ShownSynth::update()
{
    if (auto read = deeds.session.patchOf (instrument))
        shown = std::move (read);

    readCarries();
}

void ShownSynth::readCarries()
{
    std::ranges::fill (carries, Carry());

    for (int i = 0; i < patch::slots; ++i)
    {
        const auto& slot = shown->slots[static_cast<std::size_t> (i)];

        if (! slot.source || ! slot.destination || shown->values.isOn (member (Control::modulation_1_bypass, i)))
            continue;

        const auto amount = shown->values[member (Control::modulation_1_amount, i)];
        const auto goesBothWays = shown->values.isOn (member (Control::modulation_1_bipolar, i));
        auto& carry = carries[static_cast<std::size_t> (*slot.destination)];
        carry.isActive = true;

        if (const auto macro = macroOf (*slot.source))
        {
            const auto turned = static_cast<float> (shown->macros[static_cast<std::size_t> (*macro)].value) - (goesBothWays ? 0.5f : 0.0f);
            carry.atRest += turned * amount;
        }

        carry.down += goesBothWays ? -std::abs (amount) / 2 : std::min (0.0f, amount);
        carry.up += goesBothWays ? std::abs (amount) / 2 : std::max (0.0f, amount);
    }
}

const std::string& ShownSynth::keyOf (Control control) const
{
    auto& key = keys[static_cast<std::size_t> (control)];

    if (key.empty())
        if (const auto address = addressOf (project(), instrument, control))
            key = format (*address);

    return key;
}

float ShownSynth::valueNow (Control control) const
{
    const auto& info = infoOf (control);
    const auto live = deeds.session.player().livePosition (keyOf (control));
    return live ? info.least + static_cast<float> (*live) * (info.greatest - info.least) : shown->values[control];
}

void ShownSynth::listen()
{
    sound = deeds.session.player().synth (instrument);

    if (sound && sound->voices == 0)
        sound.reset();
}

float ShownSynth::modulatedNow (Control control) const
{
    if (sound)
        return sound->controls[control];

    const auto& info = infoOf (control);
    return valueNow (control) + carryOf (control).atRest * (info.greatest - info.least);
}

void ShownSynth::set (Control control, float stored)
{
    deeds.session.edit ("turn " + std::string (infoOf (control).name), [&] (Project& edited) { setControl (edited, instrument, control, stored); });
}

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions on wavetables share: which table is meant, and how it is edited.
#pragma once

#include "App/Actions/Support.h"
#include "App/Edits/SynthEdits.h"
#include "App/Edits/WavetableEdits.h"

namespace athanor
{

inline const std::string noSynthSentence = "The chosen instrument is no synth: load a patch onto it first.";

/** The number of the oscillator from 0, from an argument that counts from 1. */
inline int oscillatorIn (const Arguments& arguments) { return wholeIn (arguments, "oscillator", 1, patch::oscillators) - 1; }

/** Numbers that count from 1, as they are shown, to numbers that count from 0. */
inline WavePlace wavePlaceIn (const Arguments& arguments)
{
    constexpr int most = 1'000;
    return { wholeIn (arguments, "group", 0, most) - 1, wholeIn (arguments, "component", 0, most) - 1, wholeIn (arguments, "keyframe", 0, most) - 1 };
}

inline int positionIn (const Arguments& arguments) { return wholeIn (arguments, "position", -1, 1'000); }

inline std::function<std::string()> unlessSynth (Session& session)
{
    return onlyIf ([&session] { return synthOf (session.project(), here (session).instrument).has_value(); }, noSynthSentence);
}

/** "follow": whether the oscillator goes to the position that the arguments name. */
inline bool followsIn (const Arguments& arguments)
{
    const auto found = arguments.find ("follow");
    const auto* truth = found != arguments.end() ? found->second.as<bool>() : nullptr;
    return truth != nullptr && *truth && positionIn (arguments) >= 0;
}

/** One step of undo on the wavetable that the arguments name. What fails changes nothing.
    @param isNew  Another table: its oscillator is switched on, so that it is heard. */
inline Result<Value> editTable (Session& session, const Arguments& arguments, const std::string& step, const std::function<Result<Value> (WavetableSpec&)>& change, bool isNew = false)
{
    const auto instrument = here (session).instrument;
    const auto number = static_cast<std::size_t> (oscillatorIn (arguments));
    const auto patch = session.patchOf (instrument);

    if (patch == nullptr)
        return Failure { noSynthSentence, "" };

    auto table = patch->wavetables[number];
    auto result = change (table);

    if (result)
        session.editPatch (instrument, step, [&] (PatchSpec& edited) {
            edited.wavetables[number] = table;

            if (isNew)
                edited.values[member (Control::osc_1_on, static_cast<int> (number))] = 1;

            if (followsIn (arguments))
                edited.values[member (Control::osc_1_wave_frame, static_cast<int> (number))] = static_cast<float> (positionIn (arguments));
        });

    return result;
}

/** Of an edit that gives nothing. */
inline Result<Value> valueOf (const Result<Done>& result) { return result ? done() : Result<Value> (result.failure()); }

/** Of an edit that gives a keyframe: its number from 1. */
inline Result<Value> valueOf (const Result<int>& keyframe) { return keyframe ? Result<Value> (Value (*keyframe + 1)) : Result<Value> (keyframe.failure()); }

inline Argument oscillatorArgument() { return number ("oscillator", "Whose wavetable: 1 to 3.", 1); }

inline Argument groupArgument() { return number ("group", "Number of the group, from 1.", 1); }

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/VoiceFilter.h"

#include "Modules/Synth/Filter/AnalogFilter.h"
#include "Modules/Synth/Filter/CombFilter.h"
#include "Modules/Synth/Filter/DigitalFilter.h"
#include "Modules/Synth/Filter/DiodeFilter.h"
#include "Modules/Synth/Filter/DirtyFilter.h"
#include "Modules/Synth/Filter/FormantFilter.h"
#include "Modules/Synth/Filter/LadderFilter.h"
#include "Modules/Synth/Filter/PhaserFilter.h"

namespace athanor::synth
{

/** All models lie ready, so that another one may be chosen while it plays. */
struct VoiceFilter::Models
{
    AnalogFilter analog;
    DirtyFilter dirty;
    LadderFilter ladder;
    DigitalFilter digital;
    DiodeFilter diode;
    FormantFilter formant;
    CombFilter comb;
    PhaserFilter phaser { PhaserFilter::Taste::driven };
    int current = -1;
    Walk<Lanes> mix;
    Lanes key { 0.0f };

    void process (const Turn&, const FilterControls&, const Buffer& in, Buffer& out) noexcept;
    void mixIn (const Turn&, const FilterControls&, const Buffer& in, Buffer& out) noexcept;

    template <typename Model, typename... Settings>
    void run (Model& model, const Turn& turn, Buffer& out, Settings&... settings) noexcept
    {
        model.reset (turn.hasStarted);
        model.process (turn, settings..., out);

        // Whatever went wrong, it shall not ring for ever.
        if (! isFinite (out[turn.frames - 1]))
        {
            model.reset ({ dsp::Integers<8> {} - 1 });
            out.clear (turn.frames);
        }
    }
};

void VoiceFilter::Models::process (const Turn& givenTurn, const FilterControls& controls, const Buffer& in, Buffer& out) noexcept
{
    auto turn = givenTurn;

    if (controls.model != current)
    {
        current = controls.model;
        turn.hasStarted = { dsp::Integers<8> {} - 1 };
    }

    const auto keyNow = dsp::clamp (controls.note * controls.keytrack.to, Lanes (-200.0f), Lanes (200.0f));
    const Ramp keys { key, keyNow };
    key = keyNow;

    const FilterSettings settings (controls);
    Cutoff cutoff (turn, controls.cutoff, keys);

    switch (static_cast<FilterModel> (controls.model))
    {
        case FilterModel::analog:
            run (analog, turn, out, settings, cutoff, in);
            break;
        case FilterModel::dirty:
            run (dirty, turn, out, settings, cutoff, in);
            break;
        case FilterModel::ladder:
            run (ladder, turn, out, settings, cutoff, in);
            break;
        case FilterModel::digital:
            run (digital, turn, out, settings, cutoff, in);
            break;
        case FilterModel::diode:
            run (diode, turn, out, settings, cutoff, in);
            break;
        case FilterModel::formant:
            run (formant, turn, out, controls, in);
            break;
        case FilterModel::comb:
            run (comb, turn, out, settings, cutoff, in);
            break;
        case FilterModel::phaser:
            run (phaser, turn, out, settings, cutoff, in);
            break;
        default:
            out.clear (turn.frames);
            break;
    }

    mixIn (turn, controls, in, out);
}

void VoiceFilter::Models::mixIn (const Turn& turn, const FilterControls& controls, const Buffer& in, Buffer& out) noexcept
{
    mix.aim (dsp::clamp (controls.mix.to, Lanes (0.0f), Lanes (1.0f)), turn.frames, turn.hasStarted);

    if (mix.isSteady() && isSame (mix.end(), Lanes (1.0f)))
        return;

    for (int i = 0; i < turn.frames; ++i)
        out[i] = dsp::mix (in[i], out[i], mix.at (i));
}

VoiceFilter::VoiceFilter() : models (std::make_unique<Models>()) {}

VoiceFilter::~VoiceFilter() = default;
VoiceFilter::VoiceFilter (VoiceFilter&&) noexcept = default;
VoiceFilter& VoiceFilter::operator= (VoiceFilter&&) noexcept = default;

void VoiceFilter::process (const Turn& turn, const FilterControls& controls, const Buffer& in, Buffer& out) noexcept
{
    if (controls.isOn)
        models->process (turn, controls, in, out);
    else
        out.clear (turn.frames);
}

FilterPair::Route FilterPair::routeOf (bool isFirstFedByFilter, bool isSecondFedByFilter, const FilterControls& first, const FilterControls& second) noexcept
{
    if (isFirstFedByFilter && first.isOn)
        return Route::secondIntoFirst;

    return isSecondFedByFilter && second.isOn ? Route::firstIntoSecond : Route::parallel;
}

void FilterPair::process (const Turn& turn, Route route, const FilterControls& first, const FilterControls& second, Buffer& intoFirst, Buffer& intoSecond, Buffer& out) noexcept
{
    const auto add = [&turn] (const Buffer& what, Buffer& to) {
        for (int i = 0; i < turn.frames; ++i)
            to[i] += what[i];
    };

    const auto goesBackwards = route == Route::secondIntoFirst;
    auto& earlier = goesBackwards ? two : one;
    auto& later = goesBackwards ? one : two;
    const auto& earlierControls = goesBackwards ? second : first;
    const auto& laterControls = goesBackwards ? first : second;
    const auto& earlierInput = goesBackwards ? intoSecond : intoFirst;
    auto& laterInput = goesBackwards ? intoFirst : intoSecond;

    // Only what is on is computed: the other adds nothing.
    if (! earlierControls.isOn)
    {
        later.process (turn, laterControls, laterInput, out);
        return;
    }

    if (! laterControls.isOn)
    {
        earlier.process (turn, earlierControls, earlierInput, out);
        return;
    }

    earlier.process (turn, earlierControls, earlierInput, scratch);

    if (route != Route::parallel)
        add (scratch, laterInput);

    later.process (turn, laterControls, laterInput, out);

    if (route == Route::parallel)
        add (scratch, out);
}

} // namespace athanor::synth

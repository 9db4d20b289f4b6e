// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SynthPatches.h"

#include "App/Edits/SynthEdits.h"
#include "Formats/Patch/PatchTexts.h"
#include "Modules/Synth/CompiledPatch.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::size_t mostStates = 32;

/** Controls that say how a patch is put together: another one is compiled when they change. */
std::vector<Control> structuralControls()
{
    std::vector<Control> controls { Control::sample_on };

    for (int i = 0; i < patch::oscillators; ++i)
        for (const auto c : { Control::osc_1_on, Control::osc_1_distortion_type })
            controls.push_back (member (c, i));

    for (int i = 0; i < patch::slots; ++i)
        for (const auto c : { Control::modulation_1_bypass, Control::modulation_1_bipolar, Control::modulation_1_stereo })
            controls.push_back (member (c, i));

    return controls;
}

void readKnobs (PatchSpec& patch, const Node& node)
{
    patch.values = {};

    for (const auto& [port, value] : node.knobs)
        if (const auto control = controlNamed (port))
            patch.values[*control] = static_cast<float> (*value);
        else if (const auto macro = macroKnobNamed (port))
            patch.macros[*macro].value = *value;

    for (std::size_t i = patch::vitalMacros; i < patch.macros.size(); ++i)
        if (! node.knobs.contains (macroKnob (static_cast<int> (i))))
            patch.macros[i].value = 0;
}
} // namespace

struct SynthPatches::State
{
    Table<std::string, std::string> texts;
    Table<std::string, double> knobs;
    std::shared_ptr<const PatchSpec> patch;
    synth::CookedWaves waves;
    std::uint64_t family = 0;                             ///< Others that came of this one by small edits, or it of them.
    std::shared_ptr<const synth::CompiledPatch> compiled; ///< Null: not yet.
};

namespace
{
constexpr int smallEdit = 2; ///< So many texts at most.

bool isSame (const std::string* a, const std::string* b) { return a == b || (a != nullptr && b != nullptr && *a == *b); }

template <typename Texts>
int differences (const Texts& a, const Texts& b)
{
    return static_cast<int> (std::ranges::count_if (patchTextNames(), [&] (const auto& name) { return ! isSame (a.find (name), b.find (name)); }));
}
} // namespace

SynthPatches::SynthPatches() = default;
SynthPatches::~SynthPatches() = default;

/** What is as in the newest state like it is taken from there. */
SynthPatches::State& SynthPatches::stateOf (const Node& node)
{
    const auto found = std::ranges::find_if (states, [&] (const auto& s) { return s->texts.sharesWith (node.texts) && s->knobs.sharesWith (node.knobs); });

    if (found != states.end())
        return **found;

    // Of the same node most texts are shared with what was read before.
    const State* base = nullptr;
    auto fewest = static_cast<int> (patchTextNames().size()) + 1;

    for (auto state = states.rbegin(); state != states.rend() && fewest > 0; ++state)
        if (const auto count = differences ((*state)->texts, node.texts); count < fewest)
        {
            base = state->get();
            fewest = count;
        }

    auto fresh = base != nullptr ? std::make_unique<State> (*base) : std::make_unique<State>();

    if (fewest > smallEdit)
        fresh->family = ++families;

    if (fewest > 0)
        readTexts (*fresh, node);

    auto patch = std::make_shared<PatchSpec> (*fresh->patch);
    readKnobs (*patch, node);
    const auto before = std::exchange (fresh->patch, patch);
    fresh->texts = node.texts;
    fresh->knobs = node.knobs;

    static const auto structural = structuralControls();

    if (std::ranges::any_of (structural, [&] (Control c) { return before->values[c] != patch->values[c]; }))
        fresh->compiled = nullptr;

    if (states.size() >= mostStates)
        states.erase (states.begin());

    return *states.emplace_back (std::move (fresh));
}

void SynthPatches::readTexts (State& state, const Node& node)
{
    auto patch = state.patch != nullptr ? std::make_shared<PatchSpec> (*state.patch) : std::make_shared<PatchSpec>();
    Remarks remarks;

    for (const auto& name : patchTextNames())
    {
        const auto *now = node.texts.find (name), *before = state.texts.find (name);

        if (isSame (now, before) && state.patch != nullptr)
            continue;

        readPatchText (*patch, name, now != nullptr ? *now : std::string_view(), remarks);
        state.compiled = nullptr;

        if (name == "sample")
            state.waves.sample = nullptr;
        else if (name.starts_with ("wavetable"))
            state.waves.tables[static_cast<std::size_t> (name.back() - '1')] = nullptr;
    }

    state.patch = std::move (patch);
}

/** What was cooked once stays, so that switching it off and on again costs nothing. */
void SynthPatches::cook (State& state)
{
    const auto& patch = *state.patch;

    for (int n = 0; n < patch::oscillators; ++n)
    {
        const auto i = static_cast<std::size_t> (n);

        if (state.waves.tables[i] == nullptr && patch.values.isOn (member (Control::osc_1_on, n)))
            state.waves.tables[i] = synth::makeWavetable (patch.wavetables[i]);
    }

    if (state.waves.sample == nullptr && patch.values.isOn (Control::sample_on))
        state.waves.sample = synth::makeSampleRecording (patch.sample);

    auto compiled = std::make_shared<synth::CompiledPatch> (patch, state.waves);
    compiled->family = state.family;
    state.compiled = std::move (compiled);
}

std::shared_ptr<const PatchSpec> SynthPatches::patchOf (const Node& node) { return node.type == synthType ? stateOf (node).patch : nullptr; }

std::shared_ptr<const Material> SynthPatches::materialOf (const Node& node)
{
    if (node.type != synthType)
        return nullptr;

    auto& state = stateOf (node);

    if (state.compiled == nullptr)
        cook (state);

    return state.compiled;
}

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/MacroDress.h"

#include "Compose/Sound/PatchParts.h"
#include "Patch/MacroSlots.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace athanor
{

namespace
{
constexpr auto leastWay = 0.04; ///< Of a control's range: less is not worth a knob.

PatchSource macroSource (int macro)
{
    const auto first = macro < patch::vitalMacros ? PatchSource::macro_control_1 : PatchSource::macro_control_5;
    return static_cast<PatchSource> (static_cast<int> (first) + macro % patch::vitalMacros);
}

double valueOf (const PatchSpec& patch, int macro)
{
    return macro < patch::vitalMacros ? patch.values[member (Control::macro_control_1, macro)] : patch.macros[static_cast<std::size_t> (macro)].value;
}

void addTo (PatchSpec& patch, Control control, double by)
{
    const auto& info = infoOf (control);
    patch.values[control] = std::clamp (static_cast<float> (patch.values[control] + by), info.least, info.greatest);
}

/** What a slot does with the control it moves, seen from where that is now. */
RoleTarget targetOf (const PatchSpec& patch, int slot, double value)
{
    const auto control = *patch.slots[static_cast<std::size_t> (slot)].destination;
    const auto& info = infoOf (control);
    const auto without = static_cast<double> (patch.values[control]) - shiftOf (patch, slot, value);
    const auto at = [&] (double x) { return std::clamp (without + shiftOf (patch, slot, x), static_cast<double> (info.least), static_cast<double> (info.greatest)); };
    return { control, at (0), at (1), 0, {} };
}

MacroRole helper (std::string_view id, const char* label, const char* does, std::vector<RoleTarget> targets, std::vector<SoundFeature> conflicts = {})
{
    return { std::string (id), label, does, 0, std::move (targets), std::move (conflicts) };
}

/** What helps where neither the sound nor its template has something live: the first of them that may be. */
std::vector<MacroRole> helpersFor (std::string_view role)
{
    using enum SoundFeature;
    const std::vector<Control> eq { Control::eq_on };

    if (role == "brightness")
        return { helper (role, "Tone", "Lifts or lowers the highs.", { { Control::eq_high_gain, -12, 12, 0, eq } }), helper (role, "Tone", "Opens a filter at the end.", { { Control::filter_fx_cutoff, 50, 130, 0, { Control::filter_fx_on } } }) };

    if (role == "space")
        return { helper (role, "Room", "Puts a room around it.", { { Control::reverb_dry_wet, 0, 0.6, 0, { Control::reverb_on } } }, { reverb }), helper (role, "Echo", "Lets echoes follow.", { { Control::delay_dry_wet, 0, 0.45, 0, { Control::delay_on } } }, { delay }), helper (role, "Ensemble", "Puts others beside it.", { { Control::chorus_dry_wet, 0, 0.7, 0, { Control::chorus_on } } }, { chorus }), helper (role, "Body size", "A wide band more or less.", { { Control::eq_band_gain, -8, 8, 0, eq } }) };

    if (role == "bite")
        return { helper (role, "Drive", "Drives it harder.", { { Control::distortion_mix, 0, 1, 0, { Control::distortion_on } }, { Control::distortion_drive, 2, 18, 0, { Control::distortion_on } } }, { distortion }), helper (role, "Edge", "Lifts what cuts through.", { { Control::eq_band_gain, 0, 12, 0, eq } }) };

    if (role == "body")
        return { helper (role, "Body", "Lifts or lowers the lows.", { { Control::eq_low_gain, -10, 8, 0, eq } }) };

    if (role == "width")
        return { helper (role, "Width", "From the middle to both sides.", { { Control::stereo_routing, 0, 1, 0, {} } }, { stereo }), helper (role, "Loudness", "Softer and louder.", { { Control::volume, 4'600, 5'900, 0, {} } }) };

    if (role == "attack")
        return { helper (role, "Attack", "How fast it begins.", { { Control::env_1_attack, 0, 1.1, 0, {} } }) };

    if (role == "release")
        return { helper (role, "Release", "How long it rings after the key.", { { Control::env_1_release, 0.2, 1.2, 0, {} } }) };

    return {};
}

/** What can be done with any sound, where nothing of the role's own is left. */
std::vector<MacroRole> lastHelpers()
{
    return { helper ("loudness", "Loudness", "Softer and louder.", { { Control::volume, 4'600, 5'900, 0, {} } }), helper ("ensemble", "Ensemble", "Puts others beside it.", { { Control::chorus_dry_wet, 0, 0.7, 0, { Control::chorus_on } } }, { SoundFeature::chorus }), helper ("top", "Top", "Opens a filter at the end.", { { Control::filter_fx_cutoff, 50, 130, 0, { Control::filter_fx_on } } }) };
}

class Dresser
{
public:
    Dresser (PatchSpec& p, const std::vector<SoundFeature>& e) : patch (p), excluded (e) {}

    /** The first that can be done of what the knob did before, what the template says, and what helps; which of them it was. */
    int dress (int macro, const MacroRole& own, const MacroRole& form, int first)
    {
        const auto role = macroRoles[static_cast<std::size_t> (macro)];
        std::vector<std::function<bool()>> choices { [&] { return connect (macro, own); }, [&] { return connect (macro, form); } };

        for (const auto& one : helpersFor (role))
            choices.emplace_back ([this, macro, one] { return help (macro, one); });

        if (role == "movement")
            choices.emplace_back ([&] { return moveSomething (macro); });

        for (const auto& one : lastHelpers())
            choices.emplace_back ([this, macro, one] { return help (macro, one); });

        for (auto choice = static_cast<std::size_t> (first); choice < choices.size(); ++choice)
            if (choices[choice]())
                return static_cast<int> (choice);

        patch.macros[static_cast<std::size_t> (macro)] = {};
        return static_cast<int> (choices.size());
    }

private:
    bool isExcluded (const MacroRole& role) const
    {
        return std::ranges::any_of (role.conflicts, [&] (SoundFeature f) { return std::ranges::find (excluded, f) != excluded.end(); });
    }

    bool isFree (Control control) const { return ! taken.contains (control) && infoOf (control).reach != Reach::no; }

    /** Switches on what it needs, without a change of the sound, and connects it. */
    bool help (int macro, const MacroRole& role)
    {
        if (isExcluded (role) || ! std::ranges::all_of (role.targets, [&] (const RoleTarget& target) { return isFree (target.control); }))
            return false;

        const auto before = patch;

        for (const auto& target : role.targets)
            for (const auto aSwitch : target.needs)
                if (! patch.values.isOn (aSwitch))
                    switchOnUnheard (aSwitch);

        if (connect (macro, role))
            return true;

        patch = before;
        return false;
    }

    void switchOnUnheard (Control aSwitch)
    {
        patch.values[aSwitch] = 1;

        for (const auto mix : { Control::reverb_dry_wet, Control::delay_dry_wet, Control::chorus_dry_wet, Control::distortion_mix })
            if (switchOf (mix) == aSwitch)
                patch.values[mix] = 0;

        if (aSwitch == Control::eq_on)
            for (const auto flat : { Control::eq_low_gain, Control::eq_band_gain, Control::eq_high_gain, Control::eq_low_mode, Control::eq_band_mode, Control::eq_high_mode })
                patch.values[flat] = 0;

        if (aSwitch == Control::filter_fx_on)
        {
            for (const auto zero : { Control::filter_fx_model, Control::filter_fx_style, Control::filter_fx_blend })
                patch.values[zero] = 0;

            patch.values[Control::filter_fx_resonance] = 0.1f;
            patch.values[Control::filter_fx_mix] = 1;
            patch.values[Control::filter_fx_cutoff] = 130;
        }
    }

    bool connect (int macro, const MacroRole& role)
    {
        if (role.id.empty() || isExcluded (role))
            return false;

        std::vector<RoleTarget> heard;

        for (const auto& target : role.targets)
            if (isFree (target.control) && std::ranges::all_of (target.needs, [&] (Control c) { return patch.values.isOn (c); }) && isLive (patch, target.control))
                heard.push_back (reaching (target));

        std::erase_if (heard, [] (const RoleTarget& target) { return wayOf (target) < leastWay; });

        if (heard.empty())
            return false;

        const auto& first = heard.front();
        const auto stands = std::clamp ((patch.values[first.control] - first.from) / (first.to - first.from), 0.0, 1.0);
        auto isConnected = false;

        for (const auto& target : heard)
            isConnected |= connect (macro, target, stands);

        if (isConnected)
            name (macro, role.label, stands);

        return isConnected;
    }

    /** As wide as it was, and as far as to where the control is now. */
    RoleTarget reaching (RoleTarget target) const
    {
        const auto now = static_cast<double> (patch.values[target.control]);
        auto& low = target.from <= target.to ? target.from : target.to;
        auto& high = target.from <= target.to ? target.to : target.from;
        low = std::min (low, now);
        high = std::max (high, now);
        return target;
    }

    static double wayOf (const RoleTarget& target)
    {
        const auto& info = infoOf (target.control);
        return std::abs (target.to - target.from) / (info.greatest - info.least);
    }

    /** So that the control is where it is now when the knob stands there. */
    bool connect (int macro, const RoleTarget& target, double stands)
    {
        const auto& info = infoOf (target.control);
        const auto now = static_cast<double> (patch.values[target.control]);
        auto way = target.to - target.from;
        const auto below = way > 0 ? now - info.least : info.greatest - now, above = way > 0 ? info.greatest - now : now - info.least;

        if (stands > 0)
            way = std::copysign (std::min (std::abs (way), below / stands), way);

        if (stands < 1)
            way = std::copysign (std::min (std::abs (way), above / (1 - stands)), way);

        const auto slot = freeSlot();

        if (! slot || std::abs (way) < 1e-6)
            return false;

        patch.values[target.control] = std::clamp (static_cast<float> (now - way * stands), info.least, info.greatest);
        auto& connected = patch.slots[static_cast<std::size_t> (*slot)];
        connected.source = macroSource (macro);
        connected.destination = target.control;
        patch.values[member (Control::modulation_1_amount, *slot)] = std::clamp (static_cast<float> (way / (info.greatest - info.least)), -1.0f, 1.0f);
        taken.insert (target.control);
        return true;
    }

    std::optional<int> freeSlot() const
    {
        for (int i = 0; i < patch::slots; ++i)
            if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; ! slot.source && ! slot.destination && slot.unknownSource.empty() && slot.unknownDestination.empty())
                return i;

        return {};
    }

    /** The depths of what moves already; where nothing does, a vibrato that is off. */
    bool moveSomething (int macro)
    {
        MacroRole depths { std::string (macroRoles[static_cast<std::size_t> (macro)]), "Motion", "How much it moves.", 0, {}, {} };

        for (int i = 0; i < patch::slots && depths.targets.size() < 4; ++i)
        {
            const auto& slot = patch.slots[static_cast<std::size_t> (i)];
            const auto depth = depthOf (patch, i);

            if (slot.source && *slot.source <= PatchSource::random_4 && std::abs (depth) > 0.01 && isLive (patch, *slot.destination))
                depths.targets.push_back ({ member (Control::modulation_1_amount, i), 0, std::clamp (2 * depth, -1.0, 1.0), 0, {} });
        }

        if (connect (macro, depths))
            return true;

        const auto slot = freeSlot();

        if (! slot || ! lfoIsFree())
            return false;

        auto& vibrato = patch.slots[static_cast<std::size_t> (*slot)];
        vibrato.source = PatchSource::lfo_8;
        vibrato.destination = Control::voice_tune;
        patch.values[member (Control::modulation_1_bipolar, *slot)] = 1;
        patch.values[Control::lfo_8_sync] = 0;
        patch.values[Control::lfo_8_frequency] = 2.4f;
        return connect (macro, { depths.id, "Vibrato", "A vibrato, up to half a semitone.", 0, { { member (Control::modulation_1_amount, *slot), 0, 0.25, 0, {} } }, {} });
    }

    bool lfoIsFree() const
    {
        return std::ranges::none_of (patch.slots, [] (const PatchSlot& slot) { return slot.source == PatchSource::lfo_8; });
    }

    void name (int macro, const std::string& label, double stands)
    {
        patch.macros[static_cast<std::size_t> (macro)] = { label, std::string (macroRoles[static_cast<std::size_t> (macro)]), stands };

        if (macro < patch::vitalMacros)
            patch.values[member (Control::macro_control_1, macro)] = static_cast<float> (stands);
    }

    PatchSpec& patch;
    const std::vector<SoundFeature>& excluded;
    std::set<Control> taken;
};
} // namespace

MacroDressing undress (PatchSpec& patch)
{
    MacroDressing roles;

    for (int macro = 0; macro < PatchSpec::macroCount; ++macro)
    {
        const auto& its = patch.macros[static_cast<std::size_t> (macro)];
        auto& role = roles[static_cast<std::size_t> (macro)];
        role.id = its.role.empty() ? std::string (macroRoles[static_cast<std::size_t> (macro)]) : its.role;
        role.label = its.name;
        role.initial = valueOf (patch, macro);
    }

    // A macro may move the depth of another one's slot, so those go first.
    for (const bool areOfSlots : { true, false })
        for (int i = 0; i < patch::slots; ++i)
            if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; slot.destination && isOfASlot (*slot.destination) == areOfSlots)
                if (const auto macro = macroOf (slot))
                    addTo (patch, *slot.destination, shiftOf (patch, i, valueOf (patch, static_cast<int> (*macro))));

    for (int i = 0; i < patch::slots; ++i)
        if (const auto& slot = patch.slots[static_cast<std::size_t> (i)]; slot.destination)
            if (const auto macro = macroOf (slot))
            {
                roles[*macro].targets.push_back (targetOf (patch, i, valueOf (patch, static_cast<int> (*macro))));
                clearSlot (patch, i);
            }

    for (std::size_t macro = 0; macro < roles.size(); ++macro)
    {
        if (roles[macro].targets.empty() || roles[macro].label.empty())
            roles[macro] = {};

        patch.macros[macro] = {};

        if (macro < patch::vitalMacros)
            patch.values[member (Control::macro_control_1, static_cast<int> (macro))] = 0;
    }

    return roles;
}

std::set<SoundFeature> featuresHeard (const PatchSpec& patch)
{
    auto plain = patch;
    undress (plain);
    return featuresOf (plain);
}

KnobChoices dress (PatchSpec& patch, const MacroDressing& own, const MacroTemplate& form, const std::vector<SoundFeature>& excluded, const KnobChoices& first)
{
    Dresser dresser (patch, excluded);
    KnobChoices became {};

    for (int macro = 0; macro < PatchSpec::macroCount; ++macro)
    {
        const auto role = macroRoles[static_cast<std::size_t> (macro)];
        const auto found = std::ranges::find (own, role, &MacroRole::id);
        const auto knob = static_cast<std::size_t> (macro);
        became[knob] = dresser.dress (macro, found != own.end() ? *found : MacroRole(), form.roles[knob], first[knob]);
    }

    return became;
}

} // namespace athanor

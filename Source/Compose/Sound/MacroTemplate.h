// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of sound as a sound designer would set it up: what it begins with, and eight knobs that play it.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Model/Value.h"
#include "Patch/PatchSpec.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** One control that a knob moves. */
struct RoleTarget
{
    Control control {};
    double from = 0, to = 0; ///< Stored numbers where the knob is at 0 and at 1, within the control's range; `to` may be the lower.
    double power = 0;        ///< How the way is bent, -10 to 10, as of a modulation.

    /** Switches without which it would not be heard, beside the one of its own part. A target counts only where they are on. */
    std::vector<Control> needs;

    bool operator== (const RoleTarget&) const = default;
};

/** What one of the eight knobs is for. */
struct MacroRole
{
    std::string id;                  ///< One of macroRoles.
    std::string label;               ///< What stands under the knob: at most 12 characters, which is what a rack of Live shows in one line.
    std::string does;                ///< One sentence for the musician.
    double initial = 0;              ///< Where the knob stands, 0 to 1.
    std::vector<RoleTarget> targets; ///< 1 to 6, the most telling first. All that count are moved.

    /** What takes its sense away: of a sound without reverb a knob for reverb has none. Where all targets are lost so, the role
        falls to its next best: see dressMacros(). */
    std::vector<SoundFeature> conflicts;

    bool operator== (const MacroRole&) const = default;
};

/** The role ids, in the order of the knobs. */
inline constexpr std::array<std::string_view, PatchSpec::macroCount> macroRoles { "brightness", "movement", "space", "bite", "body", "width", "attack", "release" };

/** A modulation that belongs to the sound itself. */
struct TemplateSlot
{
    PatchSource source {};
    Control destination {};
    double amount = 0; ///< -1 to 1, of the destination's range.
    bool isBipolar = false;
    bool operator== (const TemplateSlot&) const = default;
};

struct MacroTemplate
{
    static constexpr int schemaVersion = 1;
    static constexpr std::size_t mostSlots = 24, mostTargets = 6, mostTags = 12, longestLabel = 12;

    std::string id;   ///< As "pad-slow-filter": lower case, digits and hyphens; the name of its file.
    std::string name; ///< As "Slow filter pad".
    SoundCategory category {};
    int version = 1; ///< Grows with each change that is heard: who made a patch with an older one is told.
    std::string description;
    std::vector<std::string> tags; ///< Words that speak for it, lower case.

    std::map<Control, double> defaults;                 ///< What differs from Vital's init, but for what a knob moves: that says itself where it stands.
    std::map<int, std::string> waves;                   ///< Of oscillators 0 to 2: a name that basicWave() knows.
    std::map<int, std::string> lines;                   ///< Of LFOs 0 to 7: a name that basicLine() knows.
    std::vector<TemplateSlot> slots;                    ///< At most mostSlots; the first is modulation 1, whose amount a knob may move.
    std::array<MacroRole, PatchSpec::macroCount> roles; ///< In the order of macroRoles.

    bool operator== (const MacroTemplate&) const = default;
};

struct TemplateFault
{
    std::string path; ///< As "roles/2/targets/0/from".
    std::string sentence;
    bool operator== (const TemplateFault&) const = default;
};

struct TemplateReading
{
    MacroTemplate made;
    std::vector<TemplateFault> faults; ///< At most 100; with any of them it is not to be used.
};

Value toValue (const MacroTemplate&);

/** Trusts nothing. Beside types and ranges it finds what would make a knob silent or a patch unplayable: unknown controls, a
    target whose part is off where its needs do not say so, a role of which nothing counts, two roles that move the same control, a
    slot on a switch, labels that are too long or stand twice. */
TemplateReading readTemplate (const Value&);

/** What is wrong with a template of which each part is right by itself; the last of the steps of readTemplate(). */
std::vector<TemplateFault> faultsOf (const MacroTemplate&);

/** Whether moving the target would change the patch: its switches are on, the slot it deepens leads somewhere, and the envelope, LFO
    or chance it bends moves something. */
bool counts (const PatchSpec&, const RoleTarget&);

/** Lets a knob move a control, in the first empty slot: the control's own number becomes `from`, where the knob is at 0.
    @returns false where no slot is empty; then nothing changes. */
bool connectMacro (PatchSpec&, std::size_t macro, const RoleTarget&);

/** Where a knob stands, 0 to 1. */
void setMacro (PatchSpec&, std::size_t macro, double value);

/** The template as a patch: Vital's init with its defaults, waves, lines and slots; its macros are connected to what counts, and
    named. Of a template without faults the patch has none. */
PatchSpec patchOf (const MacroTemplate&);

} // namespace athanor

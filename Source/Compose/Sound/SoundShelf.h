// SPDX-License-Identifier: GPL-3.0-or-later
// What new sounds are made from: presets and templates, and how each of them sounds.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Compose/Sound/MacroTemplate.h"
#include "Core/Result.h"
#include "Media/Timbre.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** A sound to begin with. */
struct SoundBase
{
    std::string id; ///< "Pad/Warm Tape" of a preset, "pad-glass" of a template: templates have no stroke.
    std::string name;
    SoundCategory category {};
    std::vector<std::string> tags;
    std::vector<SoundFeature> features;
    Timbre timbre; ///< One note, the C below middle C, held for a second and a half.

    bool isTemplate() const { return id.find ('/') == id.npos; }

    bool operator== (const SoundBase&) const = default;
};

Value toValue (const SoundBase&);
Result<SoundBase> baseFrom (const Value&);

/** A base and how well it fits. */
struct BaseChoice
{
    std::size_t base = 0;
    double score = 0; ///< Higher is better.
};

/** Immutable: any thread. */
class SoundShelf
{
public:
    using Load = std::function<Result<PatchSpec> (const SoundBase&)>;

    /** @param load  Gives the patch of a base; any thread. */
    SoundShelf (std::vector<SoundBase>, std::vector<MacroTemplate>, Load load);

    const std::vector<SoundBase>& bases() const noexcept { return all; }

    const std::vector<MacroTemplate>& templates() const noexcept { return forms; }

    /** Null: there is none of that id. */
    const SoundBase* baseNamed (std::string_view id) const;
    const MacroTemplate* templateNamed (std::string_view id) const;

    Result<PatchSpec> load (const SoundBase& base) const { return loader (base); }

    /** Where sounds of that category stand on an axis, in the middle; of all sounds where it has none. */
    double usual (SoundCategory, TimbreAxis) const;

    /** By how much sounds differ on an axis, see TimbreSpace. Never 0. */
    double spread (TimbreAxis axis) const { return spreads[static_cast<std::size_t> (axis)]; }

    /** Bases that fit an intent, best first: category, what it is made with, what it must not have, how it sounds, its tags. The words are those of
        the prompt, in lower case. */
    std::vector<BaseChoice> find (const SoundIntent&, const std::vector<std::string>& words) const;

    /** The template that fits a category, what was asked for and how the base is made; the first where none does. */
    const MacroTemplate& templateFor (const SoundIntent&, SoundCategory, const std::vector<std::string>& words) const;

private:
    double scoreOf (const SoundBase&, const SoundIntent&, const std::vector<std::string>& words) const;

    std::vector<SoundBase> all;
    std::vector<MacroTemplate> forms;
    Load loader;
    std::array<double, choiceNames<TimbreAxis>.size()> spreads {};
    std::array<std::array<double, choiceNames<TimbreAxis>.size()>, choiceNames<SoundCategory>.size()> middles {};
};

} // namespace athanor

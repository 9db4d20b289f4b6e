// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a wavetable's recipe: its groups, their components, and the keyframes of these.
#pragma once

#include "Core/Result.h"
#include "Patch/PatchSpec.h"

#include <map>
#include <string>
#include <string_view>

namespace athanor
{

/** Where something stands in a recipe, each from 0. */
struct WavePlace
{
    int group = 0, component = 0, keyframe = 0;

    bool operator== (const WavePlace&) const = default;
};

// Each either does what it says or changes nothing and fails with a sentence.

/** A group of one source behind the others. The groups are mixed in equal shares. */
Result<Done> addGroup (WavetableSpec&, std::string_view source = "Wave Source");

/** The last group stays. */
Result<Done> removeGroup (WavetableSpec&, int group);
Result<Done> moveGroup (WavetableSpec&, int from, int to);

/** Another source in the place of the one that a group begins with. */
Result<Done> changeSource (WavetableSpec&, int group, std::string_view type);

/** A modifier behind the other components of a group, with the numbers that it begins with. */
Result<Done> addComponent (WavetableSpec&, int group, std::string_view type);

/** The source of a group stays. */
Result<Done> removeComponent (WavetableSpec&, int group, int component);
Result<Done> moveComponent (WavetableSpec&, int group, int from, int to);

/** A number of a component by the name that the preset format gives it; into its range. */
Result<Done> setComponentNumber (WavetableSpec&, const WavePlace&, std::string_view name, double value);

/** The same of a keyframe. */
Result<Done> setKeyframeNumber (WavetableSpec&, const WavePlace&, std::string_view name, double value);

// Keyframes stand at positions from 0 to 256, each at one of its own. These give the number of the keyframe afterwards.

/** One that is as the component is at this position already: until it is changed, nearly nothing is heard of it. */
Result<int> addKeyframe (WavetableSpec&, int group, int component, int position);
Result<int> moveKeyframe (WavetableSpec&, const WavePlace&, int position);
Result<int> duplicateKeyframe (WavetableSpec&, const WavePlace&, int position);

/** The last one stays. */
Result<Done> removeKeyframe (WavetableSpec&, const WavePlace&);

/** The keyframe of a drawn wave at a position, which is made where there is none; fails where the group begins with something else
    than a Wave Source. */
Result<int> drawableKeyframe (WavetableSpec&, int group, int position);

/** The numbers that a component's keyframes give at a position. */
std::map<std::string, double> numbersAt (const WaveComponent&, int position);

/** The keyframe of a component at a position, which is made where there is none. */
Result<int> keyframeThere (WavetableSpec&, int group, int component, int position);

/** Null: there is nothing at this place. */
const WaveComponent* componentAt (const WavetableSpec&, int group, int component);
const WaveKeyframe* keyframeAt (const WavetableSpec&, const WavePlace&);

} // namespace athanor

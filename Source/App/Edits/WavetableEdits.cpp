// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WavetableEdits.h"

#include "App/Edits/WaveCooking.h"
#include "Patch/PatchLimits.h"
#include "Patch/WaveParts.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr const char* noGroup = "There is no such group in the wavetable.";
constexpr const char* noComponent = "There is no such component in the wavetable.";
constexpr const char* noKeyframe = "There is no such keyframe in the wavetable.";

Failure because (std::string sentence) { return { std::move (sentence), "" }; }

template <typename Item>
bool has (const std::vector<Item>& items, int index)
{
    return index >= 0 && index < static_cast<int> (items.size());
}

template <typename Item>
void moveItem (std::vector<Item>& items, int from, int to)
{
    auto item = std::move (items[static_cast<std::size_t> (from)]);
    items.erase (items.begin() + from);
    items.insert (items.begin() + to, std::move (item));
}

std::map<std::string, double> initialsOf (std::span<const WaveNumber> numbers)
{
    std::map<std::string, double> initials;

    for (const auto& number : numbers)
        initials.emplace (number.name, number.initial);

    return initials;
}

WaveComponent newComponent (const WavePart& part)
{
    WaveComponent component { std::string (part.type), initialsOf (part.ofComponent), {}, {} };
    auto& keyframe = component.keyframes.emplace_back();
    keyframe.numbers = initialsOf (part.ofKeyframe);

    if (part.hasWaves)
        keyframe.wave = WavetableSpec::saw().groups.front().front().keyframes.front().wave;

    if (part.hasLines)
    {
        keyframe.line = PatchLine::triangle();
        component.numbers["num_points"] = static_cast<double> (keyframe.line->points.size());
    }

    return component;
}

Result<WaveComponent> newSource (std::string_view type)
{
    const auto* part = wavePartNamed (type);

    if (part == nullptr || ! part->isSource)
        return because ("A group begins with a Wave Source, a Line Source or an Audio File Source.");

    if (part->hasAudio)
        return because ("An Audio File Source begins with a recording: import one.");

    return newComponent (*part);
}

WaveComponent* componentOf (WavetableSpec& spec, int group, int component)
{
    return const_cast<WaveComponent*> (componentAt (spec, group, component));
}

WaveKeyframe* keyframeOf (WavetableSpec& spec, const WavePlace& place)
{
    return const_cast<WaveKeyframe*> (keyframeAt (spec, place));
}

Result<Done> setNumber (std::map<std::string, double>& numbers, std::span<const WaveNumber> known, std::string_view name, double value)
{
    const auto info = std::ranges::find (known, name, &WaveNumber::name);

    if (info == known.end())
        return because ("This component has no number called \"" + std::string (name) + "\".");

    if (! std::isfinite (value))
        return because ("This is not a number.");

    const auto within = std::clamp (value, info->least, info->greatest);
    numbers.insert_or_assign (std::string (name), info->kind == WaveNumber::Kind::real ? within : std::round (within));
    return Done {};
}

bool isTaken (const WaveComponent& component, int position)
{
    return std::ranges::find (component.keyframes, position, &WaveKeyframe::position) != component.keyframes.end();
}

/** Whether a keyframe more is allowed, at a position that is free. */
Result<Done> roomAt (const WavetableSpec& spec, const WaveComponent& component, int position)
{
    std::size_t count = 0;

    for (const auto& group : spec.groups)
        for (const auto& one : group)
            count += one.keyframes.size();

    if (position < 0 || position > patch::lastPosition)
        return because ("Keyframes stand at positions from 0 to 256.");

    if (component.keyframes.size() >= patch::maxKeyframes || count >= patch::maxTableKeyframes)
        return because ("There is no room for another keyframe.");

    if (isTaken (component, position))
        return because ("There is a keyframe at position " + std::to_string (position) + " already.");

    return Done {};
}

int insert (WaveComponent& component, WaveKeyframe keyframe)
{
    auto& all = component.keyframes;
    const auto behind = std::ranges::find_if (all, [&] (const auto& one) { return one.position > keyframe.position; });
    const auto place = all.insert (behind, std::move (keyframe));
    return static_cast<int> (place - all.begin());
}

double mixed (double from, double to, double t) { return from + t * (to - from); }

/** What lies between two keyframes, but for the wave. */
WaveKeyframe between (const WaveKeyframe& from, const WaveKeyframe& to, double t)
{
    auto made = from;

    for (auto& [name, value] : made.numbers)
        if (const auto goal = to.numbers.find (name); goal != to.numbers.end())
            value = mixed (value, goal->second, t);

    if (made.line && to.line)
        for (std::size_t i = 0; i < std::min (made.line->points.size(), to.line->points.size()); ++i)
        {
            auto& point = made.line->points[i];
            const auto& goal = to.line->points[i];
            point = { mixed (point.x, goal.x, t), mixed (point.y, goal.y, t), mixed (point.power, goal.power, t) };
        }

    return made;
}

WaveKeyframe keyframeFor (const WaveComponent& component, int position, bool withWave = true)
{
    const auto& all = component.keyframes;
    const auto* part = wavePartNamed (component.type);

    if (all.empty())
        return newComponent (*part).keyframes.front();

    const auto style = component.numbers.find ("interpolation_style");
    const auto isHeld = style != component.numbers.end() && style->second < 0.5;
    const auto after = std::ranges::find_if (all, [&] (const auto& one) { return one.position > position; });
    const auto& from = after == all.begin() ? all.front() : *std::prev (after);
    const auto& to = after == all.end() || after == all.begin() || isHeld ? from : *after;
    const auto t = &from == &to ? 0.0 : static_cast<double> (position - from.position) / (to.position - from.position);
    auto made = between (from, to, t);

    if (withWave && part->hasWaves)
        made.wave = std::make_shared<const std::vector<float>> (cookedWave (component, position));

    return made;
}
} // namespace

const WaveComponent* componentAt (const WavetableSpec& spec, int group, int component)
{
    if (! has (spec.groups, group) || ! has (spec.groups[static_cast<std::size_t> (group)], component))
        return nullptr;

    return &spec.groups[static_cast<std::size_t> (group)][static_cast<std::size_t> (component)];
}

const WaveKeyframe* keyframeAt (const WavetableSpec& spec, const WavePlace& place)
{
    const auto* component = componentAt (spec, place.group, place.component);
    return component != nullptr && has (component->keyframes, place.keyframe) ? &component->keyframes[static_cast<std::size_t> (place.keyframe)] : nullptr;
}

Result<Done> addGroup (WavetableSpec& spec, std::string_view source)
{
    if (spec.groups.size() >= patch::maxGroups)
        return because ("A wavetable has at most " + std::to_string (patch::maxGroups) + " groups.");

    const auto made = newSource (source);

    if (! made)
        return made.failure();

    spec.groups.push_back ({ *made });
    return Done {};
}

Result<Done> removeGroup (WavetableSpec& spec, int group)
{
    if (! has (spec.groups, group))
        return because (noGroup);

    if (spec.groups.size() == 1)
        return because ("A wavetable keeps one group.");

    spec.groups.erase (spec.groups.begin() + group);
    return Done {};
}

Result<Done> moveGroup (WavetableSpec& spec, int from, int to)
{
    if (! has (spec.groups, from) || ! has (spec.groups, to))
        return because (noGroup);

    moveItem (spec.groups, from, to);
    return Done {};
}

Result<Done> changeSource (WavetableSpec& spec, int group, std::string_view type)
{
    if (! has (spec.groups, group))
        return because (noGroup);

    const auto made = newSource (type);

    if (! made)
        return made.failure();

    auto& components = spec.groups[static_cast<std::size_t> (group)];

    if (const auto* first = components.empty() ? nullptr : wavePartNamed (components.front().type); first != nullptr && first->isSource)
        components.front() = *made;
    else
        components.insert (components.begin(), *made);

    return Done {};
}

Result<Done> addComponent (WavetableSpec& spec, int group, std::string_view type)
{
    const auto* part = wavePartNamed (type);

    if (! has (spec.groups, group))
        return because (noGroup);

    if (part == nullptr || part->isSource)
        return because ("What changes waves is called Phase Shift, Wave Window, Frequency Filter, Slew Limiter, Wave Folder or Wave Warp.");

    auto& components = spec.groups[static_cast<std::size_t> (group)];

    if (components.size() >= patch::maxComponents)
        return because ("A group has at most " + std::to_string (patch::maxComponents) + " components.");

    components.push_back (newComponent (*part));
    return Done {};
}

Result<Done> removeComponent (WavetableSpec& spec, int group, int component)
{
    const auto* found = componentAt (spec, group, component);

    if (found == nullptr)
        return because (noComponent);

    if (const auto* part = wavePartNamed (found->type); part != nullptr && part->isSource)
        return because ("A group keeps its source: choose another source, or remove the group.");

    auto& components = spec.groups[static_cast<std::size_t> (group)];
    components.erase (components.begin() + component);
    return Done {};
}

Result<Done> moveComponent (WavetableSpec& spec, int group, int from, int to)
{
    const auto *moved = componentAt (spec, group, from), *other = componentAt (spec, group, to);

    if (moved == nullptr || other == nullptr)
        return because (noComponent);

    const auto isSource = [] (const WaveComponent* one) {
        const auto* part = wavePartNamed (one->type);
        return part != nullptr && part->isSource;
    };

    if (isSource (moved) || isSource (other))
        return because ("The source of a group comes first.");

    moveItem (spec.groups[static_cast<std::size_t> (group)], from, to);
    return Done {};
}

Result<Done> setComponentNumber (WavetableSpec& spec, const WavePlace& place, std::string_view name, double value)
{
    auto* component = componentOf (spec, place.group, place.component);
    const auto* part = component != nullptr ? wavePartNamed (component->type) : nullptr;
    return part != nullptr ? setNumber (component->numbers, part->ofComponent, name, value) : Result<Done> (because (noComponent));
}

Result<Done> setKeyframeNumber (WavetableSpec& spec, const WavePlace& place, std::string_view name, double value)
{
    auto* keyframe = keyframeOf (spec, place);
    const auto* part = keyframe != nullptr ? wavePartNamed (componentAt (spec, place.group, place.component)->type) : nullptr;
    return part != nullptr ? setNumber (keyframe->numbers, part->ofKeyframe, name, value) : Result<Done> (because (noKeyframe));
}

Result<int> addKeyframe (WavetableSpec& spec, int group, int component, int position)
{
    auto* found = componentOf (spec, group, component);

    if (found == nullptr || wavePartNamed (found->type) == nullptr)
        return because (noComponent);

    if (const auto room = roomAt (spec, *found, position); ! room)
        return room.failure();

    auto made = keyframeFor (*found, position);
    made.position = position;
    return insert (*found, std::move (made));
}

Result<int> moveKeyframe (WavetableSpec& spec, const WavePlace& place, int position)
{
    const auto* found = keyframeAt (spec, place);

    if (found == nullptr)
        return because (noKeyframe);

    if (position == found->position)
        return place.keyframe;

    auto& component = *componentOf (spec, place.group, place.component);
    auto moved = *found;
    moved.position = position;

    if (position < 0 || position > patch::lastPosition || isTaken (component, position))
        return roomAt (spec, component, position).failure();

    component.keyframes.erase (component.keyframes.begin() + place.keyframe);
    return insert (component, std::move (moved));
}

Result<int> duplicateKeyframe (WavetableSpec& spec, const WavePlace& place, int position)
{
    const auto* found = keyframeAt (spec, place);

    if (found == nullptr)
        return because (noKeyframe);

    auto& component = *componentOf (spec, place.group, place.component);

    if (const auto room = roomAt (spec, component, position); ! room)
        return room.failure();

    auto copy = *found;
    copy.position = position;
    return insert (component, std::move (copy));
}

Result<Done> removeKeyframe (WavetableSpec& spec, const WavePlace& place)
{
    if (keyframeAt (spec, place) == nullptr)
        return because (noKeyframe);

    auto& all = componentOf (spec, place.group, place.component)->keyframes;

    if (all.size() == 1)
        return because ("A component keeps one keyframe.");

    all.erase (all.begin() + place.keyframe);
    return Done {};
}

Result<int> drawableKeyframe (WavetableSpec& spec, int group, int position)
{
    const auto* source = componentAt (spec, group, 0);
    const auto* part = source != nullptr ? wavePartNamed (source->type) : nullptr;

    if (part == nullptr || ! part->hasWaves)
        return because ("Only the waves of a Wave Source can be drawn: turn the table into waves first.");

    return keyframeThere (spec, group, 0, position);
}

Result<int> keyframeThere (WavetableSpec& spec, int group, int component, int position)
{
    const auto* found = componentAt (spec, group, component);

    if (found == nullptr || ! isTaken (*found, position))
        return addKeyframe (spec, group, component, position);

    return static_cast<int> (std::ranges::find (found->keyframes, position, &WaveKeyframe::position) - found->keyframes.begin());
}

std::map<std::string, double> numbersAt (const WaveComponent& component, int position)
{
    return wavePartNamed (component.type) != nullptr ? keyframeFor (component, position, false).numbers : std::map<std::string, double>();
}

} // namespace athanor

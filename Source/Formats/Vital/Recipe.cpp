// SPDX-License-Identifier: GPL-3.0-or-later
// Reads recipes of wavetables.
#include "Formats/Vital/Recipe.h"

#include "Formats/Base64.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/OldRecipe.h"
#include "Formats/Vital/VitalVersion.h"
#include "Patch/PatchLimits.h"
#include "Patch/WaveParts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

namespace
{
using Samples = std::vector<float>;

/** Whether that is read on its own, and so is no number among the others, whatever a damaged file has there. */
bool hasAPlace (std::string_view name)
{
    constexpr std::array<std::string_view, 6> names { "audio_file", "keyframes", "line", "position", "type", "wave_data" };
    return std::ranges::find (names, name) != names.end();
}

class RecipeReader
{
public:
    RecipeReader (Reading& r, std::string place, RecipeAge a) : reading (r), where (std::move (place)), age (a) {}

    std::vector<WavetableSpec::Group> groups (const Value* value)
    {
        std::vector<WavetableSpec::Group> all;

        for (const auto& group : listOf (value))
        {
            if (all.size() >= patch::maxGroups)
            {
                remark ("has too many groups; the last ones were left out");
                break;
            }

            all.push_back (components (group.part ("components")));
        }

        return all;
    }

private:
    WavetableSpec::Group components (const Value* value)
    {
        WavetableSpec::Group group;

        for (const auto& part : listOf (value))
        {
            if (group.size() >= patch::maxComponents)
            {
                remark ("has too many components; the last ones were left out");
                break;
            }

            if (auto read = component (part))
                group.push_back (std::move (*read));
        }

        return group;
    }

    std::optional<WaveComponent> component (const Value& value)
    {
        const auto* part = wavePartNamed (typeOf (value));

        if (part == nullptr)
        {
            remark ("has a component that is not known, which was left out");
            return std::nullopt;
        }

        WaveComponent result;
        result.type = part->type;
        result.numbers = numbers (value, part->ofComponent);

        if (part->hasAudio)
            result.audio = samplesFrom (reading.raw (value.part ("audio_file")), age.hasFloatAudio);

        for (const auto& each : listOf (value.part ("keyframes")))
        {
            if (result.keyframes.size() >= patch::maxKeyframes || ++keyframeCount > patch::maxTableKeyframes)
            {
                remark ("has too many keyframes; the last ones were left out");
                break;
            }

            result.keyframes.push_back (keyframe (each, value, *part));
        }

        std::ranges::stable_sort (result.keyframes, {}, &WaveKeyframe::position);
        return result;
    }

    WaveKeyframe keyframe (const Value& value, const Value& component, const WavePart& part)
    {
        WaveKeyframe result;
        bool isRepaired = false;
        result.position = static_cast<int> (within (numberOf (value.part ("position")).value_or (0), 0, patch::lastPosition, isRepaired));
        result.numbers = numbers (value, part.ofKeyframe);

        if (part.hasWaves)
            result.wave = wave (value.part ("wave_data"));

        if (part.hasLines)
        {
            result.line = age.hasOpenLines ? closedLine (value, numberOf (component.part ("num_points"))) : lineFrom (value.part ("line"), reading, where);

            if (! result.line)
                result.line = PatchLine::straight();
        }

        if (isRepaired)
            remark ("has a keyframe at an impossible position, which was moved");

        return result;
    }

    std::string typeOf (const Value& value) const
    {
        const auto* type = value.part ("type");
        const auto number = numberOf (type);

        if (type == nullptr || ! number)
            return reading.text (type);

        return *number >= 0 && *number < 9 ? std::string (waveParts()[static_cast<std::size_t> (*number)].type) : std::string();
    }

    /** Those known, within their ranges, and all others as they stand. */
    std::map<std::string, double> numbers (const Value& value, std::span<const WaveNumber> known)
    {
        std::map<std::string, double> result;
        bool isRepaired = false;

        for (const auto& [name, part] : partsOf (&value))
            if (const auto number = numberOf (&part); number && ! hasAPlace (name) && std::abs (*number) < 1e30)
                result.insert_or_assign (name, *number);

        for (const auto& info : known)
        {
            const auto [entry, isNew] = result.try_emplace (std::string (info.name), info.initial);
            entry->second = within (entry->second, info.least, info.greatest, isRepaired);

            if (info.kind != WaveNumber::Kind::real)
                entry->second = std::trunc (entry->second);
        }

        if (isRepaired)
            remark ("has a number that is out of range and was brought back");

        return result;
    }

    std::shared_ptr<const Samples> wave (const Value* value)
    {
        auto samples = age.hasPcmWaves ? floatsOfPcm (reading.raw (value)) : numbersOfBase64<float> (reading.raw (value), patch::frameSize + 1);

        if (samples.size() != static_cast<std::size_t> (patch::frameSize))
            remark ("has a wave that is not 2,048 samples long; it was cut or filled up with silence");

        samples.resize (patch::frameSize);
        bool isGood = true;

        for (auto& y : samples)
            if (! (std::abs (y) <= patch::loudestWave))
            {
                y = 0;
                isGood = false;
            }

        if (! isGood)
            remark ("has a wave with samples that are no numbers or far too loud; they were silenced");

        return std::make_shared<Samples> (std::move (samples));
    }

    void remark (const std::string& what) { reading.remarks.add ("The " + where + " " + what + "."); }

    Reading& reading;
    const std::string where;
    const RecipeAge age;
    std::size_t keyframeCount = 0;
};

/** One frame drawn as a line: what a table may be instead of groups. */
WavetableSpec tableOf (PatchLine line)
{
    WaveKeyframe keyframe;
    keyframe.numbers = { { "pull_power", 0 } };
    WaveComponent source;
    source.type = "Line Source";
    source.numbers = { { "interpolation_style", 1 }, { "num_points", 4 } };

    WavetableSpec table;
    table.name = line.name;
    keyframe.line = std::move (line);
    source.keyframes.push_back (std::move (keyframe));
    table.groups.push_back ({ std::move (source) });
    return table;
}
} // namespace

std::optional<WavetableSpec> wavetableFrom (const Value* value, Reading& reading, const std::string& where)
{
    if (value == nullptr || value->as<Value::Parts>() == nullptr)
        return std::nullopt;

    if (auto line = lineFrom (value, reading, where))
        return tableOf (std::move (*line));

    const auto* versionText = value->part ("version");
    const VitalVersion version (reading.text (versionText));

    // Without a version Vital takes a table for older than all, and refuses it where its components are named.
    const auto age = version.saysSomething() ? ageOf (version) : RecipeAge {};

    WavetableSpec table;
    table.name = reading.text (value->part ("name"));
    table.author = reading.text (value->part ("author"));
    table.removesDc = ! age.keepsDc && numberOf (value->part ("remove_all_dc")).value_or (1) != 0;
    table.isNormalized = ! age.isNeverNormalized && numberOf (value->part ("full_normalize")).value_or (0) != 0;
    table.groups = RecipeReader (reading, where, age).groups (value->part ("groups"));

    if (table.groups.empty())
        reading.remarks.add ("The " + where + " is empty, so it is silent.");

    return table;
}

} // namespace athanor

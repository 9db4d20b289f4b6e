// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/PatchPieces.h"

#include "Formats/Base64.h"
#include "Patch/PatchLimits.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr float pcmScale = 32'767.0f;

std::int64_t whole (std::size_t number) { return static_cast<std::int64_t> (number); }

PatchLine::Point pointFrom (const Value::List& places, const Value::List& powers, std::size_t i, double last, bool& isRepaired)
{
    const auto number = [&] (const Value::List& list, std::size_t at) {
        const auto found = at < list.size() ? numberOf (&list[at]) : std::nullopt;
        isRepaired = isRepaired || ! found;
        return found.value_or (0.0);
    };

    return { within (number (places, 2 * i), last, 1, isRepaired), within (number (places, 2 * i + 1), 0, 1, isRepaired),
             within (number (powers, i), -patch::steepest, patch::steepest, isRepaired) };
}
} // namespace

Value valueOf (const PatchLine& line)
{
    Value::List places, powers;

    for (const auto& point : line.points)
    {
        places.emplace_back (point.x);
        places.emplace_back (point.y);
        powers.emplace_back (point.power);
    }

    return Value::Parts { { "name", line.name }, { "num_points", whole (line.points.size()) }, { "points", places }, { "powers", powers }, { "smooth", line.isSmooth } };
}

std::optional<PatchLine> lineFrom (const Value* value, Reading& reading, const std::string& where)
{
    if (value == nullptr || value->part ("points") == nullptr || value->part ("powers") == nullptr)
        return std::nullopt;

    const auto& places = listOf (value->part ("points"));
    const auto& powers = listOf (value->part ("powers"));
    const auto told = numberOf (value->part ("num_points")).value_or (static_cast<double> (powers.size()));
    const auto most = static_cast<double> (std::min (powers.size(), places.size() / 2));
    bool isRepaired = false;
    const auto count = static_cast<std::size_t> (within (told, 0, std::min<double> (most, PatchLine::maxPoints), isRepaired));

    if (count < 2)
        return std::nullopt;

    PatchLine line;
    line.name = reading.text (value->part ("name"));
    line.isSmooth = numberOf (value->part ("smooth")).value_or (0) != 0;

    for (std::size_t i = 0; i < count; ++i)
        line.points.push_back (pointFrom (places, powers, i, i > 0 ? line.points.back().x : 0, isRepaired));

    if (isRepaired)
        reading.remarks.add ("The line of " + where + " was not in order and was repaired.");

    return line;
}

std::shared_ptr<const std::vector<std::int16_t>> samplesFrom (std::string_view base64, bool areFloats)
{
    if (! areFloats)
        return std::make_shared<std::vector<std::int16_t>> (numbersOfBase64<std::int16_t> (base64, patch::maxSamples));

    auto samples = std::make_shared<std::vector<std::int16_t>>();

    for (const auto y : numbersOfBase64<float> (base64, patch::maxSamples))
        samples->push_back (std::isfinite (y) ? static_cast<std::int16_t> (pcmScale * std::clamp (y, -1.0f, 1.0f)) : std::int16_t {});

    return samples;
}

std::string textOf (const std::shared_ptr<const std::vector<std::int16_t>>& samples)
{
    return samples != nullptr ? base64Of (std::span (*samples)) : std::string();
}

Value valueOf (const PatchSample& sample)
{
    Value::Parts parts { { "name", sample.name },
                         { "length", whole (sample.left != nullptr ? sample.left->size() : 0) },
                         { "sample_rate", sample.sampleRate },
                         { "samples", textOf (sample.left) } };

    if (sample.right != nullptr)
        parts.insert_or_assign ("samples_stereo", textOf (sample.right));

    return parts;
}

std::optional<PatchSample> sampleFrom (const Value* value, Reading& reading, bool areFloats)
{
    if (value == nullptr || value->part ("samples") == nullptr)
        return std::nullopt;

    const auto told = numberOf (value->part ("length"));
    const auto side = [&] (const char* name) {
        auto samples = samplesFrom (reading.raw (value->part (name)), areFloats);

        if (! told || *told == static_cast<double> (samples->size()))
            return samples;

        reading.remarks.add ("The sample is not as long as the file says.");
        bool isCut = false;
        auto cut = *samples;
        cut.resize (static_cast<std::size_t> (within (*told, 0, static_cast<double> (samples->size()), isCut)));
        return std::shared_ptr<const std::vector<std::int16_t>> (std::make_shared<std::vector<std::int16_t>> (std::move (cut)));
    };

    PatchSample sample;
    bool isRepaired = false;
    sample.name = reading.text (value->part ("name"));
    sample.sampleRate = static_cast<int> (within (numberOf (value->part ("sample_rate")).value_or (44'100), 1, patch::maxSampleRate, isRepaired));
    sample.left = side ("samples");

    if (value->part ("samples_stereo") != nullptr)
        sample.right = side ("samples_stereo");

    if (sample.right != nullptr && sample.right->size() != sample.left->size())
    {
        auto right = *sample.right;
        right.resize (sample.left->size());
        sample.right = std::make_shared<std::vector<std::int16_t>> (std::move (right));
        reading.remarks.add ("The right side of the sample is not as long as the left one and was made to fit.");
    }

    if (isRepaired)
        reading.remarks.add ("The sample rate of the sample cannot be and was brought into range.");

    return sample;
}

} // namespace athanor

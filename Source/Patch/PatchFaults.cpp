// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through a patch for what must not be in it.
#include "Core/Text.h"
#include "Patch/PatchLimits.h"
#include "Patch/PatchSpec.h"
#include "Patch/WaveParts.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{

std::string shortText (double number)
{
    auto text = std::to_string (number);
    text.erase (text.find_last_not_of ('0') + 1);
    return text.ends_with ('.') ? text.substr (0, text.size() - 1) : text;
}

class Examination
{
public:
    std::vector<PatchFault> faults;

    void controls (const ControlValues& values)
    {
        for (int i = 0; i < controlCount; ++i)
        {
            const auto control = static_cast<Control> (i);
            const auto& info = infoOf (control);
            number ("controls/" + std::string (info.id), values[control], info.least, info.greatest);
        }
    }

    void slot (const std::string& path, const PatchSlot& slot, int index)
    {
        const bool hasSource = slot.source || ! slot.unknownSource.empty();
        const bool hasDestination = slot.destination || ! slot.unknownDestination.empty();

        if (hasSource && ! hasDestination)
            add (path, "This modulation leads nowhere.");

        if (hasDestination && ! hasSource)
            add (path, "This modulation comes from nowhere.");

        if (slot.destination && infoOf (*slot.destination).reach == Reach::no)
            add (path + "/destination", std::string (infoOf (*slot.destination).name) + " cannot be modulated.");

        if (slot.destination == member (Control::modulation_1_amount, index) || slot.destination == member (Control::modulation_1_power, index))
            add (path + "/destination", "This modulation moves itself.");

        if (slot.mapping)
            line (path + "/mapping", *slot.mapping);
    }

    void line (const std::string& path, const PatchLine& line)
    {
        text (path + "/name", line.name);

        if (line.points.size() < 2 || line.points.size() > static_cast<std::size_t> (PatchLine::maxPoints))
            add (path + "/points", "A line has 2 to 100 points.");

        double last = 0;

        for (std::size_t i = 0; i < line.points.size(); ++i)
        {
            const auto& point = line.points[i];
            const auto at = path + "/points/" + std::to_string (i);
            number (at + "/x", point.x, 0, 1);
            number (at + "/y", point.y, 0, 1);
            number (at + "/power", point.power, -patch::steepest, patch::steepest);

            if (point.x < last)
                add (at + "/x", "The points of a line go from left to right.");

            last = point.x;
        }
    }

    void wavetable (const std::string& path, const WavetableSpec& table)
    {
        text (path + "/name", table.name);
        text (path + "/author", table.author);

        if (table.groups.size() > patch::maxGroups)
            add (path + "/groups", "A wavetable has at most " + std::to_string (patch::maxGroups) + " groups.");

        std::size_t keyframes = 0;

        for (std::size_t g = 0; g < table.groups.size(); ++g)
        {
            const auto at = path + "/groups/" + std::to_string (g);

            if (table.groups[g].size() > patch::maxComponents)
                add (at, "A group has at most " + std::to_string (patch::maxComponents) + " components.");

            for (std::size_t c = 0; c < table.groups[g].size(); ++c)
            {
                component (at + "/" + std::to_string (c), table.groups[g][c]);
                keyframes += table.groups[g][c].keyframes.size();
            }
        }

        if (keyframes > patch::maxTableKeyframes)
            add (path, "A wavetable has at most " + std::to_string (patch::maxTableKeyframes) + " keyframes.");
    }

    void sample (const PatchSample& sample)
    {
        const auto length = sample.left != nullptr ? sample.left->size() : 0;
        text ("sample/name", sample.name);
        number ("sample/sampleRate", sample.sampleRate, 1, patch::maxSampleRate);

        if (length > patch::maxSamples)
            add ("sample", "A sample lasts at most two minutes.");

        if (sample.right != nullptr && sample.right->size() != length)
            add ("sample/right", "The right side of the sample is not as long as the left one.");
    }

    void text (const std::string& path, const std::string& text)
    {
        if (! isUtf8 (text))
            add (path, "This text is not written in UTF-8.");
    }

    void number (const std::string& path, double number, double least, double greatest)
    {
        if (! std::isfinite (number))
            add (path, "This is not a number.");
        else if (number < least || number > greatest)
            add (path, shortText (number) + " is not within " + shortText (least) + " and " + shortText (greatest) + ".");
    }

private:
    void add (std::string path, std::string sentence) { faults.push_back ({ std::move (path), std::move (sentence) }); }

    void component (const std::string& path, const WaveComponent& component)
    {
        const auto* part = wavePartNamed (component.type);

        if (part == nullptr)
        {
            add (path + "/type", "There is no component of this type.");
            return;
        }

        if (component.keyframes.size() > patch::maxKeyframes)
            add (path + "/keyframes", "A component has at most " + std::to_string (patch::maxKeyframes) + " keyframes.");

        if (component.audio != nullptr && component.audio->size() > patch::maxSamples)
            add (path + "/audio", "The recording of a wavetable lasts at most two minutes.");

        numbers (path, component.numbers, part->ofComponent);
        int last = 0;

        for (std::size_t k = 0; k < component.keyframes.size(); ++k)
        {
            const auto at = path + "/keyframes/" + std::to_string (k);
            keyframe (at, component.keyframes[k], *part);

            if (component.keyframes[k].position < last)
                add (at + "/position", "Keyframes stand in the order of their positions.");

            last = component.keyframes[k].position;
        }
    }

    void keyframe (const std::string& path, const WaveKeyframe& keyframe, const WavePart& part)
    {
        number (path + "/position", keyframe.position, 0, patch::lastPosition);
        numbers (path, keyframe.numbers, part.ofKeyframe);

        if (part.hasWaves && keyframe.wave == nullptr)
            add (path + "/wave", "This keyframe has no wave.");

        if (part.hasLines && ! keyframe.line)
            add (path + "/line", "This keyframe has no line.");

        if (keyframe.line)
            line (path + "/line", *keyframe.line);

        if (keyframe.wave == nullptr)
            return;

        if (keyframe.wave->size() != static_cast<std::size_t> (patch::frameSize))
            add (path + "/wave", "A wave has " + std::to_string (patch::frameSize) + " samples.");

        if (! std::ranges::all_of (*keyframe.wave, [] (float y) { return std::abs (y) <= patch::loudestWave; }))
            add (path + "/wave", "This wave has samples that are no numbers or too large.");
    }

    void numbers (const std::string& path, const std::map<std::string, double>& numbers, std::span<const WaveNumber> known)
    {
        for (const auto& [name, value] : numbers)
        {
            const auto info = std::ranges::find (known, name, &WaveNumber::name);
            const bool isKnown = info != known.end();
            number (path + "/" + name, value, isKnown ? info->least : -1e30, isKnown ? info->greatest : 1e30);
        }
    }
};

} // namespace

std::vector<PatchFault> faultsOf (const PatchSpec& patch)
{
    Examination examination;
    examination.text ("name", patch.name);
    examination.text ("author", patch.author);
    examination.text ("comments", patch.comments);
    examination.text ("style", patch.style);
    examination.controls (patch.values);

    for (std::size_t i = 0; i < patch.tags.size(); ++i)
        examination.text ("tags/" + std::to_string (i), patch.tags[i]);

    for (std::size_t i = 0; i < patch.slots.size(); ++i)
        examination.slot ("slots/" + std::to_string (i), patch.slots[i], static_cast<int> (i));

    for (std::size_t i = 0; i < patch.lfos.size(); ++i)
        examination.line ("lfos/" + std::to_string (i), patch.lfos[i]);

    for (std::size_t i = 0; i < patch.wavetables.size(); ++i)
        examination.wavetable ("wavetables/" + std::to_string (i), patch.wavetables[i]);

    examination.sample (patch.sample);

    for (std::size_t i = 0; i < patch.macros.size(); ++i)
    {
        const auto path = "macros/" + std::to_string (i);
        examination.text (path + "/name", patch.macros[i].name);
        examination.text (path + "/role", patch.macros[i].role);
        examination.number (path + "/value", patch.macros[i].value, 0, 1);
    }

    return std::move (examination.faults);
}

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads presets of Vital.
#include "Formats/Json.h"
#include "Formats/Patch/ControlReader.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/OldPreset.h"
#include "Formats/Vital/Recipe.h"
#include "Formats/Vital/VitalFile.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::array<std::string_view, 9> knownParts { "synth_version", "settings", "preset_name", "author", "comments", "preset_style", "macro1", "macro2", "macro3" };
constexpr std::array<std::string_view, 4> knownSettings { "sample", "modulations", "wavetables", "lfos" };

bool isKnownPart (std::string_view name)
{
    return std::ranges::find (knownParts, name) != knownParts.end() || name == "macro4" || name == "athanor";
}

/** Makes one patch of a parsed preset. */
class VitalReader
{
public:
    explicit VitalReader (const LongTexts& texts) : reading (texts) {}

    VitalPatch read (const Value& preset, const Value& settings, VitalVersion version)
    {
        header (preset);
        controls (partsOf (&settings));
        slots (settings.part ("modulations"));
        lines (settings.part ("lfos"));
        wavetables (settings.part ("wavetables"));
        sample (settings.part ("sample"), version.saysSomething() && version.isBefore ("0.3.7"));
        return { std::move (patch), std::move (reading.remarks.sentences) };
    }

    Reading reading;

private:
    void header (const Value& preset)
    {
        patch.name = text (preset, "preset_name");
        patch.author = text (preset, "author");
        patch.comments = text (preset, "comments");
        patch.style = text (preset, "preset_style");

        for (int i = 0; i < patch::vitalMacros; ++i)
            macroName (preset, std::to_string (i + 1), patch.macros[static_cast<std::size_t> (i)].name);

        ours (preset.part ("athanor"));

        for (const auto& [name, value] : partsOf (&preset))
            if (! isKnownPart (name))
                reading.keep (patch.unknown, name, value);
    }

    void macroName (const Value& preset, const std::string& number, std::string& name)
    {
        name = text (preset, "macro" + number);

        if (name == "MACRO " + number)
            name.clear();
    }

    /** What we write into presets for ourselves. */
    void ours (const Value* part)
    {
        if (part == nullptr)
            return;

        for (const auto& tag : listOf (part->part ("tags")))
            patch.tags.push_back (reading.text (&tag));

        const auto& roles = listOf (part->part ("roles"));

        for (std::size_t i = 0; i < std::min<std::size_t> (roles.size(), patch::vitalMacros); ++i)
            patch.macros[i].role = reading.text (&roles[i]);

        patch.origin = reading.json (part->part ("origin"));
    }

    std::string text (const Value& preset, const std::string& name)
    {
        const auto* part = preset.part (name);

        if (part != nullptr && part->as<std::string>() == nullptr)
            remark ("\"" + name + "\" is not a text and was left out; Vital would refuse the preset.");

        return reading.text (part);
    }

    void controls (const Value::Parts& settings)
    {
        ControlReader reader (reading);

        for (const auto& [name, value] : settings)
        {
            const auto control = controlNamed (name);

            if (control)
                reader.read (patch.values, *control, value);
            else if (std::ranges::find (knownSettings, name) == knownSettings.end())
                reading.keep (patch.unknownSettings, name, value);
        }

        reader.finish();
    }

    void slots (const Value* value)
    {
        const auto& list = listOf (value);

        for (std::size_t i = 0; i < list.size(); ++i)
        {
            const auto read = slot (list[i], static_cast<int> (i));

            if (i < patch.slots.size())
                patch.slots[i] = read;
            else if (read != PatchSlot())
                remark ("There are more than 64 modulations; the last ones were left out.");
        }
    }

    PatchSlot slot (const Value& value, int index)
    {
        PatchSlot slot;
        const auto source = reading.text (value.part ("source")), destination = reading.text (value.part ("destination"));
        const auto where = "modulation " + std::to_string (index + 1);

        if (source.empty() != destination.empty())
            remark ("Of " + where + " one end is missing, so it was left out.");

        slot.mapping = lineFrom (value.part ("line_mapping"), reading, where);

        if (source.empty() || destination.empty())
            return slot;

        slot.source = vitalSourceNamed (source);
        slot.destination = controlNamed (destination);

        if (slot.destination && infoOf (*slot.destination).reach == Reach::no)
            slot.destination.reset();

        if (index < patch::slots && slot.destination && (slot.destination == member (Control::modulation_1_amount, index) || slot.destination == member (Control::modulation_1_power, index)))
        {
            remark (capitalised (where) + " moves itself, so it was left out.");
            return {};
        }

        if (! slot.source)
            slot.unknownSource = source;

        if (! slot.destination)
            slot.unknownDestination = destination;

        if (! slot.source || ! slot.destination)
            remark (capitalised (where) + " goes from " + source + " to " + destination + ", which is not known here; it is kept but does nothing.");

        return slot;
    }

    static std::string capitalised (std::string text)
    {
        text[0] = static_cast<char> (text[0] - 'a' + 'A');
        return text;
    }

    static std::optional<PatchSource> vitalSourceNamed (const std::string& name)
    {
        const auto source = patchSourceNamed (name);
        return source && static_cast<int> (*source) < vitalSourceCount ? source : std::nullopt;
    }

    void lines (const Value* value)
    {
        const auto& list = listOf (value);

        for (std::size_t i = 0; i < std::min (list.size(), patch.lfos.size()); ++i)
        {
            const auto where = "LFO " + std::to_string (i + 1);

            if (auto line = lineFrom (&list[i], reading, where))
                patch.lfos[i] = std::move (*line);
            else
                remark (where + " has no line of at least two points and got a triangle.");
        }

        if (list.size() > patch.lfos.size())
            remark ("There are more than eight LFOs; the last ones were left out.");
    }

    void wavetables (const Value* value)
    {
        const auto& list = listOf (value);

        for (std::size_t i = 0; i < std::min (list.size(), patch.wavetables.size()); ++i)
        {
            const auto where = "wavetable " + std::to_string (i + 1);

            if (auto table = wavetableFrom (&list[i], reading, where))
                patch.wavetables[i] = std::move (*table);
            else
                remark ("The " + where + " cannot be read and was replaced by a saw.");
        }

        if (list.size() > patch.wavetables.size())
            remark ("There are more than three wavetables; the last ones were left out.");
    }

    void sample (const Value* value, bool areFloats)
    {
        if (auto read = sampleFrom (value, reading, areFloats))
            patch.sample = std::move (*read);
        else
            remark ("There is no sample in the preset, so it got white noise; Vital would refuse it.");
    }

    void remark (std::string sentence) { reading.remarks.add (std::move (sentence)); }

    PatchSpec patch;
};

void remarkOnVersion (VitalVersion version, const std::string& text, Remarks& remarks)
{
    const VitalVersion newest (newestVitalVersion);

    if (! version.saysSomething())
        remarks.add ("The preset does not say which version of Vital made it; it is read as one of 1.0.6.");
    else if (std::pair (newest.numbers[0], newest.numbers[1]) < std::pair (version.numbers[0], version.numbers[1]))
        remarks.add ("The preset says it was made by version " + text + ", which is newer than all that are known; what that added is not heard.");
}

Failure notAPreset (std::string detail)
{
    return { "This is not a preset of Vital, or it is damaged.", std::move (detail) };
}
} // namespace

bool isVital (std::string_view bytes) noexcept
{
    const auto start = bytes.find_first_not_of (" \t\r\n");
    return start != bytes.npos && bytes[start] == '{' && bytes.find ("\"synth_version\"") != bytes.npos && bytes.find ("\"settings\"") != bytes.npos;
}

Result<VitalPatch> readVital (std::string_view bytes)
{
    if (bytes.size() > longestVital)
        return Failure { "This preset is too large to be read.", std::to_string (bytes.size()) + " bytes" };

    LongTexts texts;
    const auto json = texts.takeOutOf (bytes);

    if (json.size() > longestVitalWithoutWaves)
        return Failure { "This preset is too large to be read.", std::to_string (json.size()) + " bytes without waves" };

    const auto preset = parseJson (json);

    if (! preset)
        return notAPreset (preset.failure().detail);

    const auto* versionText = preset->part ("synth_version");
    const auto* settings = preset->part ("settings");

    if (versionText == nullptr || versionText->as<std::string>() == nullptr || settings == nullptr || settings->as<Value::Parts>() == nullptr)
        return notAPreset ("no synth_version or no settings");

    VitalReader reader (texts);
    const auto version = VitalVersion (*versionText->as<std::string>());
    remarkOnVersion (version, reader.reading.text (versionText).substr (0, 20), reader.reading.remarks);

    if ((! version.saysSomething() || ! version.isBefore ("0.9.0")) && settings->part ("sub_octave") == nullptr)
        return reader.read (*preset, *settings, version);

    Value upgraded = *settings;
    upgrade (std::get<Value::Parts> (upgraded.content), version.saysSomething() ? version : VitalVersion (vitalVersion));
    reader.reading.remarks.add ("The preset was made by version " + reader.reading.text (versionText).substr (0, 20) + " and was brought up to " + std::string (vitalVersion) + ".");
    return reader.read (*preset, upgraded, version);
}

} // namespace athanor

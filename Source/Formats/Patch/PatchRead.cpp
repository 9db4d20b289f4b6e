// SPDX-License-Identifier: GPL-3.0-or-later
// Reads our own files of patches.
#include "Formats/Json.h"
#include "Formats/Patch/ControlReader.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Patch/PatchNames.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/Recipe.h"

#include <algorithm>

namespace athanor
{

namespace
{
class PatchReader
{
public:
    explicit PatchReader (const LongTexts& texts) : reading (texts), controls (reading) {}

    ReadPatch read (const Value& file)
    {
        header (file);
        modules (file.part ("modules"));
        slots (file.part ("modulation"), std::nullopt);
        macros (file.part ("macros"));
        controls.finish();
        lines (file.part ("lfos"));
        wavetables (file.part ("wavetables"));

        if (auto sample = sampleFrom (file.part ("sample"), reading, false))
            patch.sample = std::move (*sample);

        unknown (file);
        return { std::move (patch), std::move (reading.remarks.sentences) };
    }

    Reading reading;

private:
    void header (const Value& file)
    {
        patch.name = reading.text (file.part ("name"));
        patch.author = reading.text (file.part ("author"));
        patch.comments = reading.text (file.part ("comments"));
        patch.style = reading.text (file.part ("style"));

        if (const auto* version = file.part ("engine_version"))
            patch.engineVersion = reading.text (version);

        if (const auto* target = file.part ("synth_target"))
            patch.synthTarget = reading.text (target);

        for (const auto& tag : listOf (file.part ("tags")))
            patch.tags.push_back (reading.text (&tag));

        patch.origin = reading.json (file.part ("origin"));
    }

    void modules (const Value* value)
    {
        for (const auto& [module, names] : partsOf (value))
            for (const auto& [name, number] : partsOf (&names))
            {
                const auto id = idIn (module, name);
                const auto control = controlNamed (id);

                if (control && isInModule (*control))
                    controls.read (patch.values, *control, number);
                else if (! control)
                    reading.keep (patch.unknownSettings, id, number);
            }
    }

    void slots (const Value* value, std::optional<PatchSource> macro)
    {
        for (const auto& each : listOf (value))
        {
            const auto number = numberOf (each.part ("slot")).value_or (0);

            if (number < 1 || number > patch::slots)
                reading.remarks.add ("A modulation has no slot from 1 to 64 and was left out.");
            else
                slot (each, static_cast<int> (number) - 1, macro);
        }
    }

    /** What is called so; else its name is kept. */
    template <typename Find>
    auto known (const Value* name, Find&& find, std::string& unknownName)
    {
        const auto text = reading.text (name);
        const auto found = find (text);

        if (! found && ! text.empty())
        {
            unknownName = text;
            reading.remarks.add ("A modulation knows \"" + text + "\", which is not known here; it is kept but does nothing.");
        }

        return found;
    }

    void slot (const Value& value, int index, std::optional<PatchSource> macro)
    {
        auto& slot = patch.slots[static_cast<std::size_t> (index)];
        const auto where = "modulation " + std::to_string (index + 1);

        for (const auto& [name, first] : slotControls)
            if (const auto* number = value.part (name))
                controls.read (patch.values, member (first, index), *number);

        slot.mapping = lineFrom (value.part ("mapping"), reading, where);
        slot.unknownSource = reading.text (value.part ("unknown_source"));
        slot.unknownDestination = reading.text (value.part ("unknown_destination"));
        slot.source = macro ? macro : known (value.part ("source"), patchSourceNamed, slot.unknownSource);
        slot.destination = known (value.part ("destination"), controlThatMoves, slot.unknownDestination);

        if (slot.destination == member (Control::modulation_1_amount, index) || slot.destination == member (Control::modulation_1_power, index))
            clear (slot, "The " + where + " moves itself, so it was left out.");

        if ((slot.source || ! slot.unknownSource.empty()) != (slot.destination || ! slot.unknownDestination.empty()))
            clear (slot, "Of " + where + " one end is missing, so it was left out.");
    }

    void clear (PatchSlot& slot, std::string remark)
    {
        reading.remarks.add (std::move (remark));
        slot = {};
    }

    static std::optional<Control> controlThatMoves (std::string_view id)
    {
        const auto control = controlNamed (id);
        return control && infoOf (*control).reach != Reach::no ? control : std::nullopt;
    }

    void macros (const Value* value)
    {
        const auto& list = listOf (value);

        for (std::size_t i = 0; i < std::min (list.size(), patch.macros.size()); ++i)
        {
            auto& macro = patch.macros[i];
            macro.name = reading.text (list[i].part ("name"));
            macro.role = reading.text (list[i].part ("role"));
            bool isRepaired = false;

            if (const auto* number = list[i].part ("value"))
            {
                if (i < patch::vitalMacros)
                    controls.read (patch.values, member (Control::macro_control_1, static_cast<int> (i)), *number);
                else
                    macro.value = within (numberOf (number).value_or (0), 0, 1, isRepaired);
            }

            if (isRepaired)
                reading.remarks.add ("Macro " + std::to_string (i + 1) + " was out of range and was brought back.");

            slots (list[i].part ("assignments"), patchSourceNamed ("macro_control_" + std::to_string (i + 1)));
        }
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
                reading.remarks.add (where + " has no line of at least two points and got a triangle.");
        }
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
                reading.remarks.add ("The " + where + " cannot be read and was replaced by a saw.");
        }
    }

    void unknown (const Value& file)
    {
        for (const auto& [name, value] : partsOf (&file))
            if (! isPatchName (name))
                reading.keep (patch.unknown, name, value);

        for (const auto& [name, value] : partsOf (file.part ("other")))
            reading.keep (patch.unknown, name, value);

        for (const auto& [name, value] : partsOf (file.part ("unknown_settings")))
            reading.keep (patch.unknownSettings, name, value);
    }

    PatchSpec patch;
    ControlReader controls;
};

Failure notAPatch (std::string detail)
{
    return { "This is not a patch of Athanor, or it is damaged.", std::move (detail) };
}
} // namespace

std::span<const Migration> patchMigrations()
{
    // Schema 1 is the first. When it changes: raise PatchSpec::schemaVersion, add the step here, and pin a file of the old
    // schema in Tests/Corpus/Patch.
    return {};
}

bool isPatch (std::string_view text) noexcept
{
    const auto start = text.find_first_not_of (" \t\r\n");
    return start != text.npos && text[start] == '{' && text.find ("\"schema_version\"") != text.npos && text.find ("\"synth_target\"") != text.npos;
}

Result<ReadPatch> readPatch (std::string_view text, std::span<const Migration> steps)
{
    if (text.size() > longestPatch)
        return Failure { "This patch is too large to be read.", std::to_string (text.size()) + " bytes" };

    LongTexts texts;
    const auto json = texts.takeOutOf (text);

    if (json.size() > longestPatchWithoutWaves)
        return Failure { "This patch is too large to be read.", std::to_string (json.size()) + " bytes without waves" };

    const auto file = parseJson (json);

    if (! file)
        return notAPatch (file.failure().detail);

    const auto schema = numberOf (file->part ("schema_version"));

    if (! schema || *schema < 0 || *schema > 1'000'000)
        return notAPatch ("no schema_version");

    auto parts = partsOf (&*file);
    const auto reached = migrate (parts, static_cast<int> (*schema), steps);

    if (reached < PatchSpec::schemaVersion)
        return notAPatch ("no step from schema " + std::to_string (reached));

    PatchReader reader (texts);

    if (reached > PatchSpec::schemaVersion)
        reader.reading.remarks.add ("This patch was made with a newer Athanor; what is new in it is kept but not heard.");

    return reader.read (parts);
}

} // namespace athanor

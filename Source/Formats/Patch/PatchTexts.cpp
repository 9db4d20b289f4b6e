// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/PatchTexts.h"

#include "Formats/Json.h"
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/Recipe.h"

#include <charconv>

namespace athanor
{

namespace
{
const PatchSpec& newPatch()
{
    static const PatchSpec patch;
    return patch;
}

std::string write (const Value& value) { return formatJson (value, JsonLayout::oneLine); }

Value unknownValue (const std::map<std::string, std::string>& unknown)
{
    Value::Parts parts;

    for (const auto& [name, json] : unknown)
        if (const auto value = parseJson (json))
            parts.insert_or_assign (name, *value);

    return parts;
}

Value originValue (const PatchSpec& patch)
{
    const auto value = patch.origin.empty() ? Result<Value> (Value()) : parseJson (patch.origin);
    return value ? *value : Value();
}

Value headOf (const PatchSpec& patch)
{
    Value::Parts parts { { "author", patch.author },
                         { "comments", patch.comments },
                         { "engine_version", patch.engineVersion },
                         { "name", patch.name },
                         { "style", patch.style },
                         { "synth_target", patch.synthTarget },
                         { "tags", Value::List (patch.tags.begin(), patch.tags.end()) },
                         { "unknown", unknownValue (patch.unknown) },
                         { "unknown_settings", unknownValue (patch.unknownSettings) } };

    if (auto origin = originValue (patch); ! origin.isNothing())
        parts.insert_or_assign ("origin", std::move (origin));

    return parts;
}

void readHead (PatchSpec& patch, const Value& value, Reading& reading)
{
    patch.author = reading.text (value.part ("author"));
    patch.comments = reading.text (value.part ("comments"));
    patch.engineVersion = reading.text (value.part ("engine_version"));
    patch.name = reading.text (value.part ("name"));
    patch.style = reading.text (value.part ("style"));
    patch.synthTarget = reading.text (value.part ("synth_target"));
    patch.origin = reading.json (value.part ("origin"));
    patch.tags.clear();
    patch.unknown.clear();
    patch.unknownSettings.clear();

    for (const auto& tag : listOf (value.part ("tags")))
        patch.tags.push_back (reading.text (&tag));

    for (const auto& [name, part] : partsOf (value.part ("unknown")))
        reading.keep (patch.unknown, name, part);

    for (const auto& [name, part] : partsOf (value.part ("unknown_settings")))
        reading.keep (patch.unknownSettings, name, part);
}

Value valueOfSlot (const PatchSlot& slot)
{
    Value::Parts parts;

    if (slot.source)
        parts.insert_or_assign ("source", std::string (nameOf (*slot.source)));

    if (slot.destination)
        parts.insert_or_assign ("destination", std::string (infoOf (*slot.destination).id));

    if (slot.mapping)
        parts.insert_or_assign ("mapping", valueOf (*slot.mapping));

    if (! slot.unknownSource.empty())
        parts.insert_or_assign ("unknown_source", slot.unknownSource);

    if (! slot.unknownDestination.empty())
        parts.insert_or_assign ("unknown_destination", slot.unknownDestination);

    return parts;
}

PatchSlot slotFrom (const Value& value, Reading& reading)
{
    PatchSlot slot;
    slot.source = patchSourceNamed (reading.text (value.part ("source")));
    slot.destination = controlNamed (reading.text (value.part ("destination")));
    slot.mapping = lineFrom (value.part ("mapping"), reading, "a modulation");
    slot.unknownSource = reading.text (value.part ("unknown_source"));
    slot.unknownDestination = reading.text (value.part ("unknown_destination"));
    const auto leads = slot.destination && infoOf (*slot.destination).reach != Reach::no;
    const auto isWhole = (slot.source || ! slot.unknownSource.empty()) && (leads || ! slot.unknownDestination.empty());
    return isWhole ? slot : PatchSlot();
}

/** "lfo3" as "lfo" and 2. */
std::pair<std::string_view, std::size_t> partOf (std::string_view name)
{
    const auto digits = name.find_first_of ("0123456789");
    std::size_t number = 1;

    if (digits != name.npos)
        std::from_chars (name.data() + digits, name.data() + name.size(), number);

    return { name.substr (0, digits), number - 1 };
}

void readPart (PatchSpec& patch, std::string_view name, const Value& value, Reading& reading)
{
    const auto [kind, index] = partOf (name);
    const auto& fresh = newPatch();

    if (kind == "patch")
        readHead (patch, value, reading);
    else if (kind == "sample")
        patch.sample = sampleFrom (&value, reading, false).value_or (fresh.sample);
    else if (kind == "lfo" && index < patch.lfos.size())
        patch.lfos[index] = lineFrom (&value, reading, "an LFO").value_or (fresh.lfos[index]);
    else if (kind == "wavetable" && index < patch.wavetables.size())
        patch.wavetables[index] = wavetableFrom (&value, reading, "a wavetable").value_or (fresh.wavetables[index]);
    else if (kind == "slot" && index < patch.slots.size())
        patch.slots[index] = slotFrom (value, reading);
    else if (kind == "macro" && index < patch.macros.size())
    {
        patch.macros[index].name = reading.text (value.part ("name"));
        patch.macros[index].role = reading.text (value.part ("role"));
    }
}

/** The part is as in a new patch. */
void clearPart (PatchSpec& patch, std::string_view name)
{
    const auto [kind, index] = partOf (name);
    const auto& fresh = newPatch();

    if (kind == "patch")
    {
        patch.name = patch.author = patch.comments = patch.style = patch.origin = std::string();
        patch.tags.clear();
        patch.synthTarget = fresh.synthTarget;
        patch.engineVersion = fresh.engineVersion;
        patch.unknown.clear();
        patch.unknownSettings.clear();
    }
    else if (kind == "sample")
        patch.sample = fresh.sample;
    else if (kind == "lfo" && index < patch.lfos.size())
        patch.lfos[index] = fresh.lfos[index];
    else if (kind == "wavetable" && index < patch.wavetables.size())
        patch.wavetables[index] = fresh.wavetables[index];
    else if (kind == "slot" && index < patch.slots.size())
        patch.slots[index] = {};
    else if (kind == "macro" && index < patch.macros.size())
        patch.macros[index].name = patch.macros[index].role = std::string();
}
} // namespace

const std::vector<std::string>& patchTextNames()
{
    static const auto names = [] {
        std::vector<std::string> all { "patch", "sample" };
        const auto add = [&] (const char* kind, std::size_t count) {
            for (std::size_t i = 1; i <= count; ++i)
                all.push_back (kind + std::to_string (i));
        };

        add ("lfo", patch::lfos);
        add ("wavetable", patch::oscillators);
        add ("slot", patch::slots);
        add ("macro", PatchSpec::macroCount);
        return all;
    }();

    return names;
}

bool isSamePart (const PatchSpec& a, const PatchSpec& b, std::string_view name)
{
    const auto [kind, index] = partOf (name);

    if (kind == "patch")
        return headOf (a) == headOf (b);

    if (kind == "sample")
        return a.sample == b.sample;

    if (kind == "lfo")
        return a.lfos.at (index) == b.lfos.at (index);

    if (kind == "wavetable")
        return a.wavetables.at (index) == b.wavetables.at (index);

    if (kind == "slot")
        return a.slots.at (index) == b.slots.at (index);

    return a.macros.at (index).name == b.macros.at (index).name && a.macros.at (index).role == b.macros.at (index).role;
}

std::string textOf (const PatchSpec& patch, std::string_view name)
{
    if (isSamePart (patch, newPatch(), name))
        return {};

    const auto [kind, index] = partOf (name);

    if (kind == "patch")
        return write (headOf (patch));

    if (kind == "sample")
        return write (valueOf (patch.sample));

    if (kind == "lfo")
        return write (valueOf (patch.lfos.at (index)));

    if (kind == "wavetable")
        return write (valueOf (patch.wavetables.at (index)));

    if (kind == "slot")
        return write (valueOfSlot (patch.slots.at (index)));

    return write (Value::Parts { { "name", patch.macros.at (index).name }, { "role", patch.macros.at (index).role } });
}

std::map<std::string, std::string> textsOf (const PatchSpec& patch)
{
    std::map<std::string, std::string> texts;

    for (const auto& name : patchTextNames())
        if (auto text = textOf (patch, name); ! text.empty())
            texts.insert_or_assign (name, std::move (text));

    return texts;
}

void readPatchText (PatchSpec& patch, std::string_view name, std::string_view text, Remarks& remarks)
{
    clearPart (patch, name);

    if (text.empty())
        return;

    LongTexts longTexts;
    const auto json = longTexts.takeOutOf (text);
    const auto value = parseJson (json);

    if (! value)
    {
        remarks.add ("A part of a patch is damaged and is as in a new one.");
        return;
    }

    Reading reading (longTexts);
    readPart (patch, name, *value, reading);

    for (auto& sentence : reading.remarks.sentences)
        remarks.add (std::move (sentence));
}

} // namespace athanor
